/** What the runs of a lab's drills say, and what a running one has come to so far. Pure. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import { text } from '../../text/text.ts';
import { clockSpan } from '../../ui/numbers.ts';

export const runningDrill = (runs: Iterable<DrillRun>): DrillRun | null =>
  [...runs].find(({ outcome }) => outcome === 'running') ?? null;

/** Newest first. */
export const endedDrills = (runs: Iterable<DrillRun>): readonly DrillRun[] =>
  [...runs].filter(({ outcome }) => outcome !== 'running').toSorted((a, b) => b.startedAt - a.startedAt);

export type Taken = { readonly times: number; readonly best: number | null };

/** A script is watched, not scored; a drill that was given up counts as taken, and its score does not. */
export function takenOf(card: Pick<DrillCard, 'id' | 'kind'>, runs: Iterable<DrillRun>): Taken {
  const mine = [...runs].filter((run) => run.drill === card.id && run.report !== null);
  const scores =
    card.kind === 'script'
      ? []
      : mine.flatMap((run) => (run.outcome === 'given-up' ? [] : (run.report?.score ?? [])));
  return { times: mine.length, best: scores.length === 0 ? null : Math.max(...scores) };
}

const numberOf = ({ id }: Alarm): number => Number(id.slice('alarm-'.length));

/** Those that rang since it began: what the page has seen, over what the host remembers. Oldest first. */
export function alarmsOfDrill(
  run: Pick<DrillRun, 'alarmBefore'>,
  live: Iterable<Alarm>,
  past: Iterable<Alarm>,
): readonly Alarm[] {
  const known = new Map([...past, ...live].map((alarm) => [alarm.id, alarm]));
  return [...known.values()]
    .filter((alarm) => numberOf(alarm) > run.alarmBefore)
    .toSorted((a, b) => numberOf(a) - numberOf(b));
}

export type AlarmCounts = { readonly raised: number; readonly acknowledged: number; readonly open: number };

export const countsOf = (alarms: readonly Alarm[]): AlarmCounts => ({
  raised: alarms.length,
  acknowledged: alarms.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
  open: alarms.filter(({ state }) => state !== 'RESOLVED').length,
});

type Begun = Pick<DrillRun, 'startedAt'>;

/** `00:04:10 of 01:30:00` */
export const elapsedWords = ({ startedAt }: Begun, limit: number, now: number): string =>
  text().scenarios.drill.elapsed(clockSpan(Math.max(0, now - startedAt)), clockSpan(limit * 1000));

export const elapsedShare = ({ startedAt }: Begun, limit: number, now: number): number =>
  limit <= 0 ? 1 : Math.min(1, Math.max(0, now - startedAt) / (limit * 1000));
