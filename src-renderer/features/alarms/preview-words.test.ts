import { expect, test } from 'vitest';
import { samplePreview } from '../states/alarm-samples.ts';
import { windowAround } from './moment-chart.tsx';
import { previewNotes, previewSentence } from './preview-words.ts';

const plain = (text: string): string => text.replaceAll('\u2009', ' ');
const said = (more: Partial<typeof samplePreview>, range: 'hour' | 'day' | 'week' = 'week'): string => {
  const { figure, rest } = previewSentence({ ...samplePreview, ...more }, range);
  return plain(`${figure} ${rest}`);
};

test('FR-120-252 a preview says how often it would have rung, over what time and on how many sensors', () => {
  expect(said({})).toBe('14 times in the last week, on 3 of 120 sensors.');
  expect(said({ fired: 1, sensors: 1, judged: 1 })).toBe('1 time in the last week, on 1 of 1 sensor.');
  expect(said({ fired: 0, sensors: 0 })).toBe('never in the last week, on any of 120 sensors.');
  const young = (samplePreview.to - 3 * 3_600_000) as typeof samplePreview.from;
  expect(said({ from: young })).toBe('14 times in the 3 h this lab has lived, on 3 of 120 sensors.');
});
test('FR-120-252 a preview says what limits it: a sample, the fineness of what was kept, nothing to watch', () => {
  const notes = previewNotes(samplePreview).map(plain).join(' ');
  expect(notes).toContain('It watches 240 sensors; an even sample of 120 was looked at.');
  expect(notes).toContain('the extremes of each 5 min');
  const nothing = {
    ...samplePreview,
    watched: 0,
    judged: 0,
    readings: 0,
    seconds: 0,
    extent: 'whole' as const,
  };
  expect(previewNotes(nothing)).toEqual(['No sensor of this lab fits: it would watch nothing.']);
});
test('FR-120-253 an example is shown with what came before and after it', () => {
  const minute = 60_000;
  const at = (minutes: number) => (minutes * minute) as (typeof samplePreview)['from'];
  expect(windowAround({ at: at(100), until: at(103) })).toEqual({ from: 90 * minute, to: 113 * minute });
  expect(windowAround({ at: at(100), until: at(160) })).toEqual({ from: 40 * minute, to: 220 * minute });
  expect(windowAround({ at: at(100), until: null })).toEqual({ from: 90 * minute, to: 120 * minute });
});
