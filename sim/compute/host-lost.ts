/** A host that dies takes its machines down; a cluster with HA brings them back elsewhere, the host its own. */
import type { Actor } from '../contract/actors.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { Refusal } from '../contract/result.ts';
import type { Task } from '../contract/tasks.ts';
import type { World } from '../kernel/world.ts';
import type { Host, Vm } from './allotments.ts';
import { failureDetection, hostBootSeconds, restartWait, setupSeconds } from './durations.table.ts';
import { clusterOf, hostsIn } from './reach.ts';
import { finished, started } from './task.ts';
import { fallen } from './turned.ts';

const order = ['highest', 'high', 'medium', 'low', 'lowest'] as const;
const placeInLine = ({ spec }: Vm): number => order.findIndex((each) => each === spec.restart);

export function machinesOn(world: World, host: Host): readonly Vm[] {
  return world.allotments.machinesOn(host.id).flatMap((id) => {
    const vm = world.inventory.get(id);
    return vm?.kind === 'vm' ? [vm] : [];
  });
}

export const runsNow = ({ spec }: Vm): boolean => spec.power === 'on' || spec.power === 'paused';

/** All that follows from its end, but for what the host itself becomes. */
export function fall(world: World, host: Host, by: Actor): readonly WorldEvent[] {
  const running = machinesOn(world, host).filter(runsNow);
  const events: WorldEvent[] = [...cutShort(world, host)];
  for (const vm of running) events.push({ type: 'entity.changed', entity: fallen(vm, host.id) });
  if (clusterOf(world.inventory, host)?.spec.ha !== true) return events;
  const saved = running
    .filter(({ spec }) => spec.restart !== 'off')
    .toSorted((one, other) => placeInLine(one) - placeInLine(other));
  for (const [nth, vm] of saved.entries()) {
    const wait = vm.spec.restart === 'off' ? 0 : restartWait[vm.spec.restart];
    events.push(restarting(world, vm, { by, nth, seconds: failureDetection + wait }));
  }
  return events;
}

type Restart = {
  readonly by: Actor;
  readonly nth: number;
  readonly seconds: number;
  readonly host?: Host;
};

const restarting = (world: World, vm: Vm, { by, nth, seconds, host }: Restart): WorldEvent =>
  started(world, {
    verb: 'restart',
    target: vm,
    by,
    seconds,
    cancel: 'may',
    plan: host === undefined ? {} : { host: host.id },
    nth,
  });

/** What was under way on it or to it does not end well; copies of disks are the stores' own affair. */
function cutShort(world: World, host: Host): readonly WorldEvent[] {
  const why: Refusal = { code: 'wrong-state', message: `Host ${host.name} went down meanwhile` };
  const isHit = (task: Task): boolean => {
    if (task.target === host.id) return true;
    const vm = world.inventory.get(task.target);
    const isCopy = task.verb === 'create' || task.verb === 'clone' || task.verb === 'restart';
    return vm?.kind === 'vm' && vm.spec.host === host.id && !isCopy;
  };
  return [...world.tasks.running()].filter(isHit).map((task) => finished(world, task, why));
}

export const booting = (world: World, host: Host, { by, nth }: Pick<Restart, 'by' | 'nth'>): WorldEvent =>
  started(world, {
    verb: 'boot',
    target: host,
    by,
    seconds: hostBootSeconds[host.spec.product],
    cancel: 'may-not',
    plan: {},
    nth,
  });

/** It answers again: its own come back with it, and those of its cluster that found no room so far. */
export function risen(world: World, host: Host, by: Actor): readonly WorldEvent[] {
  const cluster = clusterOf(world.inventory, host);
  const peers = cluster?.spec.ha === true ? hostsIn(world.inventory, cluster.id) : [host];
  const waiting = peers
    .flatMap((peer) => machinesOn(world, peer))
    .filter(({ id, spec }) => spec.fellWith !== undefined && world.tasks.on(id) === undefined)
    .filter((vm) => (vm.spec.host === host.id ? vm.spec.startsWithHost : vm.spec.restart !== 'off'))
    .toSorted((one, other) => placeInLine(one) - placeInLine(other));
  return waiting.map((vm, nth) =>
    restarting(world, vm, {
      by,
      nth,
      seconds: setupSeconds * (nth + 1),
      ...(vm.spec.host === host.id ? { host } : {}),
    }),
  );
}
