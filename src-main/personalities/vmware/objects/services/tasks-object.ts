/** TaskManager, and the collectors that look back over tasks. */
import { windowMethods } from './history-methods.ts';
import { randomUUID } from 'node:crypto';
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { TaskRecord } from '../../tasks/tasks.ts';
import type { Vc } from '../../vc.ts';
import { roomFor } from '../../shelves.ts';
import { dataAt, flagAt, numberAt, refAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data, Ref, Value } from '../../wire/value.ts';
import { done, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { parentOf } from '../inventory/tree.ts';
import { managed, service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { createHistory, mostAtOnce } from './history.ts';
import type { History } from './history.ts';
import { createTask, taskInfo, taskType } from './task.ts';

/** vCenter shows a task for ten minutes after its end. */
const recentMillis = 600_000;

export const taskTypes = (): readonly AnyManaged[] => [
  service('TaskManager', {
    properties: {
      recentTask: (_, { vc }) => recent(vc).map(({ ref }) => ref),
      description: (_, { vc }) => description(vc),
      maxCollector: () => 32,
    },
    methods: { CreateTask: createTask, CreateCollectorForTasks: (call) => createCollector(call) },
  }),
  taskType(),
  collectorType(),
];

const recent = (vc: Vc): readonly TaskRecord[] =>
  vc.tasks.all().filter(({ completedAt }) => completedAt === null || vc.now() - completedAt < recentMillis);

/** What each kind of task is called: those that have been begun here. */
function description({ schema }: Vc): Data {
  const methodInfo = schema
    .names('method')
    .filter((name) => name.endsWith('_Task'))
    .flatMap((name) => schema.method(name) ?? [])
    .map(({ owner, verb, name }) => {
      const words = name.replace(/_Task$/, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
      return { key: `${owner}.${verb}`, label: words, summary: words };
    });
  const states = ['queued', 'running', 'success', 'error'];
  return {
    _type: 'TaskDescription',
    methodInfo,
    state: states.map((key) => ({ key, label: key, summary: key })),
    reason: ['TaskReasonUser', 'TaskReasonSystem', 'TaskReasonAlarm', 'TaskReasonSchedule'].map((key) => ({
      key,
      label: key.slice('TaskReason'.length),
      summary: key.slice('TaskReason'.length),
    })),
  };
}

type Collector = { readonly filter: Data; readonly history: History<TaskRecord> };

const isCollector = (thing: unknown): thing is Collector =>
  typeof thing === 'object' && thing !== null && 'history' in thing && 'filter' in thing;

function createCollector(call: Call): Answer<Ref> {
  const { vc, caller } = call;
  const room = roomFor(call);
  if (!room.ok) return room;
  const filter: Data = { ...dataAt(call.args, 'filter'), _type: 'TaskFilterSpec' };
  const ref: Ref = { _ref: 'TaskHistoryCollector', value: `session[${caller?.key ?? ''}]${randomUUID()}` };
  const history = createHistory(() => vc.tasks.all().filter((task) => passes(vc, task, filter)));
  const collector: Collector = { filter, history };
  vc.shelf(caller).put(ref, collector);
  return done(ref);
}

function passes(vc: Vc, task: TaskRecord, filter: Data): boolean {
  const states = textListAt(filter, 'state');
  if (states.length > 0 && !states.includes(task.state)) return false;
  if (!isBy(task, filter)) return false;
  return isWithin(task, filter) && isOn(vc, task, filter);
}

function isBy({ user }: TaskRecord, filter: Data): boolean {
  if (dataAt(filter, 'userName') === undefined) return true;
  const users = textListAt(filter, 'userName.userList');
  if (flagAt(filter, 'userName.systemUser') === true && user === '') return true;
  return users.some((name) => name.toLowerCase() === user.toLowerCase());
}

function isWithin(task: TaskRecord, filter: Data): boolean {
  const which = textAt(filter, 'time.timeType');
  if (which === undefined) return true;
  const times = { queuedTime: task.queuedAt, startedTime: task.startedAt, completedTime: task.completedAt };
  const time = times[which as keyof typeof times];
  if (time === null) return false;
  const begin = textAt(filter, 'time.beginTime');
  const end = textAt(filter, 'time.endTime');
  return (begin === undefined || time >= Date.parse(begin)) && (end === undefined || time <= Date.parse(end));
}

function isOn(vc: Vc, { entity }: TaskRecord, filter: Data): boolean {
  const wanted = refAt(filter, 'entity.entity');
  if (wanted === undefined) return true;
  if (entity === null) return false;
  const how = textAt(filter, 'entity.recursion');
  if (how !== 'children' && entity.value === wanted.value) return true;
  if (how === 'self') return false;
  for (let at = parentOf(vc, entity); at !== undefined; at = parentOf(vc, at))
    if (at.value === wanted.value) return true;
  return isRunOn(vc, entity, wanted);
}

/** A machine's tasks are its host's and its pool's too. */
function isRunOn(vc: Vc, entity: Ref, wanted: Ref): boolean {
  const vm: Entity | undefined = vc.refs.entity(entity);
  if (vm?.kind !== 'vm') return false;
  return [vm.spec.host, vm.spec.pool].some((id) => vc.refs.ofId(id)?.value === wanted.value);
}

const read =
  (direction: 'next' | 'previous'): Method<Collector> =>
  ({ vc, args }, { history }) => {
    const count = numberAt(args, 'maxCount') ?? 0;
    if (count <= 0) return invalidArgument('maxCount', 'Ask for one or more.');
    return done(infos(vc, history[direction](Math.min(count, mostAtOnce))));
  };

const infos = (vc: Vc, tasks: readonly TaskRecord[]): readonly Value[] =>
  tasks.map((task) => taskInfo(vc, task));

const collectorType = (): AnyManaged =>
  managed<Collector>({
    type: 'TaskHistoryCollector',
    find: ({ vc, caller }, ref) => {
      const thing = vc.shelf(caller).get(ref);
      return isCollector(thing) ? thing : undefined;
    },
    properties: {
      filter: ({ filter }) => filter,
      latestPage: ({ history }, { vc }) => infos(vc, history.latestPage()),
    },
    methods: {
      ReadNextTasks: read('next'),
      ReadPreviousTasks: read('previous'),
      ...windowMethods,
    },
  });
