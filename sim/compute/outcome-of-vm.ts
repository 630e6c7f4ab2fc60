import type { Result } from '../contract/result.ts';
import type { Task } from '../contract/tasks.ts';
import type { World } from '../kernel/world.ts';
import type { Host, Vm } from './allotments.ts';
import { consolidated } from './consolidate.ts';
import { movedTo } from './migrate.ts';
import { failed, fine, gone } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { place } from './placement.ts';
import { promoted } from './promote.ts';
import { clusterOf } from './reach.ts';
import { removal } from './remove.ts';
import { revertedOn } from './snapshots.ts';
import { hostToStart } from './start.ts';
import { changed, turnedOff, turnedOn, withHost, withPower } from './turned.ts';

const became = (vm: Result<Vm>): Outcome => (vm.ok ? fine([changed(vm.value)]) : failed(vm.refusal));

export function outcomeOfVm(world: World, task: Task, vm: Vm): Outcome {
  switch (task.verb) {
    case 'create':
    case 'clone':
      return whole(world, task, vm);
    case 'suspend':
      return fine([changed(withPower(vm, 'suspended'))]);
    case 'resume':
      return awake(world, task, vm);
    case 'shutdown':
      return fine([changed(turnedOff(vm))]);
    case 'reboot':
      return fine([changed(turnedOn(vm, vm.spec.host, world.now()))]);
    case 'migrate':
      return became(movedTo(world, vm, task.plan));
    case 'snapshot':
      return fine([]);
    case 'consolidate':
      return fine([changed(consolidated(vm))]);
    case 'promote':
      return became(promoted(world, vm));
    case 'revert':
      return became(revertedOn(world, vm, task));
    case 'restart':
      return restarted(world, task, vm);
    case 'boot':
    case 'evacuate':
      return gone(task);
    default:
      return task.verb satisfies never;
  }
}

/** Its disks are there. Where it shall start and cannot, it stays off and the task says why. */
function whole(world: World, { plan: { from, afterwards, since } }: Task, vm: Vm): Outcome {
  if (from !== undefined && world.inventory.get(from) === undefined) {
    const message = `${from}, from which ${vm.name} was made, is no longer there`;
    return { events: removal(world, vm), refusal: { code: 'unknown-entity', message } };
  }
  if (afterwards === undefined || afterwards === 'leave-off') return fine([]);
  const beside = afterwards === 'go-on' ? (vm.spec.host ?? undefined) : undefined;
  const host = hostToStart(world, vm, beside);
  return host.ok ? fine([changed(turnedOn(vm, host.value.id, since ?? world.now()))]) : failed(host.refusal);
}

function awake(world: World, { plan }: Task, vm: Vm): Outcome {
  const host = hostToStart(world, vm, plan.host);
  return host.ok ? fine([changed(withHost(withPower(vm, 'on'), host.value.id))]) : failed(host.refusal);
}

/** After a failure: on its own host once that is back, else wherever its cluster has room, also what it kept free. */
function restarted(world: World, { plan }: Task, vm: Vm): Outcome {
  if (vm.spec.power !== 'off') return fine([]);
  const asOn = turnedOn(vm, vm.spec.host, world.now());
  const host = place(world, { vm: asOn, ...whither(world, vm, plan.host), not: null, admission: 'use-up' });
  return host.ok ? fine([changed(turnedOn(vm, host.value.id, world.now()))]) : failed(host.refusal);
}

function whither(
  world: World,
  vm: Vm,
  wanted: Host['id'] | undefined,
): Pick<Parameters<typeof place>[1], 'host' | 'pool'> {
  const home = vm.spec.host === null ? undefined : world.inventory.get(vm.spec.host);
  const cluster = home?.kind === 'host' ? clusterOf(world.inventory, home) : undefined;
  return { host: wanted ?? null, pool: cluster?.id ?? vm.spec.pool };
}
