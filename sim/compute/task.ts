/** The beginning and the end of a task, and who may not touch a machine meanwhile. */
import type { Actor } from '../contract/actors.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Refusal, Result } from '../contract/result.ts';
import type { Task, TaskEvent, TaskId, TaskPlan, TaskVerb } from '../contract/tasks.ts';
import { asSimMillis } from '../contract/units.ts';
import type { World } from '../kernel/world.ts';

export type NewTask = {
  readonly verb: TaskVerb;
  readonly target: Pick<Entity, 'id' | 'name'>;
  readonly by: Actor;
  readonly seconds: number;
  readonly cancel: 'may' | 'may-not';
  readonly plan: TaskPlan;
  /** Of several that one command begins, the how many-th this is. */
  readonly nth: number;
};

export function started(world: World, task: NewTask): Extract<TaskEvent, { type: 'task.started' }> {
  const now = world.now();
  return {
    type: 'task.started',
    task: {
      id: idAfter(world, task.nth),
      verb: task.verb,
      target: task.target.id,
      name: task.target.name,
      by: task.by.name,
      startedAt: now,
      endsAt: world.work === 'no-time' ? now : asSimMillis(now + Math.max(1, Math.ceil(task.seconds)) * 1000),
      canCancel: task.cancel === 'may',
      state: 'running',
      finishedAt: null,
      refusal: null,
      plan: task.plan,
    },
  };
}

function idAfter(world: World, nth: number): TaskId {
  const next = world.tasks.nextId();
  return `task-${Number(next.slice('task-'.length)) + nth}` as TaskId;
}

export const finished = (
  world: World,
  { id }: Pick<Task, 'id'>,
  refusal: Refusal | null,
): Extract<WorldEvent, { type: 'task.finished' }> => ({
  type: 'task.finished',
  id,
  at: world.now(),
  state: refusal === null ? 'done' : 'failed',
  refusal,
});

export const cancelled = (
  world: World,
  { id }: Pick<Task, 'id'>,
): Extract<WorldEvent, { type: 'task.finished' }> => ({
  type: 'task.finished',
  id,
  at: world.now(),
  state: 'cancelled',
  refusal: null,
});

/** One thing at a time: what is under way on a machine must end first. */
export function idle(
  world: World,
  { id, name }: { readonly id: EntityId; readonly name: string },
): Result<null> {
  const task = world.tasks.on(id);
  if (task === undefined) return accepted(null);
  return refused('busy', `${name} is busy: ${task.verb} (${task.id}) is under way`, {
    hint: task.canCancel ? `Wait for its end, or cancel ${task.id}.` : 'Wait for its end.',
  });
}
