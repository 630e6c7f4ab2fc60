import { expect, test } from 'vitest';
import { sampleKpis } from '../states/alarm-samples.ts';
import { alarmOf } from './sample-alarm.ts';
import { rateLine } from './kpi-range.ts';
import { figuresOf, timesOf, verdictMark } from './kpi-words.ts';

const plain = (text: string): string => text.replaceAll('\u2009', ' ');

test('FR-120-254 each figure stands beside its target, with a verdict as shape and word', () => {
  const peak = figuresOf(sampleKpis).find(({ label }) => label === 'Worst 10 minutes');
  expect(peak).toMatchObject({ value: '17', target: 'at most 10', verdict: 'over' });
  const share = figuresOf(sampleKpis).find(({ label }) => label === 'Time in flood');
  expect([plain(share?.value ?? ''), plain(share?.target ?? '')]).toEqual(['1.40 %', 'at most 1 %']);
  const marks = (['ok', 'over', 'none'] as const).map(verdictMark);
  expect(new Set(marks.map(({ kind }) => kind)).size).toBe(marks.length);
  expect(new Set(marks.map(({ word }) => word)).size).toBe(marks.length);
});
test('FR-120-254 mean times are spans, and none where there were none', () => {
  expect(timesOf(sampleKpis).map(({ value }) => plain(value))).toEqual(['5 min', '21 min']);
  const none = { ...sampleKpis, acknowledge: { mean: null, count: 0, waiting: 0 } };
  expect(timesOf(none)[0]?.value).toBe('–');
});
test('FR-120-255 the rate counts new alarms step by step, as so many in ten minutes', () => {
  const minute = 60_000;
  const at = (minutes: number) => alarmOf(`alarm-${minutes}`, { raisedAt: minutes * minute });
  const quiet = alarmOf('alarm-99', { raisedAt: minute, root: 'alarm-1' });
  const span = { from: 0, to: 25 * minute, bin: 10 * minute };
  const line = rateLine([at(1), at(9), at(10), at(22), at(25), at(-1), quiet], span);
  expect(line).toEqual({ at: [0, 10 * minute, 20 * minute], per10Minutes: [2, 1, 2] });
});
