import { expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { DrillRun, DrillCard } from '../../../sim/contract/drills.ts';
import type { DrillRunId } from '../../../sim/contract/ids.ts';
import {
  alarmsOfDrill,
  countsOf,
  elapsedShare,
  elapsedWords,
  endedDrills,
  runningDrill,
  takenOf,
} from './drill-facts.ts';
import { hintsShown, nextHint, useHints } from './drill-hints.ts';
import { shownRun } from './drill-history.tsx';
import { tabOf } from './drills-screen.tsx';
import { reportText, scoreWords } from './report-text.ts';
import { sampleDrillAlarms, sampleDrills, sampleRunningDrill, sampleTaken } from './scenario-samples.ts';

const [hotRack, , escalation] = sampleDrills as readonly [DrillCard, DrillCard, DrillCard];
const [taken, older] = sampleTaken as readonly [DrillRun, DrillRun];

test('FR-120-230 the best score is that of all times a drill was taken; a script has none', () => {
  const better: DrillRun = {
    ...taken,
    id: 'drill-9' as DrillRunId,
    report: taken.report === null ? null : { ...taken.report, score: 91 },
  };
  expect(takenOf(hotRack, [taken, better, older, sampleRunningDrill])).toEqual({ times: 2, best: 91 });
  const abandoned: DrillRun = { ...better, outcome: 'given-up' };
  expect(takenOf(hotRack, [taken, abandoned])).toEqual({ times: 2, best: taken.report?.score });
  expect(takenOf(hotRack, [])).toEqual({ times: 0, best: null });
  expect(takenOf(escalation, [{ ...taken, drill: 'escalation' }])).toEqual({ times: 1, best: null });
});
test('FR-120-231 a drill counts the alarms that rang since it began, seen now or remembered by the host', () => {
  const [first, second, third] = sampleDrillAlarms as readonly [Alarm, Alarm, Alarm];
  const before = { ...first, state: 'RESOLVED' as const };
  const past = [first, { ...second, state: 'ACTIVE' as const, acknowledgedAt: null }];
  const mine = alarmsOfDrill(
    { alarmBefore: 1 },
    [{ ...second, acknowledgedAt: second.raisedAt }, third],
    past,
  );
  expect(mine.map(({ id }) => id)).toEqual([second.id, third.id]);
  expect(mine[0]?.acknowledgedAt).toBe(second.raisedAt);
  expect(countsOf([before, ...mine])).toMatchObject({ raised: 3, open: 2 });
});
test('FR-120-231 the time of a drill is told against its limit and stops at it', () => {
  const { startedAt } = sampleRunningDrill;
  expect(elapsedWords(sampleRunningDrill, 5400, startedAt + 250_000)).toBe('00:04:10 of 01:30:00');
  expect(elapsedShare(sampleRunningDrill, 5400, startedAt + 2_700_000)).toBe(0.5);
  expect(elapsedShare(sampleRunningDrill, 5400, startedAt + 9_000_000)).toBe(1);
});
test('FR-120-232 hints are shown one at a time, and belong to one run', () => {
  const [run, next] = ['drill-1', 'drill-2'] as unknown as readonly [DrillRunId, DrillRunId];
  useHints.setState({ run: null, shown: 0 });
  nextHint(run);
  nextHint(run);
  expect(hintsShown(useHints.getState(), run)).toBe(2);
  expect(hintsShown(useHints.getState(), next)).toBe(0);
  nextHint(next);
  expect(hintsShown(useHints.getState(), next)).toBe(1);
});
test('FR-120-233 while a drill runs it is in sight, and when it has ended its report is', () => {
  expect(tabOf(null, null, false)).toBe('drills');
  expect(tabOf(null, sampleRunningDrill, true)).toBe('running');
  expect(tabOf('running', null, false)).toBe('reports');
  expect(tabOf(null, null, true)).toBe('reports');
  expect(tabOf('drills', sampleRunningDrill, true)).toBe('drills');
});
test('FR-120-235 the report as text says score, parts with their reasons, times, damage and the timeline', () => {
  const text = reportText(sampleDrills, taken, 'Lab one');
  expect(text).toContain('Drill: One hot rack (hot-rack, drill-1)\n82 of 100 points; goal reached\n');
  expect(text).toContain('Lab “Lab one” (simulated)');
  expect(text).toContain('Acknowledged: 22.5 of 25 (after 3 min; full points within 2 min)');
  expect(text).toContain('Restored: after 28 min\n');
  expect(text).toContain('Too hot or cold: 15.8 rack-minutes');
  expect(text).toContain('+00:03:10  alarm-41 acknowledged by operator');
  expect(text).not.toContain('\u2009');
});
test('FR-120-235 a script is told without a score, and what runs has no report yet', () => {
  const watched: DrillRun = { ...taken, drill: 'escalation' };
  expect(reportText(sampleDrills, watched, 'Lab one')).not.toContain('of 15');
  expect(scoreWords(sampleDrills, watched)).toBe('Watched, not scored');
  expect(reportText(sampleDrills, sampleRunningDrill, 'Lab one')).toBe('');
});
test('FR-120-236 runs are listed newest first, without the one that still runs; the newest is shown', () => {
  const runs = [older, taken, sampleRunningDrill];
  expect(endedDrills(runs).map(({ id }) => id)).toEqual(['drill-1', 'drill-3']);
  expect(shownRun(runs, null)?.id).toBe('drill-1');
  expect(shownRun(runs, 'drill-3')?.id).toBe('drill-3');
  expect(shownRun(runs, 'drill-77')?.id).toBe('drill-1');
  expect(shownRun([sampleRunningDrill], null)).toBeNull();
  expect(runningDrill(runs)?.id).toBe('drill-2');
});
