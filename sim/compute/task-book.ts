import type { EntityId } from '../contract/ids.ts';
import type { Task, TaskEvent, TaskId } from '../contract/tasks.ts';

/** Ended ones that are remembered. */
const pastTasks = 500;

/** Long work of the lab: what runs, and what ended lately. */
export type TaskBook = {
  readonly get: (id: string) => Task | undefined;
  /** In the order in which they began. */
  readonly running: () => Iterable<Task>;
  readonly all: () => Task[];
  /** What is under way on this one. At most one thing is. */
  readonly on: (target: EntityId) => Task | undefined;
  readonly nextId: () => TaskId;
  readonly fold: (event: TaskEvent) => void;
  /** Undefined before the first: a lab without machines has the hash it had. */
  readonly atRest: () => TasksAtRest | undefined;
  readonly restore: (rest: TasksAtRest) => void;
};

export type TasksAtRest = { readonly tasks: readonly Task[]; readonly last: number };

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

export function createTaskBook(): TaskBook {
  const running = new Map<TaskId, Task>();
  const past = new Map<TaskId, Task>();
  const busy = new Map<EntityId, TaskId>();
  let last = 0;
  const put = (task: Task): void => {
    last = Math.max(last, numberOf(task.id));
    if (task.state === 'running') {
      running.set(task.id, task);
      busy.set(task.target, task.id);
      return;
    }
    running.delete(task.id);
    if (busy.get(task.target) === task.id) busy.delete(task.target);
    past.set(task.id, task);
    const [oldest] = past.size > pastTasks ? past.keys() : [];
    if (oldest !== undefined) past.delete(oldest);
  };
  const get = (id: string): Task | undefined => running.get(id as TaskId) ?? past.get(id as TaskId);
  return {
    get,
    running: () => running.values(),
    all: () => [...past.values(), ...running.values()],
    on: (target) => {
      const id = busy.get(target);
      return id === undefined ? undefined : running.get(id);
    },
    nextId: () => `task-${last + 1}` as TaskId,
    fold: (event) => {
      if (event.type === 'task.started') return put(event.task);
      const task = running.get(event.id);
      if (task !== undefined)
        put({ ...task, state: event.state, finishedAt: event.at, refusal: event.refusal });
    },
    atRest: () => (last === 0 ? undefined : { tasks: [...past.values(), ...running.values()], last }),
    restore: ({ tasks, last: highest }) => {
      for (const task of tasks) put(task);
      last = Math.max(last, highest);
    },
  };
}
