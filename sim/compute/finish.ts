/** What a task comes to when its time is over: judged anew, for the lab went on meanwhile. */
import type { Actor } from '../contract/actors.ts';
import type { WorldEvent } from '../contract/events.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { Task, TaskCommand } from '../contract/tasks.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { bladeAs } from './blades.ts';
import { evacuationEnded } from './evacuate.ts';
import { fine, gone } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOfHost } from './outcome-of-host.ts';
import { outcomeOfVm } from './outcome-of-vm.ts';
import { removal } from './remove.ts';
import { cancelled, finished } from './task.ts';
import { hostAs } from './turned.ts';

export function decideTask(world: World, command: TaskCommand, actor: Actor): Result<Decision> {
  const task = world.tasks.get(command.id);
  if (task === undefined) return refused('not-found', `There is no ${command.id}`, { where: 'id' });
  if (task.state !== 'running') {
    return refused('wrong-state', `${task.id} is ${task.state} already`, { where: 'id' });
  }
  return command.type === 'task.cancel' ? cancel(world, task) : finish(world, task, actor);
}

function cancel(world: World, task: Task): Result<Decision> {
  if (!task.canCancel) {
    return refused('wrong-state', `${task.id} (${task.verb} of ${task.name}) cannot be cancelled`, {
      where: 'id',
      hint: 'Wait for its end.',
    });
  }
  return decided([...undone(world, task), cancelled(world, task)], []);
}

/** A copy that is not whole goes; all else stands as it stood. */
function undone(world: World, task: Task): readonly WorldEvent[] {
  const target = world.inventory.get(task.target);
  const isCopy = task.verb === 'create' || task.verb === 'clone';
  if (isCopy && target?.kind === 'vm') return removal(world, target);
  const isEmptying = task.verb === 'evacuate' && target?.kind === 'host';
  return isEmptying ? [hostAs(target, { mode: 'normal' }), ...evacuationEnded(world, target)] : [];
}

function finish(world: World, task: Task, actor: Actor): Result<Decision> {
  if (actor.origin !== 'system') {
    return refused('not-allowed', 'A task ends when its time is over, or is cancelled', { where: 'id' });
  }
  if (world.now() < task.endsAt) {
    const seconds = Math.ceil((task.endsAt - world.now()) / 1000);
    return refused('wrong-state', `${task.id} has ${seconds} s to go`, { where: 'id' });
  }
  const { events, refusal } = outcomeOf(world, task, actor);
  return decided([...events, finished(world, task, refusal)], []);
}

function outcomeOf(world: World, task: Task, actor: Actor): Outcome {
  const target = world.inventory.get(task.target);
  switch (target?.kind) {
    case 'vm':
      return outcomeOfVm(world, task, target);
    case 'host':
      return outcomeOfHost(world, { task, host: target, by: actor });
    case 'blade':
      return fine([
        { type: 'entity.changed', entity: bladeAs(target, task.verb === 'shutdown' ? 'off' : 'on') },
      ]);
    default:
      return gone(task);
  }
}
