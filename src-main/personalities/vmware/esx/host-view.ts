/** The world as one host sees it that is asked itself: its own machines, stores and wires, in one datacenter. */
import type { Entity, EntityOf, Kind } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { above } from '../../../../sim/index.ts';
import type { World } from '../../../../sim/index.ts';

type Inventory = World['inventory'];
type Host = EntityOf<'host'>;

/** What stands below a vCenter; everything else of the world stays as it is. */
const managedKinds: ReadonlySet<Kind> = new Set<Kind>([
  'datacenter',
  'folder',
  'cluster',
  'host',
  'pool',
  'vm',
  'datastore',
  'vswitch',
  'network',
]);

export const hostDatacenter = 'ha-datacenter';

/** The same world on each asking, for as long as the world is the same. */
export function hostView(world: () => World, id: EntityId): () => World {
  let made: { readonly of: World; readonly seen: World } | null = null;
  return () => {
    const of = world();
    if (made?.of !== of) {
      // Its clock and its books are those of the world: only what stands in it is seen in part.
      const seen = Object.create(of, { inventory: { value: partOf(of.inventory, id) } }) as World;
      made = { of, seen };
    }
    return made.seen;
  };
}

type Part = {
  readonly byId: ReadonlyMap<EntityId, Entity>;
  readonly byParent: ReadonlyMap<EntityId | null, readonly Entity[]>;
  readonly byKind: ReadonlyMap<Kind, readonly Entity[]>;
};

/** What it shows is chosen anew when something changed. */
function partOf(inventory: Inventory, id: EntityId): Inventory {
  let known: { readonly changes: number; readonly part: Part } | null = null;
  const part = (): Part => {
    const changes = inventory.changes();
    if (known?.changes !== changes) known = { changes, part: sorted(select(inventory, id)) };
    return known.part;
  };
  const shown = (entity: Entity | undefined): Entity | undefined =>
    entity === undefined || !managedKinds.has(entity.kind) ? entity : part().byId.get(entity.id);
  // A shelf holds its own kind only.
  const shelf = <K extends Kind>(kind: K): EntityOf<K>[] => [
    ...((part().byKind.get(kind) ?? []) as EntityOf<K>[]),
  ];
  return {
    ...inventory,
    get: (asked) => shown(inventory.get(asked)),
    all: function* () {
      for (const entity of inventory.all()) {
        const seen = shown(entity);
        if (seen !== undefined) yield seen;
      }
    },
    ofKind: (kind) => (managedKinds.has(kind) ? shelf(kind) : inventory.ofKind(kind)),
    count: (kind) => (managedKinds.has(kind) ? shelf(kind).length : inventory.count(kind)),
    childrenOf: function* (parent) {
      yield* part().byParent.get(parent) ?? [];
      for (const entity of inventory.childrenOf(parent)) if (!managedKinds.has(entity.kind)) yield entity;
    },
  };
}

const sorted = (byId: ReadonlyMap<EntityId, Entity>): Part => ({
  byId,
  byParent: Map.groupBy(byId.values(), ({ parent }) => parent),
  byKind: Map.groupBy(byId.values(), ({ kind }) => kind),
});

/** Copied only where it differs from what the world has. */
const under = <E extends Entity>(entity: E, parent: EntityId | null): E =>
  entity.parent === parent ? entity : { ...entity, parent };

function select(inventory: Inventory, id: EntityId): ReadonlyMap<EntityId, Entity> {
  const byId = new Map<EntityId, Entity>();
  const host = inventory.get(id);
  const datacenter = above(inventory, id, 'datacenter');
  if (host?.kind !== 'host' || datacenter === undefined) return byId;
  const site = above(inventory, id, 'site')?.id ?? null;
  byId.set(datacenter.id, { ...under(datacenter, site), name: hostDatacenter });
  byId.set(id, under(host, datacenter.id));
  putPools(inventory, id, byId);
  putMachines(inventory, byId, { host, home: datacenter.id });
  for (const store of host.links.mounts ?? []) {
    const entity = inventory.get(store);
    if (entity?.kind === 'datastore') byId.set(store, under(entity, datacenter.id));
  }
  putWires(inventory, byId, { host, home: datacenter.id });
  return byId;
}

function putPools(inventory: Inventory, parent: EntityId, byId: Map<EntityId, Entity>): void {
  for (const child of inventory.childrenOf(parent)) {
    if (child.kind !== 'pool') continue;
    byId.set(child.id, child);
    putPools(inventory, child.id, byId);
  }
}

type Place = { readonly host: Host; readonly home: EntityId };

/** In a pool of a cluster it is, for its host, in the host's own. */
function putMachines(inventory: Inventory, byId: Map<EntityId, Entity>, { host, home }: Place): void {
  for (const vm of inventory.ofKind('vm')) {
    if (vm.spec.host !== host.id) continue;
    const isOwn = vm.spec.pool === host.id || (vm.spec.pool !== null && byId.has(vm.spec.pool));
    const seen = under(vm, home);
    byId.set(vm.id, isOwn ? seen : { ...seen, spec: { ...seen.spec, pool: host.id } });
  }
}

/** Its own switches; a port group of a distributed one is, for it, a wire like others. */
function putWires(inventory: Inventory, byId: Map<EntityId, Entity>, { host, home }: Place): void {
  for (const vswitch of inventory.childrenOf(host.id)) {
    if (vswitch.kind !== 'vswitch') continue;
    byId.set(vswitch.id, vswitch);
    for (const group of inventory.childrenOf(vswitch.id)) byId.set(group.id, group);
  }
  for (const network of inventory.ofKind('network')) {
    if (byId.has(network.id) || isOfAnother(inventory, network)) continue;
    if (above(inventory, network.id, 'datacenter')?.id === home) byId.set(network.id, under(network, home));
  }
}

/** A port group of some other host's own switch. */
function isOfAnother(inventory: Inventory, { parent }: EntityOf<'network'>): boolean {
  const vswitch = parent === null ? undefined : inventory.get(parent);
  if (vswitch?.kind !== 'vswitch' || vswitch.parent === null) return false;
  return inventory.get(vswitch.parent)?.kind === 'host';
}
