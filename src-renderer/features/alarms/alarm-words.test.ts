import { expect, test } from 'vitest';
import { momentsOf, stateWords } from './alarm-words.ts';
import { alarmOf } from './sample-alarm.ts';

const said = (more: Parameters<typeof alarmOf>[1]): string => {
  const { state, more: rest } = stateWords(alarmOf('alarm-1', more));
  return state + rest;
};

test('FR-120-240 each state of ISA-18.2 is said with what is to be known of it', () => {
  expect(said({})).toBe('Active');
  expect(said({ isa: 'acknowledged', state: 'ACKNOWLEDGED', acknowledgedBy: 'ann', note: 'On my way' })).toBe(
    'Acknowledged by ann: On my way',
  );
  expect(said({ isa: 'returned', state: 'RESOLVED' })).toBe('Returned, not acknowledged');
  const shelved = { until: Date.UTC(2026, 0, 5, 14, 30), by: 'ann', reason: 'Fan is being changed' };
  expect(said({ isa: 'shelved', shelved })).toBe('Shelved until 14:30:00 by ann: Fan is being changed');
  expect(said({ isa: 'suppressed', root: 'alarm-7' })).toBe('Suppressed by alarm-7');
  expect(said({ isa: 'out-of-service' })).toBe('Out of service');
});
test('FR-120-243 an alarm tells what happened to it in order', () => {
  const alarm = alarmOf('alarm-1', {
    raisedAt: 10,
    acknowledgedAt: 30,
    acknowledgedBy: 'ann',
    resolvedAt: 20,
  });
  expect(momentsOf(alarm).map(({ at, text }) => [at, text])).toEqual([
    [10, 'Inlet of alarm-1'],
    [20, 'Its cause was gone'],
    [30, 'Acknowledged by ann'],
  ]);
});
test('FR-120-488 what was written beside an alarm stands among what happened to it', () => {
  const notes = [{ at: 15, by: 'ann', text: 'Filter is clogged' }];
  const alarm = alarmOf('alarm-1', { raisedAt: 10, acknowledgedAt: 30, acknowledgedBy: 'ben', notes });
  expect(momentsOf(alarm).map(({ text }) => text)).toEqual([
    'Inlet of alarm-1',
    'ann: Filter is clogged',
    'Acknowledged by ben',
  ]);
});
