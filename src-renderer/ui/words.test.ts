import { beforeEach, expect, test } from 'vitest';
import { healthKind } from '../features/overview/health-score.tsx';
import { chartWords } from './chart.tsx';
import { keyCaps } from './kbd.tsx';
import { dropToast, showDone, showRefusal, useToasts } from './toasts.ts';

beforeEach(() => useToasts.setState({ items: [], last: 0 }));

test('FR-120-009 a refusal is said with how to mend it, and goes when it is dismissed', () => {
  showRefusal({ code: 'name-taken', message: 'There is a rack A01.', hint: 'Choose another name.' });
  expect(useToasts.getState().items).toEqual([
    { id: 1, kind: 'refused', title: 'There is a rack A01.', hint: 'Choose another name.' },
  ]);
  dropToast(1);
  expect(useToasts.getState().items).toEqual([]);
});
test('FR-120-009 of many messages the newest four stay', () => {
  for (let n = 1; n <= 6; n += 1) showDone(`Done ${n}`);
  expect(useToasts.getState().items.map(({ title }) => title)).toEqual([
    'Done 3',
    'Done 4',
    'Done 5',
    'Done 6',
  ]);
});
test('FR-120-014 a chart says its newest values and its limits in words', () => {
  const series = { label: 'Inlet', values: [24, 25.04, null], ink: 'text', unit: '°C', decimals: 1 } as const;
  expect(
    chartWords({
      label: 'Rack A01',
      series: [series],
      limits: [{ value: 32, label: 'critical', kind: 'critical' }],
    }),
  ).toBe('Rack A01; Inlet 25.0\u2009°C; critical at 32');
  expect(chartWords({ label: 'Rack A01', series: [{ ...series, values: [] }] })).toBe(
    'Rack A01; Inlet without readings',
  );
});
test('FR-120-011 health has a shape for each of its ranges', () => {
  expect([100, 90, 89, 69, 39].map((score) => healthKind(score))).toEqual([
    'ok',
    'ok',
    'minor',
    'major',
    'critical',
  ]);
});
test('FR-120-004 keys are written as the keyboard has them', () => {
  expect(keyCaps('Mod+k', false)).toEqual(['Ctrl K']);
  expect(keyCaps('Mod+k', true)).toEqual(['⌘K']);
  expect(keyCaps('g f', false)).toEqual(['G', 'F']);
});
