/** A host that is to be worked on: what runs on it goes elsewhere, one after another over its link. */
import type { Actor } from '../contract/actors.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import type { Host } from './allotments.ts';
import { machinesOn, runsNow } from './host-lost.ts';
import { lookAhead } from './look-ahead.ts';
import { moveSeconds } from './migrate.ts';
import { place } from './placement.ts';
import { clusterOf } from './reach.ts';
import { cancelled, idle, started } from './task.ts';
import { withHost } from './turned.ts';

/** Nothing, where nothing runs there; else a move for each, and the task that waits for them. */
export function evacuation(world: World, host: Host, by: Actor): Result<readonly WorldEvent[]> {
  const ahead = lookAhead(without(world, host));
  const pool = clusterOf(world.inventory, host)?.id ?? null;
  const events: WorldEvent[] = [];
  let seconds = 0;
  for (const vm of machinesOn(world, host).filter(runsNow)) {
    const free = idle(world, vm);
    if (!free.ok) return free;
    const target = place(ahead.world, { vm, host: null, pool, not: host.id, admission: 'heed' });
    if (!target.ok) {
      return refused('over-capacity', `Host ${host.name} cannot be emptied: ${target.refusal.message}`, {
        where: 'mode',
        hint: 'Make room elsewhere, or switch some of its machines off.',
      });
    }
    const moved = withHost(vm, target.value.id);
    ahead.move(moved);
    seconds += moveSeconds(world, vm, moved);
    const plan = { host: target.value.id };
    const nth = events.length;
    events.push(started(world, { verb: 'migrate', target: vm, by, seconds, cancel: 'may', plan, nth }));
  }
  if (events.length === 0) return accepted([]);
  const whole = { verb: 'evacuate', target: host, by, seconds: seconds + 1, cancel: 'may' } as const;
  return accepted([...events, started(world, { ...whole, plan: {}, nth: events.length })]);
}

/** As it is while the host takes in no more: what its cluster keeps for a failure it keeps of the others. */
function without(world: World, host: Host): World {
  const { inventory } = world;
  const leaving: Host = { ...host, spec: { ...host.spec, mode: 'entering-maintenance' } };
  const children = function* (id: EntityId | null): Generator<Entity> {
    for (const each of inventory.childrenOf(id)) yield each.id === host.id ? leaving : each;
  };
  const get = (id: EntityId): Entity | undefined => (id === host.id ? leaving : inventory.get(id));
  return { ...world, inventory: { ...inventory, get, childrenOf: children } };
}

/** Given up: moves that are under way end where they began. */
export const evacuationEnded = (world: World, host: Host): readonly WorldEvent[] =>
  machinesOn(world, host)
    .flatMap(({ id }) => world.tasks.on(id) ?? [])
    .filter(({ verb }) => verb === 'migrate')
    .map((task) => cancelled(world, task));
