/** Which machines are whose: counted once for each state of the inventory. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { above } from '../../../../../sim/index.ts';
import type { World } from '../../../../../sim/index.ts';

type Vm = EntityOf<'vm'>;
type Network = EntityOf<'network'>;

export type Members = {
  /** Of a pool; of a cluster's or host's root pool, by the owner's id. */
  readonly ofPool: (id: EntityId) => readonly Vm[];
  readonly ofHost: (id: EntityId) => readonly Vm[];
  readonly ofDatastore: (id: EntityId) => readonly Vm[];
  readonly ofNetwork: (id: EntityId) => readonly Vm[];
  /** The hosts that have a datastore mounted. */
  readonly hostsOfDatastore: (id: EntityId) => readonly EntityOf<'host'>[];
  /** Port groups of standard switches in a datacenter: each host has its own, vCenter shows those of one name as one. */
  readonly standardNetworks: (datacenter: EntityId) => readonly Network[];
  /** Port groups that a host's machines may use, its own ones as the one of their name that is shown. */
  readonly networksOfHost: (id: EntityId) => readonly Network[];
  readonly hostsOfNetwork: (id: EntityId) => readonly EntityOf<'host'>[];
  /** All of one name, the one that is shown first. */
  readonly alikeNetworks: (network: Network) => readonly Network[];
};

export function createMembers(world: () => World): () => Members {
  let counted: { readonly inventory: object; readonly changes: number; readonly members: Members } | null =
    null;
  return () => {
    const { inventory } = world();
    const changes = inventory.changes();
    if (counted === null || counted.inventory !== inventory || counted.changes !== changes)
      counted = { inventory, changes, members: count(world()) };
    return counted.members;
  };
}

/** The parts are counted when somebody asks for the first time. */
function count(world: World): Members {
  const machines = later(() => countMachines(world));
  const stores = later(() => countStores(world.inventory.ofKind('host')));
  const networks = later(() => countNetworks(world));
  return {
    ofPool: (id) => machines().pool.of(id),
    ofHost: (id) => machines().host.of(id),
    ofDatastore: (id) => machines().datastore.of(id),
    ofNetwork: (id) => machines().network.of(id),
    hostsOfDatastore: (id) => stores().of(id),
    standardNetworks: (id) => networks().shown.of(id),
    networksOfHost: (id) => networks().ofHost.of(id),
    hostsOfNetwork: (id) => networks().hosts.of(id),
    alikeNetworks: (network) => networks().alike.get(network.id) ?? [network],
  };
}

function later<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** The cluster that a host is in, or the host itself: whose root pool its machines are in. */
export function rootOwnerOf({ inventory }: Pick<World, 'inventory'>, host: EntityId | null): EntityId | null {
  const parent = host === null ? undefined : inventory.get(host)?.parent;
  return parent !== undefined && parent !== null && inventory.get(parent)?.kind === 'cluster' ? parent : host;
}

function countMachines(world: World) {
  const by = { pool: shelf<Vm>(), host: shelf<Vm>(), datastore: shelf<Vm>(), network: shelf<Vm>() };
  for (const vm of world.inventory.ofKind('vm')) {
    const { spec } = vm;
    by.pool.add(spec.pool ?? rootOwnerOf(world, spec.host), vm);
    by.host.add(spec.host, vm);
    for (const store of new Set(spec.disks.map(({ datastore }) => datastore))) by.datastore.add(store, vm);
    for (const network of new Set(spec.nics.map((nic) => nic.network))) by.network.add(network, vm);
  }
  return by;
}

function countStores(hosts: readonly EntityOf<'host'>[]) {
  const stores = shelf<EntityOf<'host'>>();
  for (const host of hosts) for (const id of host.links.mounts ?? []) stores.add(id, host);
  return stores;
}

function countNetworks(world: World) {
  const { inventory } = world;
  const book = {
    shown: shelf<Network>(),
    alike: new Map<EntityId, Network[]>(),
    ofHost: shelf<Network>(),
    hosts: shelf<EntityOf<'host'>>(),
  };
  const byName = new Map<string, Network[]>();
  const hostsIn = shelf<EntityOf<'host'>>();
  for (const host of inventory.ofKind('host'))
    hostsIn.add(above(inventory, host.id, 'datacenter')?.id ?? null, host);
  for (const network of inventory.ofKind('network')) {
    const host = hostUnder(world, network);
    const datacenter = above(inventory, network.id, 'datacenter');
    if (datacenter === undefined) continue;
    if (host === undefined) {
      for (const each of hostsIn.of(datacenter.id)) join(book, each, network);
      continue;
    }
    const key = `${datacenter.id}/${network.name}`;
    const list = byName.get(key) ?? [];
    if (list.length === 0) book.shown.add(datacenter.id, network);
    byName.set(key, list);
    list.push(network);
    book.alike.set(network.id, list);
    join(book, host, list[0] ?? network);
  }
  return book;
}

type Joining = { readonly ofHost: Shelf<Network>; readonly hosts: Shelf<EntityOf<'host'>> };

function join({ ofHost, hosts }: Joining, host: EntityOf<'host'>, network: Network): void {
  ofHost.add(host.id, network);
  hosts.add(network.id, host);
}

/** The host whose standard switch a port group hangs on. */
function hostUnder({ inventory }: World, { parent }: Network): EntityOf<'host'> | undefined {
  const vswitch = parent === null ? undefined : inventory.get(parent);
  const host =
    vswitch?.kind === 'vswitch' && vswitch.parent !== null ? inventory.get(vswitch.parent) : undefined;
  return host?.kind === 'host' ? host : undefined;
}

type Shelf<T> = {
  readonly add: (id: EntityId | null, thing: T) => void;
  readonly of: (id: EntityId) => readonly T[];
};

function shelf<T>(): Shelf<T> {
  const lists = new Map<EntityId, T[]>();
  return {
    add: (id: EntityId | null, thing: T): void => {
      if (id === null) return;
      const list = lists.get(id);
      if (list === undefined) lists.set(id, [thing]);
      else list.push(thing);
    },
    of: (id: EntityId): readonly T[] => lists.get(id) ?? [],
  };
}
