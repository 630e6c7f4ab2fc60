/** `ScheduledTaskManager` and its tasks: methods that are called at a time of the lab. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { refusedBy } from '../objects/faults.ts';
import { managed, service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import type { Vc } from '../vc.ts';
import { dataAt, flagAt, refAt, textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Ref } from '../wire/value.ts';
import { keepScheduled, newId, nextOf, scheduledIn, scheduledRef } from './book.ts';
import type { Scheduled } from './book.ts';
import { actionWords, dayWords, schedulerWords, stateWords, weekWords } from './description.table.ts';
import { tell } from './run.ts';
import { problemWith } from './times.ts';

type Thing = { readonly id: string; readonly scheduled: Scheduled };

const timeOf = (at: number | null | undefined): string | undefined =>
  at === null || at === undefined ? undefined : isoOf(at);

function infoOf(vc: Vc, { id, scheduled }: Thing): Data {
  const { name, description, enabled, scheduler, action, notification, object } = scheduled;
  const active = vc.schedule.active(id);
  return {
    _type: 'ScheduledTaskInfo',
    name,
    description,
    enabled,
    scheduler,
    action,
    notification: notification ?? '',
    scheduledTask: scheduledRef(id),
    entity: object,
    lastModifiedTime: isoOf(scheduled.made),
    lastModifiedUser: scheduled.by,
    nextRunTime: timeOf(nextOf(vc, scheduled)),
    prevRunTime: timeOf(scheduled.ran),
    state: active === undefined ? (scheduled.state ?? 'queued') : 'running',
    error: active === undefined ? scheduled.error : undefined,
    activeTask: active ?? undefined,
    taskObject: object,
  };
}

function scheduleIn(spec: Data): Answer<Data> {
  const scheduler = dataAt(spec, 'scheduler') ?? {};
  const isKnown = schedulerWords.some(({ key }) => key === textAt(scheduler, '_type'));
  const problem = isKnown ? problemWith(scheduler) : 'this is no schedule that is known here';
  return problem === null
    ? done(scheduler)
    : invalidArgument('spec.scheduler', `The schedule cannot be kept: ${problem}.`);
}

/** What a specification asks for, if it can be done. */
function read(call: Call, object: Ref): Answer<Scheduled> {
  const spec = dataAt(call.args, 'spec') ?? {};
  const name = textAt(spec, 'name') ?? '';
  const action = dataAt(spec, 'action') ?? {};
  if (name.trim() === '') return faulted('InvalidName', 'A scheduled task needs a name.', { name });
  const able = canDo(call.vc, action, object);
  if (!able.ok) return able;
  const scheduler = scheduleIn(spec);
  if (!scheduler.ok) return scheduler;
  return done({
    name,
    description: textAt(spec, 'description') ?? '',
    enabled: flagAt(spec, 'enabled') === true,
    scheduler: scheduler.value,
    action,
    notification: textAt(spec, 'notification') ?? '',
    object,
    made: call.vc.now(),
    by: call.caller?.user ?? '',
  });
}

function canDo({ schema, types }: Vc, action: Data, object: Ref): Answer<null> {
  const type = textAt(action, '_type') ?? '';
  if (type !== 'MethodAction')
    return faulted(
      'NotSupported',
      `${type} is not done here: only methods of objects are called on schedule.`,
    );
  const method = textAt(action, 'name') ?? '';
  const isThere = schema.managedType(object._ref)?.methods.has(method) === true;
  return isThere && types.get(object._ref)?.methods[method] !== undefined
    ? done(null)
    : invalidArgument('spec.action', `${object._ref} has no method ${method} here.`);
}

function taken(vc: Vc, name: string, except: string): Answer<null> {
  const other = Object.entries(scheduledIn(vc)).find(([id, each]) => each.name === name && id !== except);
  return other === undefined
    ? done(null)
    : faulted('DuplicateName', `There is a scheduled task ${name}.`, {
        name,
        object: scheduledRef(other[0]),
      });
}

const create =
  (parameter: 'entity' | 'obj'): Method<null> =>
  async (call) => {
    const { vc } = call;
    const object = refAt(call.args, parameter);
    const type = object === undefined ? undefined : vc.types.get(object._ref);
    if (object === undefined || type?.find(call, object) === undefined)
      return invalidArgument(parameter, 'There is no such object.');
    const fault = vc.access.refusal(call, object, ['ScheduledTask.Create']);
    if (fault !== null) return { ok: false, fault };
    const scheduled = read(call, object);
    if (!scheduled.ok) return scheduled;
    const free = taken(vc, scheduled.value.name, '');
    if (!free.ok) return free;
    const id = newId(vc);
    const kept = await keepScheduled(vc, call.caller, { [id]: scheduled.value });
    if (!kept.ok) return refusedBy(kept.refusal);
    tell(vc, { id, scheduled: scheduled.value, type: 'ScheduledTaskCreatedEvent', words: 'was created' });
    return done(scheduledRef(id));
  };

const reconfigure: Method<Thing> = async (call, { id, scheduled: before }) => {
  const scheduled = read(call, before.object);
  if (!scheduled.ok) return scheduled;
  const free = taken(call.vc, scheduled.value.name, id);
  if (!free.ok) return free;
  const kept = await keepScheduled(call.vc, call.caller, { [id]: scheduled.value });
  if (!kept.ok) return refusedBy(kept.refusal);
  const words = 'was reconfigured';
  tell(call.vc, { id, scheduled: scheduled.value, type: 'ScheduledTaskReconfiguredEvent', words });
  return done(undefined);
};

const remove: Method<Thing> = async (call, { id, scheduled }) => {
  if (call.vc.schedule.active(id) !== undefined)
    return faulted('InvalidState', `The scheduled task ${scheduled.name} is running.`);
  const kept = await keepScheduled(call.vc, call.caller, { [id]: null });
  if (!kept.ok) return refusedBy(kept.refusal);
  tell(call.vc, { id, scheduled, type: 'ScheduledTaskRemovedEvent', words: 'was removed' });
  return done(undefined);
};

const run: Method<Thing> = ({ vc }, { id, scheduled }) => {
  if (vc.schedule.active(id) !== undefined)
    return faulted('InvalidState', `The scheduled task ${scheduled.name} is running.`);
  vc.schedule.run(id);
  return done(undefined);
};

const about =
  (parameter: 'entity' | 'obj'): Method<null> =>
  ({ vc, args }) => {
    const object = refAt(args, parameter);
    const found = Object.entries(scheduledIn(vc)).filter(
      ([, each]) => object === undefined || each.object.value === object.value,
    );
    return done(found.map(([id]) => scheduledRef(id)));
  };

const words = (type: string, all: readonly Data[]): readonly Data[] =>
  all.map((each) => ({ ...each, _type: type }));

export const scheduledTypes = (): readonly AnyManaged[] => [
  service('ScheduledTaskManager', {
    properties: {
      scheduledTask: (_, { vc }) => Object.keys(scheduledIn(vc)).map(scheduledRef),
      description: () => ({
        _type: 'ScheduledTaskDescription',
        action: words('TypeDescription', actionWords),
        schedulerInfo: words('ScheduledTaskDetail', schedulerWords),
        state: words('ElementDescription', stateWords),
        dayOfWeek: words('ElementDescription', dayWords),
        weekOfMonth: words('ElementDescription', weekWords),
      }),
    },
    methods: {
      CreateScheduledTask: create('entity'),
      CreateObjectScheduledTask: create('obj'),
      RetrieveEntityScheduledTask: about('entity'),
      RetrieveObjectScheduledTask: about('obj'),
    },
  }),
  managed<Thing>({
    type: 'ScheduledTask',
    find: ({ vc }, { value }) => {
      const scheduled = scheduledIn(vc)[value];
      return scheduled === undefined ? undefined : { id: value, scheduled };
    },
    properties: { info: (thing, { vc }) => infoOf(vc, thing), value: () => [], availableField: () => [] },
    methods: { ReconfigureScheduledTask: reconfigure, RemoveScheduledTask: remove, RunScheduledTask: run },
  }),
];
