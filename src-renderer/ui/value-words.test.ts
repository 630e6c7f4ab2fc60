import { expect, test } from 'vitest';
import type { Kind, Metric } from '../../sim/contract/entities.ts';
import { stateWords } from '../../sim/contract/state-words.table.ts';
import { abnormalPairs, abnormalStates } from './abnormal-words.table.ts';
import { chartWords } from './chart.tsx';
import { type Measured, severityOf, valueText, wordFor, wordOfStretch, wordsFor } from './value-words.ts';

const state = (kind: Kind | null): Measured => ({ kind, metric: 'state' });
const leak: Measured = { kind: 'room', metric: 'leak' };
const ups = state('ups');
const on = (word: string): number => stateWords.ups.indexOf(word as 'online');

test('FR-120-201 a state is shown in the words of its kind, a quantity in its unit', () => {
  expect(valueText(ups, on('on-battery'))).toBe('on battery');
  expect(valueText(state('ats'), 2)).toBe('on genset');
  expect(valueText(leak, 1)).toBe('wet');
  expect(valueText({ kind: 'rack', metric: 'temperature' }, 24.06)).toBe('24.1\u2009°C');
  expect(valueText(ups, null)).toBe('–');
});

test('FR-120-201 a number that no word stands for is said to be unknown, and without a kind a state stays a number', () => {
  expect(valueText(ups, 99)).toBe('unknown');
  expect(wordFor(state(null), 1)).toBeNull();
  expect(valueText(state(null), 1)).toBe('1');
});

test('FR-120-201 normal words are quiet, abnormal ones have a severity', () => {
  expect(severityOf(ups, on('online'))).toBeNull();
  expect(severityOf(ups, on('on-battery'))).toBe('major');
  expect(severityOf(ups, on('failed'))).toBe('critical');
  expect(severityOf(leak, 1)).toBe('critical');
  expect(severityOf({ kind: 'rack', metric: 'temperature' }, 40)).toBeNull();
});

test('FR-120-201 every word that is called abnormal is one that such a thing can say', () => {
  for (const [kind, words] of Object.entries(abnormalStates)) {
    expect(wordsFor(state(kind as Kind))).toEqual(expect.arrayContaining(Object.keys(words)));
  }
  for (const [metric, words] of Object.entries(abnormalPairs)) {
    expect(wordsFor({ kind: null, metric: metric as Metric })).toEqual(
      expect.arrayContaining(Object.keys(words)),
    );
  }
});

test('FR-120-202 of several words in one stretch a graver one is drawn, never a mean that nobody said', () => {
  expect(wordOfStretch(ups, on('online'), on('on-battery'))).toBe(on('on-battery'));
  const pdu = state('pdu');
  const [dead, energised] = [stateWords.pdu.indexOf('dead'), stateWords.pdu.indexOf('energised')];
  expect(wordOfStretch(pdu, dead, energised)).toBe(dead);
  expect(wordOfStretch(pdu, null, null)).toBeNull();
});

test('FR-120-202 a chart of a state says its newest word', () => {
  const series = { label: 'State', values: [1, 3], ink: 'text', unit: '', decimals: 0 } as const;
  expect(chartWords({ label: 'ups-01', series: [{ ...series, words: stateWords.ups }] })).toBe(
    'ups-01; State on-battery',
  );
});
