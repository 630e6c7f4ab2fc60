import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Task, TaskView } from '../../../sim/contract/tasks.ts';
import type { Params, ReaderDeps } from './params.ts';

const numberOf = ({ id }: Task): number => Number(id.slice('task-'.length));

export function readTasks(
  { session }: Pick<ReaderDeps, 'session'>,
  { target, states, limit }: Params<'tasks'>,
): Result<QueryAnswer<'tasks'>> {
  const { world } = session();
  const now = world.now();
  const items = world.tasks
    .all()
    .filter((task) => target === undefined || task.target === target)
    .filter((task) => states === undefined || states.includes(task.state))
    .toSorted((one, other) => numberOf(other) - numberOf(one))
    .slice(0, limit)
    .map((task): TaskView => ({ ...task, progress: progressOf(task, now) }));
  return accepted({ items });
}

function progressOf({ state, startedAt, endsAt, finishedAt }: Task, now: number): number {
  if (state === 'done') return 1;
  // Of one that failed or was cancelled, how far it had come.
  const share = ((finishedAt ?? now) - startedAt) / (endsAt - startedAt);
  return Math.max(0, Math.min(1, share));
}
