/** Alarms of a stretch of time, as failures of things: how often, how long, how soon someone knew. Pure. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ReportSpan } from '../../../sim/contract/reports.ts';

export type Tally = {
  readonly raised: readonly Alarm[];
  readonly failures: readonly Alarm[];
  /** Means in milliseconds; null where there was none. */
  readonly repair: number | null;
  readonly acknowledge: number | null;
  readonly open: number;
};

/** What a root explains is not another failure; the lesser severities are no failures at all. */
const isFailure = ({ severity, root }: Alarm): boolean =>
  root === null && (severity === 'critical' || severity === 'major');

const meanTime = (times: readonly number[]): number | null =>
  times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length;

export function tallyOf(alarms: readonly Alarm[], { from, to }: ReportSpan): Tally {
  const raised = alarms
    .filter(({ raisedAt }) => raisedAt >= from && raisedAt < to)
    .toSorted((a, b) => b.raisedAt - a.raisedAt);
  const timesTo = (moment: (alarm: Alarm) => number | null): number[] =>
    raised.flatMap((alarm) => {
      const at = moment(alarm);
      return at === null || at > to ? [] : [at - alarm.raisedAt];
    });
  return {
    raised,
    failures: raised.filter(isFailure),
    repair: meanTime(timesTo(({ resolvedAt }) => resolvedAt)),
    acknowledge: meanTime(timesTo(({ acknowledgedAt }) => acknowledgedAt)),
    open: raised.filter(({ resolvedAt }) => resolvedAt === null || resolvedAt > to).length,
  };
}

export type Failing<Key> = {
  readonly key: Key;
  readonly failures: number;
  readonly repair: number | null;
};

/** Failures by what they are about, most first. */
export function failingBy<Key>(
  failures: readonly Alarm[],
  keyOf: (source: EntityId) => Key | null,
): readonly Failing<Key>[] {
  const by = new Map<Key, Alarm[]>();
  for (const alarm of failures) {
    const key = keyOf(alarm.source);
    if (key !== null) by.set(key, [...(by.get(key) ?? []), alarm]);
  }
  return [...by]
    .map(([key, alarms]) => ({
      key,
      failures: alarms.length,
      repair: meanTime(
        alarms.flatMap(({ raisedAt, resolvedAt }) => (resolvedAt === null ? [] : [resolvedAt - raisedAt])),
      ),
    }))
    .toSorted((a, b) => b.failures - a.failures);
}

/** How many were raised in each of so many equal parts. */
export function countsOver(alarms: readonly Alarm[], { from, to }: ReportSpan, parts: number) {
  const width = (to - from) / parts;
  const counts = Array.from({ length: parts }, () => 0);
  for (const { raisedAt } of alarms) {
    const part = Math.floor((raisedAt - from) / width);
    if (part >= 0 && part < parts) counts[part] = (counts[part] ?? 0) + 1;
  }
  return { at: counts.map((_, part) => Math.round(from + part * width)), counts };
}
