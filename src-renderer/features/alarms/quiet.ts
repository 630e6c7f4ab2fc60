/** Alarms that are kept out of sight: explained by another, on the shelf, or out of service. Pure. */
import type { Alarm } from '../../../sim/contract/alarms.ts';

export type QuietFacts = {
  /** Alarms whose time on the shelf is not over. */
  readonly shelved: ReadonlySet<string>;
  readonly sensorsOut: { readonly has: (sensor: Alarm['sensor']) => boolean };
  readonly rulesOut: ReadonlySet<string>;
};

export const isQuiet = (alarm: Alarm, facts: QuietFacts): boolean =>
  alarm.root !== null ||
  facts.shelved.has(alarm.id) ||
  facts.sensorsOut.has(alarm.sensor) ||
  facts.rulesOut.has(alarm.rule);

/** How many open alarms each root explains. */
export function childCounts(alarms: Iterable<Alarm>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { root, state } of alarms)
    if (root !== null && state !== 'RESOLVED') counts.set(root, (counts.get(root) ?? 0) + 1);
  return counts;
}

/** Ids of alarms on the shelf at this lab time, as one word: it changes when one comes or goes, and only then. */
export function shelvedKey(alarms: Iterable<Alarm>, now: number): string {
  const ids: string[] = [];
  for (const { id, shelved } of alarms) if (shelved !== null && shelved.until > now) ids.push(id);
  return ids.join(' ');
}

export const shelvedIn = (key: string): ReadonlySet<string> => new Set(key === '' ? [] : key.split(' '));
