/**
 * What happened, as vCenter tells it: the world's own events in vSphere's types, and what this face did itself.
 * The world keeps its story; this is the newest part of it since the endpoint opened.
 */
import type { Entity } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Announcement } from '../../../host/announcement.ts';
import { isManaged } from '../objects/refs.ts';
import { parentOf } from '../objects/inventory/tree.ts';
import type { TaskRecord } from '../tasks/tasks.ts';
import type { Vc } from '../vc.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Ref } from '../wire/value.ts';
import { argumentsOf } from './arguments.ts';
import { createBeginners } from './beginners.ts';
import type { EventLog, EventRecord, NewEvent } from './event.ts';
import { refusedWork } from './failed-work.ts';
import { connectedEvents } from './first-events.ts';
import { eventsOf } from './from-world.ts';
import { taskEvent } from './from-task.ts';
import { sessionEnded, sessionOpened } from './from-session.ts';

const remembered = 10_000;

/** Things that have no event of their own in vSphere are not looked at. */
const kinds: ReadonlySet<string> = new Set([
  'vm',
  'host',
  'cluster',
  'datastore',
  'datacenter',
  'pool',
  'vswitch',
  'network',
]);

export function createEventLog(self: () => Vc): EventLog {
  let records: EventRecord[] = [];
  let last = 0;
  let seen = new Map<EntityId, Entity>();
  const beginners = createBeginners();
  const append = (vc: Vc, event: NewEvent): void => {
    last += 1;
    const about = event.about;
    records.push({
      ...event,
      key: last,
      at: vc.now(),
      above: aboveOf(vc, about),
      data: dataOf(vc, event, last),
    });
    if (records.length > remembered * 1.2) records = records.slice(-remembered);
  };
  const look = (vc: Vc): void => {
    seen = new Map();
    const { inventory } = vc.world();
    for (const entity of inventory.all())
      if (kinds.has(entity.kind) && isManaged(vc.world(), entity)) seen.set(entity.id, entity);
  };
  const hear = (vc: Vc, announcement: Announcement): void => {
    if (announcement.kind === 'reset') return look(vc);
    if (announcement.kind !== 'events') return;
    for (const logged of beginners.credit(announcement.items)) {
      const { event } = logged;
      for (const each of eventsOf(vc, logged, seen)) append(vc, each);
      if (event.type === 'entity.removed') seen.delete(event.id);
      if (event.type !== 'entity.created' && event.type !== 'entity.changed') continue;
      if (kinds.has(event.entity.kind)) seen.set(event.entity.id, event.entity);
    }
  };
  const newsOf = createTaskNews();
  return {
    all: () => records,
    post: (event) => append(self(), event),
    open: () => {
      const vc = self();
      look(vc);
      for (const event of connectedEvents(vc)) append(vc, event);
      const deaf = [
        vc.listen((announcement) => hear(vc, announcement)),
        vc.tasks.listen((task) => newsOf(vc, task).forEach((event) => append(vc, event))),
        vc.sessions.onStart((session) => append(vc, sessionOpened(vc, session))),
        vc.sessions.onEnd((session) => append(vc, sessionEnded(vc, session))),
      ];
      return () => deaf.forEach((stop) => stop());
    },
  };
}

/** A task is told of when it begins, and once more where nothing came of it. */
function createTaskNews(): (vc: Vc, task: TaskRecord) => readonly NewEvent[] {
  const begun = new WeakSet<TaskRecord>();
  const failed = new WeakSet<TaskRecord>();
  return (vc, task) => {
    const events: NewEvent[] = [];
    if (!begun.has(task)) events.push(taskEvent(vc, task));
    begun.add(task);
    if (task.state === 'error' && !failed.has(task)) {
      failed.add(task);
      events.push(...refusedWork(vc, task));
    }
    return events;
  };
}

function aboveOf(vc: Vc, refs: readonly Ref[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const ref of refs)
    for (let at: Ref | undefined = ref; at !== undefined && !names.has(at.value); at = parentOf(vc, at))
      names.add(at.value);
  return names;
}

const dataOf = (vc: Vc, event: NewEvent, key: number): Data => ({
  _type: event.type,
  key,
  chainId: key,
  createdTime: isoOf(vc.now()),
  userName: event.user,
  ...argumentsOf(vc, event.about),
  fullFormattedMessage: event.message,
  ...(vc.schema.isA(event.type, 'VmEvent') ? { template: false } : {}),
  ...event.fields,
});
