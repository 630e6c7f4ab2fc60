/** Who carries what, and how many machines lie below each thing: made in one walk, held until the inventory changes. */
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../../../sim/index.ts';

type Carrier = EntityOf<'host'> | EntityOf<'chassis'>;

export type TreeIndex = {
  readonly vmsOn: (host: EntityId) => readonly EntityOf<'vm'>[];
  readonly carriedBy: (device: EntityId) => readonly Carrier[];
  readonly children: (id: EntityId, kind: Kind) => readonly Entity[];
  /** Virtual machines and blades anywhere below, by parents, by pools, by hosts, and by the racks of these. */
  readonly machines: (id: EntityId) => number;
};

/** One for each inventory, made anew when that has changed. */
export function createTreeIndex(): (inventory: Inventory) => TreeIndex {
  let held: { readonly inventory: Inventory; readonly changes: number; readonly index: TreeIndex } | null =
    null;
  return (inventory) => {
    const changes = inventory.changes();
    if (held === null || held.inventory !== inventory || held.changes !== changes)
      held = { inventory, changes, index: indexOf(inventory) };
    return held.index;
  };
}

const none: readonly never[] = [];

function indexOf(inventory: Inventory): TreeIndex {
  const { vmsOn, sums } = countMachines(inventory);
  const carried = new Map<EntityId, Carrier[]>();
  for (const carrier of [...inventory.ofKind('host'), ...inventory.ofKind('chassis')])
    for (const device of carrier.links.runsOn ?? [])
      carried.set(device, [...(carried.get(device) ?? []), carrier]);
  const families = new Map<EntityId, Map<Kind, Entity[]>>();
  const family = (id: EntityId): Map<Kind, Entity[]> => {
    const known = families.get(id) ?? byKind(inventory.childrenOf(id));
    families.set(id, known);
    return known;
  };
  return {
    children: (id, kind) => family(id).get(kind) ?? none,
    vmsOn: (host) => vmsOn.get(host) ?? none,
    carriedBy: (device) => carried.get(device) ?? none,
    machines: (id) => sums.get(id) ?? 0,
  };
}

type Counted = {
  readonly vmsOn: Map<EntityId, EntityOf<'vm'>[]>;
  readonly sums: Map<EntityId, number>;
};

/** Machines that share parent, host and pool lie below the same things. */
type Alike = {
  readonly below: readonly [parent: EntityId | null, host: EntityId | null, pool: EntityId | null];
  number: number;
};

function countMachines(inventory: Inventory): Counted {
  const vmsOn = new Map<EntityId, EntityOf<'vm'>[]>();
  const alike = new Map<string, Alike>();
  const tally = (...below: Alike['below']): void => {
    const key = below.join(' ');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { below, number: 1 });
    else known.number += 1;
  };
  for (const vm of inventory.ofKind('vm')) {
    const { host, pool } = vm.spec;
    tally(vm.parent, host, pool);
    if (host === null) continue;
    const crew = vmsOn.get(host);
    if (crew === undefined) vmsOn.set(host, [vm]);
    else crew.push(vm);
  }
  for (const blade of inventory.ofKind('blade')) tally(blade.parent, null, null);
  return { vmsOn, sums: sumsOf(inventory, alike.values()) };
}

function sumsOf(inventory: Inventory, alike: Iterable<Alike>): Map<EntityId, number> {
  const sums = new Map<EntityId, number>();
  for (const { below, number } of alike)
    for (const id of new Set(below.flatMap((one) => [...above(inventory, one)])))
      sums.set(id, (sums.get(id) ?? 0) + number);
  return sums;
}

function byKind(entities: Iterable<Entity>): Map<Kind, Entity[]> {
  const kinds = new Map<Kind, Entity[]>();
  for (const entity of entities) {
    const alike = kinds.get(entity.kind);
    if (alike === undefined) kinds.set(entity.kind, [entity]);
    else alike.push(entity);
  }
  return kinds;
}

/** Itself, its parents, and what a host or chassis stands in up to the site. */
export function* above(inventory: Inventory, id: EntityId | null): Generator<EntityId> {
  for (let at = id; at !== null;) {
    yield at;
    const entity = inventory.get(at);
    if (entity?.kind === 'host' || entity?.kind === 'chassis')
      yield* above(inventory, entity.links.runsOn?.[0] ?? null);
    at = entity?.parent ?? null;
  }
}
