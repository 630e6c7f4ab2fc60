/** vSphere's tasks: short work of this face, and long work of the world that they follow. */
import type { Task as WorldTask } from '../../../../sim/contract/tasks.ts';
import type { World } from '../../../../sim/index.ts';
import type { Answer, Fault } from '../objects/fault.ts';
import { done } from '../objects/fault.ts';
import { faultOf } from '../objects/faults.ts';
import type { Ref, Value } from '../wire/value.ts';

/** What its work came to, or which of the world's tasks will say. */
export type Worked = {
  readonly result?: Value;
  /** `task-3`: it ends when these do. */
  readonly follows?: readonly string[];
  /** What is left to do when they ended well; its value is the result. */
  readonly after?: () => Promise<Answer>;
};

export type NewTask = {
  /** `PowerOnVM_Task`. */
  readonly name: string;
  /** `VirtualMachine.powerOn`. */
  readonly descriptionId: string;
  readonly entity: Ref | null;
  readonly entityName: string;
  readonly work: () => Promise<Answer<Worked>>;
};

export type TaskRecord = Omit<NewTask, 'work'> & {
  readonly ref: Ref;
  readonly user: string;
  /** Lab time. */
  readonly queuedAt: number;
  state: 'queued' | 'running' | 'success' | 'error';
  follows: readonly string[];
  startedAt: number | null;
  completedAt: number | null;
  result: Value;
  fault: Fault | null;
  cancelled: boolean;
  /** Set by whoever made it with `create`: 0 … 100. */
  progress: number | null;
  /** Of its own words, where a client set them. */
  description: Value;
  /** A client made it, and tells itself how it goes. */
  isOfClient: boolean;
  canCancel: boolean;
};

/** Who began it. */
type Calling = { readonly caller: { readonly user: string } | null };

export type Tasks = {
  /** Begins it and answers with its reference at once. */
  readonly run: (call: Calling, task: NewTask) => Answer<Ref>;
  /** One that a client keeps itself (`CreateTask`). */
  readonly create: (call: Calling, task: Omit<NewTask, 'work'>) => TaskRecord;
  readonly update: (record: TaskRecord, change: Partial<TaskRecord>) => void;
  readonly get: (value: string) => TaskRecord | undefined;
  /** Oldest first: what runs and what ended lately. */
  readonly all: () => readonly TaskRecord[];
  /** 0 … 100 while it runs. */
  readonly progressOf: (record: TaskRecord) => number | undefined;
  readonly worldTasks: (record: TaskRecord) => readonly WorldTask[];
  readonly listen: (listener: (record: TaskRecord) => void) => () => void;
  /** A world's task ended; null: the world is another, and any may have. */
  readonly worldTaskEnded: (id: string | null) => void;
};

const remembered = 1000;

type TasksDeps = {
  readonly world: () => World;
  readonly log: { readonly error: (message: string, more: object) => void };
};

export function createTasks({ world, log }: TasksDeps): Tasks {
  const records = new Map<string, TaskRecord>();
  const listeners = new Set<(record: TaskRecord) => void>();
  const waits = createWaits(world);
  let last = 0;
  const update: Tasks['update'] = (record, change) => {
    Object.assign(record, change);
    for (const listener of listeners) listener(record);
  };
  const worldTasks: Tasks['worldTasks'] = ({ follows }) =>
    follows.flatMap((id) => world().tasks.get(id) ?? []);
  const finish = (record: TaskRecord, answer: Answer): void => update(record, endOf(answer, world().now()));
  const perform = async (record: TaskRecord, work: NewTask['work']): Promise<Answer> => {
    const worked = await work();
    if (!worked.ok) return worked;
    const { follows = [], result, after } = worked.value;
    if (follows.length > 0) {
      update(record, { follows });
      await waits.ended(follows);
      const failed = worldTasks(record).find(({ state }) => state !== 'done');
      if (failed !== undefined) return { ok: false, fault: faultOfTask(failed) };
    }
    return after === undefined ? done(result) : after();
  };
  const create: Tasks['create'] = (call, task) => {
    last += 1;
    const record = newRecord(call, task, { number: last, at: world().now() });
    records.set(record.ref.value, record);
    forgetSome(records);
    return record;
  };
  return {
    create,
    update,
    run: (call, task) => {
      const record = create(call, task);
      update(record, { state: 'running', startedAt: world().now() });
      perform(record, task.work).then(
        (answer) => finish(record, answer),
        (error: unknown) => {
          log.error('a task failed', { task: task.name, error });
          finish(record, { ok: false, fault: ourDefect });
        },
      );
      return done(record.ref);
    },
    get: (value) => records.get(value),
    all: () => [...records.values()],
    progressOf: (record) => progressOf(record, worldTasks(record)[0], world().now()),
    worldTasks,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    worldTaskEnded: waits.heard,
  };
}

const endOf = (answer: Answer, at: number): Partial<TaskRecord> => ({
  state: answer.ok ? 'success' : 'error',
  result: answer.ok ? answer.value : undefined,
  fault: answer.ok ? null : answer.fault,
  completedAt: at,
});

/** Who waits for the end of the world's tasks. */
function createWaits(world: () => World) {
  const waiting = new Set<{ readonly ids: readonly string[]; readonly resolve: () => void }>();
  const isOver = (ids: readonly string[]): boolean =>
    !ids.some((id) => world().tasks.get(id)?.state === 'running');
  return {
    ended: (ids: readonly string[]): Promise<void> =>
      new Promise((resolve) => {
        if (isOver(ids)) resolve();
        else waiting.add({ ids, resolve });
      }),
    heard: (id: string | null): void => {
      for (const each of waiting) {
        if ((id !== null && !each.ids.includes(id)) || !isOver(each.ids)) continue;
        waiting.delete(each);
        each.resolve();
      }
    },
  };
}

type Birth = { readonly number: number; readonly at: number };

const newRecord = (call: Calling, task: Omit<NewTask, 'work'>, { number, at }: Birth): TaskRecord => ({
  name: task.name,
  descriptionId: task.descriptionId,
  entity: task.entity,
  entityName: task.entityName,
  ref: { _ref: 'Task', value: `task-${number}` },
  user: call.caller?.user ?? '',
  queuedAt: at,
  state: 'queued',
  follows: [],
  startedAt: null,
  completedAt: null,
  result: undefined,
  fault: null,
  cancelled: false,
  progress: null,
  description: undefined,
  isOfClient: false,
  canCancel: false,
});

/** The oldest that ended. */
function forgetSome(records: Map<string, TaskRecord>): void {
  for (const [value, { completedAt }] of records) {
    if (records.size <= remembered) return;
    if (completedAt !== null) records.delete(value);
  }
}

function progressOf(record: TaskRecord, followed: WorldTask | undefined, now: number): number | undefined {
  if (record.state !== 'running') return undefined;
  if (followed === undefined) return record.progress ?? undefined;
  const span = followed.endsAt - followed.startedAt;
  return span <= 0 ? 99 : Math.min(99, Math.floor((100 * (now - followed.startedAt)) / span));
}

const ourDefect: Fault = {
  type: 'SystemError',
  message: 'A general system error occurred: a defect of the simulator; its log tells more.',
  fields: { reason: 'internal' },
};

function faultOfTask({ state, refusal }: WorldTask): Fault {
  if (state === 'cancelled' || refusal === null)
    return { type: 'RequestCanceled', message: 'The task was canceled by a user.', fields: {} };
  return faultOf(refusal);
}
