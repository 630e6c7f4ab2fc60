import type { Alarm } from './alarms.ts';
import type { EventOf, WorldEvent } from './events.ts';

/** What can happen to alarms. */
export type AlarmHappening = EventOf<Extract<WorldEvent['type'], `alarm.${string}`>>;
type LaterHappening = Exclude<AlarmHappening, { type: 'alarm.raised' }>;

/** The alarm as it is after something happened to it. */
export function after(alarm: Alarm, event: LaterHappening): Alarm {
  switch (event.type) {
    case 'alarm.acknowledged':
      return {
        ...alarm,
        // One that is over already stays so: only the list of the returned loses it.
        state: alarm.state === 'RESOLVED' ? 'RESOLVED' : 'ACKNOWLEDGED',
        acknowledgedAt: event.at,
        acknowledgedBy: event.by,
        note: event.note,
      };
    case 'alarm.resolved':
      return { ...alarm, state: 'RESOLVED', condition: 'gone', resolvedAt: event.at };
    case 'alarm.returned':
      return { ...alarm, condition: 'gone' };
    case 'alarm.shelved':
      return { ...alarm, shelved: event.shelf };
    case 'alarm.unshelved':
      return { ...alarm, shelved: null };
    case 'alarm.annotated':
      return { ...alarm, notes: [...alarm.notes, event.note] };
    case 'alarm.assigned':
      return { ...alarm, assignedTo: event.to };
    case 'alarm.grouped':
      return { ...alarm, root: event.root };
    default:
      return event satisfies never;
  }
}
