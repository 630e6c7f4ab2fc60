/** The story in sentences. Names come from the caller, since the thing may be gone by now. */
import type { EventOf, LoggedEvent, WorldEvent } from '../../sim/contract/events.ts';
import { orderTable } from '../../sim/contract/orders.table.ts';

export type EventTone = 'critical' | 'major' | 'minor' | 'info' | 'ok' | 'maintenance' | null;
export type EventSentence = {
  readonly text: string;
  readonly tone: EventTone;
  readonly about: string | null;
};

type NameOf = (id: string) => string;
type Tell<Event> = (event: Event, nameOf: NameOf) => EventSentence;

const plain = (text: string, about: string | null = null): EventSentence => ({ text, tone: null, about });

const words = (text: string): string => text.toLowerCase().replaceAll('_', ' ');

const tells: { readonly [Type in WorldEvent['type']]: Tell<EventOf<Type>> } = {
  'lab.founded': ({ name, seed }) => plain(`Lab “${name}” founded with seed ${seed}`),
  'lab.renamed': ({ name }) => plain(`Lab renamed to “${name}”`),
  'entity.created': ({ entity }) => plain(`${entity.kind} ${entity.name} created`, entity.id),
  'entity.changed': ({ entity }) => plain(`${entity.kind} ${entity.name} changed`, entity.id),
  'entity.removed': ({ id }, nameOf) => plain(`${nameOf(id)} removed`),
  'alarm.raised': ({ alarm }) => ({ text: alarm.message, tone: alarm.severity, about: alarm.source }),
  'alarm.acknowledged': ({ id, by, note }) =>
    plain(`${id} acknowledged by ${by}${note === null ? '' : `: ${note}`}`),
  'alarm.resolved': ({ id }) => ({ text: `${id} resolved by itself`, tone: 'ok', about: null }),
  'alarm.returned': ({ id }) => plain(`${id} is over and waits to be acknowledged`),
  'alarm.shelved': ({ id, shelf }) => plain(`${id} shelved by ${shelf.by}: ${shelf.reason}`),
  'alarm.unshelved': ({ id, by }) => plain(`${id} taken off the shelf by ${by}`),
  'alarm.grouped': ({ id, root }) =>
    plain(root === null ? `${id} stands for itself again` : `${id} is explained by ${root}`),
  'sensor.out-of-service': ({ entry }, nameOf) =>
    plain(`${nameOf(entry.sensor)} out of service: ${entry.reason}`, entry.sensor),
  'sensor.in-service': ({ sensor }, nameOf) => plain(`${nameOf(sensor)} back in service`, sensor),
  'rule.put': ({ rule }) => plain(`Alarm rule ${rule.id} written`),
  'rule.removed': ({ id }) => plain(`Alarm rule ${id} removed`),
  'rules.reset': () => plain('Alarm rules put back as they came'),
  'plant.ordered': ({ order }, nameOf) =>
    plain(
      `${orderTable[order.verb].title}: ${nameOf(order.target)}${order.value === null ? '' : ` (${order.value})`}`,
      order.target,
    ),
  'drill.started': ({ run }) => ({ text: `Drill ${run.drill} started`, tone: 'maintenance', about: null }),
  'drill.ended': ({ id, outcome, report }) => ({
    text: `${id} ended (${words(outcome.replaceAll('-', ' '))}): ${report.score} points`,
    tone: 'maintenance',
    about: null,
  }),
  'scenario.started': ({ run }, nameOf) => ({
    text: `Scenario ${words(run.name)} (${run.severity}) started on ${nameOf(run.target)}`,
    tone: 'maintenance',
    about: run.target,
  }),
  'scenario.stopped': ({ id }) => ({ text: `${id} stopped`, tone: 'maintenance', about: null }),
  'clock.changed': ({ running, speed, owed }) => {
    if (running) return plain(`Clock runs at ×${speed}`);
    return plain(owed > 0 ? `Stepped ${owed} s` : 'Clock paused');
  },
  'chaos.injected': ({ fault }) => ({
    text: `Fault injected on ${fault.match}`,
    tone: 'maintenance',
    about: null,
  }),
  'chaos.cleared': ({ id }) => plain(`${id} cleared`),
};

export function eventSentence(logged: LoggedEvent, nameOf: NameOf): EventSentence {
  const tell = tells[logged.event.type] as Tell<WorldEvent> | undefined;
  return tell === undefined ? plain(logged.event.type) : tell(logged.event, nameOf);
}
