import type { Alarm, Severity } from '../../../sim/contract/alarms.ts';
import { severitySchema } from '../../../sim/contract/alarms.ts';
import type { WorldEvent } from '../../../sim/contract/events.ts';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import { isaStateIn } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';

/** Wall time an alarm is left alone after it rang: what explains it may ring a moment later. */
const gatherMillis = 800;

/** Alarms that wait for someone, and who has been told of them. */
export type WatchList = {
  /** Alarms that can be told of now. */
  readonly ready: (world: World, wall: number) => readonly Alarm[];
  readonly hear: (events: readonly WorldEvent[]) => void;
  /** Severities of those that rang and were over before anyone could be told, since it was last asked. */
  readonly passed: (world: World) => readonly Severity[];
  /** What is told already, under a name for the one who was told. True the first time. */
  readonly tell: (id: AlarmId, whom: string) => boolean;
  /** Another story: what rings now has been told of in it. */
  readonly adopt: (world: World, whom: (alarm: Alarm) => readonly string[]) => void;
};

type Told = { firstSeen: number; readonly whom: Set<string> };

export function createWatchList(): WatchList {
  const told = new Map<AlarmId, Told>();
  const fresh = new Map<AlarmId, Severity>();
  const forget = (world: World): void => {
    for (const id of told.keys()) if (isOver(world, id)) told.delete(id);
  };
  return {
    hear: (events) => {
      for (const event of events) {
        if (event.type === 'alarm.raised') fresh.set(event.alarm.id, event.alarm.severity);
        // Explained once, it was somebody else's trouble.
        if (event.type === 'alarm.grouped') fresh.delete(event.id);
      }
    },
    ready: (world, wall) => {
      forget(world);
      if (world.alarms.openCount() === 0) return [];
      return world.alarms.open().filter((alarm) => {
        if (isaStateIn(world, alarm) !== 'unacknowledged') return false;
        const known = told.get(alarm.id);
        if (known !== undefined) return wall - known.firstSeen >= gatherMillis;
        told.set(alarm.id, { firstSeen: wall, whom: new Set() });
        return false;
      });
    },
    passed: (world) => {
      const over = [...fresh].filter(([id]) => isOver(world, id));
      for (const [id] of over) fresh.delete(id);
      const isUntold = (id: AlarmId): boolean => (told.get(id)?.whom.size ?? 0) === 0;
      return over.flatMap(([id, severity]) => (isUntold(id) && isForSomeone(world, id) ? [severity] : []));
    },
    tell: (id, whom) => {
      fresh.delete(id);
      const known = told.get(id) ?? { firstSeen: 0, whom: new Set<string>() };
      told.set(id, known);
      if (known.whom.has(whom)) return false;
      known.whom.add(whom);
      return true;
    },
    adopt: (world, whom) => {
      told.clear();
      fresh.clear();
      for (const alarm of world.alarms.open())
        told.set(alarm.id, { firstSeen: Number.NEGATIVE_INFINITY, whom: new Set(whom(alarm)) });
    },
  };
}

const isOver = ({ alarms }: World, id: AlarmId): boolean => {
  const alarm = alarms.get(id);
  return alarm === undefined || alarm.state === 'RESOLVED';
};

/** What a root explained or a shelf hid was never for anyone's eyes. */
function isForSomeone({ alarms }: World, id: AlarmId): boolean {
  const alarm = alarms.get(id);
  return (
    alarm !== undefined && alarm.root === null && alarm.shelved === null && alarm.acknowledgedAt === null
  );
}

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severitySchema.options.indexOf(severity) <= severitySchema.options.indexOf(least);
