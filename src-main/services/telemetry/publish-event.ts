import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { WorldEvent } from '../../../sim/contract/events.ts';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import { above } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Publisher } from '../../mqtt/publisher.ts';
import type { Outlets } from './outlets.ts';

/** Alarms and the clock, said to whoever listens on the broker. */
export function publishEvent(world: World, publisher: Publisher, event: WorldEvent): void {
  if (event.type === 'clock.changed') {
    publisher.clock({ at: world.now(), running: event.running, speed: event.speed });
    return;
  }
  const id = alarmIn(event);
  const alarm = id === null ? undefined : world.alarms.get(id);
  if (alarm !== undefined) publishAlarm(world, publisher, alarm);
}

/** To a broker that may have forgotten it. */
export function repeatAll(world: World, publisher: Publisher, outlets: Outlets): void {
  outlets.repeat();
  publisher.clock({ at: world.now(), running: world.clock.running, speed: world.clock.speed });
  for (const alarm of world.alarms.open()) publishAlarm(world, publisher, alarm);
}

function publishAlarm(world: World, publisher: Publisher, alarm: Alarm): void {
  const site = above(world.inventory, alarm.source, 'site');
  publisher.alarm(site?.name ?? 'lab', alarm);
}

function alarmIn(event: WorldEvent): AlarmId | null {
  switch (event.type) {
    case 'alarm.raised':
      return event.alarm.id;
    case 'alarm.acknowledged':
    case 'alarm.resolved':
    case 'alarm.returned':
    case 'alarm.shelved':
    case 'alarm.unshelved':
    case 'alarm.annotated':
    case 'alarm.assigned':
    case 'alarm.grouped':
      return event.id;
    default:
      return null;
  }
}
