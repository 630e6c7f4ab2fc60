/** Who takes how much of what: derived from the inventory, kept in step with each change to it. */
import type { Entity, EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Nic } from '../contract/machine-specs.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { heldBack, mebibytesOf, takenBy } from './sizes.ts';

export type Vm = EntityOf<'vm'>;
export type Host = EntityOf<'host'>;

/** MiB, virtual CPUs, MHz. */
export type Taken = {
  readonly memory: number;
  readonly cpus: number;
  readonly reservedMemory: number;
  readonly reservedCpu: number;
};
export const nothing: Taken = { memory: 0, cpus: 0, reservedMemory: 0, reservedCpu: 0 };

export type ProjectUse = {
  readonly instances: number;
  readonly cores: number;
  readonly memory: number;
  readonly volumes: number;
  /** MiB. */
  readonly stored: number;
};
const unused: ProjectUse = { instances: 0, cores: 0, memory: 0, volumes: 0, stored: 0 };

export type Allotments = {
  readonly of: (host: EntityId) => Taken;
  /** All that are at home on a host, running or not. */
  readonly machinesOn: (host: EntityId) => readonly EntityId[];
  /** MiB that disks and snapshots take of a store. */
  readonly storedOn: (datastore: EntityId) => number;
  readonly usedBy: (project: EntityId) => ProjectUse;
  readonly hasAddress: (network: EntityId, address: string) => boolean;
  /** Follows one change that the inventory has just taken. */
  readonly turn: (before: Entity | undefined, after: Entity | undefined) => void;
};

type Books = {
  readonly hosts: Map<EntityId, Taken>;
  readonly homes: Map<EntityId, Set<EntityId>>;
  readonly stores: Map<EntityId, number>;
  readonly projects: Map<EntityId, ProjectUse>;
  /** How many claim an address: two may in a lab that somebody wrote by hand. */
  readonly addresses: Map<string, number>;
};

export function createAllotments(inventory: Inventory): Allotments {
  const books: Books = {
    hosts: new Map(),
    homes: new Map(),
    stores: new Map(),
    projects: new Map(),
    addresses: new Map(),
  };
  let seen = -1;
  const current = (): Books => {
    if (seen === inventory.changes()) return books;
    for (const book of Object.values(books)) book.clear();
    for (const vm of inventory.ofKind('vm')) countMachine(inventory, books, { vm, sign: 1 });
    for (const volume of inventory.ofKind('volume')) countVolume(books, volume, 1);
    seen = inventory.changes();
    return books;
  };
  const count = (entity: Entity | undefined, sign: 1 | -1): void => {
    if (entity?.kind === 'vm') countMachine(inventory, books, { vm: entity, sign });
    if (entity?.kind === 'volume') countVolume(books, entity, sign);
  };
  return {
    of: (host) => current().hosts.get(host) ?? nothing,
    machinesOn: (host) => [...(current().homes.get(host) ?? [])],
    storedOn: (datastore) => current().stores.get(datastore) ?? 0,
    usedBy: (project) => current().projects.get(project) ?? unused,
    hasAddress: (network, address) => (current().addresses.get(claimKey(network, address)) ?? 0) > 0,
    turn: (before, after) => {
      // Where something was missed, the next question counts everything anew.
      if (seen !== inventory.changes() - 1) return;
      count(before, -1);
      count(after, 1);
      seen = inventory.changes();
    },
  };
}

/** A cloud's machines keep their share while they are off; others give it back. */
export const isHolding = (inventory: Pick<Inventory, 'get'>, vm: Vm): boolean =>
  !vm.spec.isTemplate && (vm.spec.power === 'on' || vm.spec.power === 'paused' || isTenants(inventory, vm));

export const isTenants = (inventory: Pick<Inventory, 'get'>, { parent }: Pick<Vm, 'parent'>): boolean =>
  parent !== null && inventory.get(parent)?.kind === 'project';

export const takenOf = ({ spec }: Vm): Taken => ({
  memory: spec.memory,
  cpus: spec.cpus,
  reservedMemory: spec.reserved.reservation,
  reservedCpu: spec.cpu.reservation,
});

type Counted = { readonly vm: Vm; readonly sign: 1 | -1 };

function countMachine(inventory: Inventory, books: Books, { vm, sign }: Counted): void {
  const { host, disks, nics } = vm.spec;
  if (host !== null) settleHome(books, host, { vm, sign });
  if (host !== null && isHolding(inventory, vm)) {
    books.hosts.set(host, plus(books.hosts.get(host) ?? nothing, takenOf(vm), sign));
  }
  for (const disk of disks) addTo(books.stores, disk.datastore, sign * takenBy(disk));
  addTo(books.stores, disks[0]?.datastore ?? null, sign * heldBack(vm.spec));
  for (const nic of nics) addTo(books.addresses, claimOf(nic), sign);
  if (vm.parent !== null && isTenants(inventory, vm)) countTenant(books, vm.parent, { vm, sign });
}

/** Joined, it is one string in memory, and not a chain of its pieces. */
const claimKey = (network: EntityId, address: string): string => [network, address].join(' ');

const claimOf = ({ network, address }: Nic): string | null =>
  network === null || address === null ? null : claimKey(network, address);

function countTenant({ projects }: Books, project: EntityId, { vm, sign }: Counted): void {
  const use = projects.get(project) ?? unused;
  projects.set(project, {
    ...use,
    instances: use.instances + sign,
    cores: use.cores + sign * vm.spec.cpus,
    memory: use.memory + sign * vm.spec.memory,
  });
}

function settleHome({ homes }: Books, host: EntityId, { vm, sign }: Counted): void {
  const home = homes.get(host) ?? new Set();
  if (sign === 1) home.add(vm.id);
  else home.delete(vm.id);
  homes.set(host, home);
}

function countVolume({ projects }: Books, { parent, spec }: EntityOf<'volume'>, sign: 1 | -1): void {
  if (parent === null) return;
  const use = projects.get(parent) ?? unused;
  projects.set(parent, {
    ...use,
    volumes: use.volumes + sign,
    stored: use.stored + sign * mebibytesOf(spec.size),
  });
}

function addTo<Key>(sums: Map<Key, number>, key: Key | null, amount: number): void {
  if (key !== null && amount !== 0) sums.set(key, (sums.get(key) ?? 0) + amount);
}

const plus = (one: Taken, other: Taken, sign: 1 | -1): Taken => ({
  memory: one.memory + sign * other.memory,
  cpus: one.cpus + sign * other.cpus,
  reservedMemory: one.reservedMemory + sign * other.reservedMemory,
  reservedCpu: one.reservedCpu + sign * other.reservedCpu,
});
