import type { Alarm } from '../contract/alarms.ts';
import type { EventOf } from '../contract/events.ts';
import type { AlarmId, EntityId } from '../contract/ids.ts';

type AlarmEvent = EventOf<'alarm.raised' | 'alarm.acknowledged' | 'alarm.resolved'>;

export type AlarmBook = {
  readonly get: (id: AlarmId) => Alarm | undefined;
  /** The one that rings for this rule on this sensor, if any. */
  readonly ringing: (rule: string, sensor: EntityId) => Alarm | undefined;
  /** Not resolved, oldest first. */
  readonly open: () => Alarm[];
  readonly openCount: () => number;
  /** Resolved ones, oldest first; older ones live on in the event log only. */
  readonly past: () => readonly Alarm[];
  readonly nextNumber: () => number;
  readonly fold: (event: AlarmEvent) => void;
  readonly restore: (alarms: readonly Alarm[], lastNumber: number) => void;
};

/** How many resolved alarms the world itself remembers. */
const remembered = 2000;

export function createAlarmBook(): AlarmBook {
  const open = new Map<AlarmId, Alarm>();
  const ringing = new Map<string, AlarmId>();
  const past = new Map<AlarmId, Alarm>();
  let last = 0;
  const keyOf = (rule: string, sensor: EntityId): string => `${rule}|${sensor}`;

  const settle = (alarm: Alarm): void => {
    last = Math.max(last, Number(alarm.id.slice(6)));
    if (alarm.state !== 'RESOLVED') {
      open.set(alarm.id, alarm);
      ringing.set(keyOf(alarm.rule, alarm.sensor), alarm.id);
      return;
    }
    open.delete(alarm.id);
    ringing.delete(keyOf(alarm.rule, alarm.sensor));
    past.set(alarm.id, alarm);
    if (past.size <= remembered) return;
    const oldest = past.keys().next().value;
    if (oldest !== undefined) past.delete(oldest);
  };
  const fold = (event: AlarmEvent): void => {
    if (event.type === 'alarm.raised') return settle(event.alarm);
    const alarm = open.get(event.id);
    if (alarm === undefined) return;
    if (event.type === 'alarm.resolved') return settle({ ...alarm, state: 'RESOLVED', resolvedAt: event.at });
    settle({
      ...alarm,
      state: 'ACKNOWLEDGED',
      acknowledgedAt: event.at,
      acknowledgedBy: event.by,
      note: event.note,
    });
  };
  return {
    get: (id) => open.get(id) ?? past.get(id),
    ringing: (rule, sensor) => {
      const id = ringing.get(keyOf(rule, sensor));
      return id === undefined ? undefined : open.get(id);
    },
    open: () => [...open.values()],
    openCount: () => open.size,
    past: () => [...past.values()],
    nextNumber: () => last + 1,
    fold,
    restore: (alarms, lastNumber) => {
      alarms.forEach(settle);
      last = Math.max(last, lastNumber);
    },
  };
}
