/** EEMUA 191: more than ten new alarms in ten minutes is more than one person can answer. Pure. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { WorldState } from '../../data/world.ts';

const floodWindow = 600_000;
const floodLimit = 10;

/** Over the limit, how many they are; else 0. */
export function floodIn(alarms: Iterable<Alarm>, now: number): number {
  const count = newlyRung(alarms, now);
  return count > floodLimit ? count : 0;
}

/** New alarms in the last ten minutes of lab time that stand for themselves. */
function newlyRung(alarms: Iterable<Alarm>, now: number): number {
  let count = 0;
  for (const alarm of alarms) {
    const isBornQuiet =
      alarm.root !== null || (alarm.shelved !== null && alarm.shelved.until > alarm.raisedAt);
    if (!isBornQuiet && alarm.raisedAt > now - floodWindow && alarm.raisedAt <= now) count += 1;
  }
  return count;
}

export const floodNow = ({ alarms, status }: Pick<WorldState, 'alarms' | 'status'>): number =>
  status === null ? 0 : floodIn(alarms.values(), status.at);
