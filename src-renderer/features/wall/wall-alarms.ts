/** Which alarms the wall tells of. Pure. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { byNeed } from '../alarms/alarm-order.ts';

const isCalling = (alarm: Alarm): boolean =>
  alarm.severity === 'critical' && alarm.state === 'ACTIVE' && alarm.root === null && alarm.shelved === null;

export const criticalIds = (alarms: Iterable<Alarm>): ReadonlySet<string> =>
  new Set([...alarms].filter(isCalling).map(({ id }) => id));

/** The newest critical one that was not there before. */
export function newCritical(before: ReadonlySet<string>, alarms: Iterable<Alarm>): Alarm | null {
  const fresh = [...alarms].filter((alarm) => isCalling(alarm) && !before.has(alarm.id));
  return fresh.toSorted((a, b) => b.raisedAt - a.raisedAt)[0] ?? null;
}

/** What is open, what needs someone first on top. */
export const openAlarms = (alarms: Iterable<Alarm>): readonly Alarm[] =>
  [...alarms].filter(({ state }) => state !== 'RESOLVED').toSorted(byNeed);
