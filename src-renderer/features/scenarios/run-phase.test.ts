import { expect, test } from 'vitest';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { phaseAt, phaseShare, phaseWords, runAgain, splitRuns } from './run-phase.ts';
import { sampleRunning, sampleScenarios, sampleScheduled } from './scenario-samples.ts';

const start = 1_000_000;
const run = (more: Partial<ScenarioRun>): ScenarioRun =>
  ({ ...sampleRunning[0], startedAt: start, ramp: 0, duration: null, ...more }) as ScenarioRun;
const wordsAt = (one: ScenarioRun, seconds: number) => phaseWords(phaseAt(one, start + seconds * 1000));

test('FR-120-226 a run is ahead, grows, is in force, and its time is over', () => {
  const whole = run({ ramp: 100, duration: 300 });
  expect(wordsAt(whole, -70)).toBe('Begins in 00:01:10');
  expect(wordsAt(whole, 25)).toBe('Growing, 25\u2009%; full in 00:01:15; ends in 00:04:35');
  expect(wordsAt(whole, 100)).toBe('In force, ends in 00:03:20');
  expect(wordsAt(whole, 300)).toBe('Its time is over');
  expect(wordsAt(run({}), 86_400)).toBe('In force, until it is stopped');
});
test('FR-120-226 a run that ends before it is full does not promise to become so', () => {
  expect(wordsAt(run({ ramp: 100, duration: 50 }), 25)).toBe('Growing, 25\u2009%; ends in 00:00:25');
});
test('FR-120-226 the bar goes through the ramp, then through the time, and stands full without an end', () => {
  const whole = run({ ramp: 100, duration: 300 });
  const shares = [-1, 50, 150, 300].map((seconds) => phaseShare(whole, start + seconds * 1000));
  expect(shares).toEqual([0, 0.5, 0.5, 1]);
  expect(phaseShare(run({}), start + 1000)).toBe(1);
});
test('FR-120-227 what begins later is on the schedule, soonest first, until its moment comes', () => {
  const soon = run({
    id: 'scenario-8' as ScenarioRun['id'],
    startedAt: (start + 5000) as ScenarioRun['startedAt'],
  });
  const later = run({
    id: 'scenario-9' as ScenarioRun['id'],
    startedAt: (start + 9000) as ScenarioRun['startedAt'],
  });
  const first = run({});
  const idsAt = (now: number) => {
    const { running, scheduled } = splitRuns([later, first, soon], now);
    return [running.map(({ id }) => id), scheduled.map(({ id }) => id)];
  };
  expect(idsAt(start)).toEqual([[first.id], [soon.id, later.id]]);
  expect(idsAt(start + 5000)).toEqual([[soon.id, first.id], [later.id]]);
});
test('FR-120-228 what was stopped runs again as it was, and one that had not begun keeps its moment', () => {
  const cards = new Map(sampleScenarios.map((card) => [card.name, card]));
  const [, spike] = sampleRunning;
  const [mains] = sampleScheduled;
  if (spike === undefined || mains === undefined) throw new Error('no samples');
  expect(runAgain(spike, cards.get(spike.name), spike.startedAt + 60_000)).toEqual({
    type: 'scenario.run',
    name: 'POWER_SPIKE',
    target: 'room-1',
    severity: 'partial',
    size: 40,
    ramp: 600,
    duration: 900,
  });
  const again = runAgain(mains, cards.get(mains.name), mains.startedAt - 90_000);
  expect(again).toMatchObject({ name: 'MAINS_FAILURE', duration: 600, delay: 90 });
  expect(again).not.toHaveProperty('size');
});
