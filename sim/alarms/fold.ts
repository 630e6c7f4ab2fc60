import { alarmRuleSchema } from '../contract/alarms.ts';
import type { EventOf, WorldEvent } from '../contract/events.ts';
import type { World } from '../kernel/world.ts';
import type { AlarmHappening } from '../contract/alarm-happenings.ts';

export type AlarmEvent = EventOf<
  Extract<WorldEvent['type'], `alarm.${string}` | `sensor.${string}` | `rule.${string}` | `rules.${string}`>
>;

type Folded = Pick<World, 'alarms' | 'rules' | 'outOfService'>;

/** Folds what happened to alarms, their rules and their sensors. */
export function foldAlarm(world: Folded, event: AlarmEvent): void {
  switch (event.type) {
    case 'sensor.out-of-service':
      world.outOfService.set(event.entry.sensor, event.entry);
      return;
    case 'sensor.in-service':
      world.outOfService.delete(event.sensor);
      return;
    case 'rule.put':
      world.rules.put(alarmRuleSchema.parse(event.rule));
      return;
    case 'rule.removed':
      world.rules.remove(event.id);
      return;
    case 'rules.reset':
      world.rules.reset();
      return;
    default:
      world.alarms.fold(event satisfies AlarmHappening);
  }
}
