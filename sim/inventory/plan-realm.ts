import type { EntityId } from '../contract/ids.ts';
import type { HostPlan } from '../contract/lab-machines.ts';
import { refused } from '../contract/result.ts';
import { keepAddress, wireOf } from './plan-addresses.ts';
import type { Wire } from './plan-addresses.ts';
import type { PlanBook } from './plan-book.ts';
import type { NetworkSpec } from '../contract/network-specs.ts';

export type PlannedHost = { readonly id: EntityId; readonly name: string; readonly cluster: string | null };

/** What the parts of one datacenter or cloud may name of each other. */
export type Realm = {
  readonly id: EntityId;
  readonly style: 'vmware' | 'openstack';
  readonly where: string;
  readonly book: PlanBook;
  readonly devices: DeviceShelf;
  readonly hosts: PlannedHost[];
  readonly wires: Map<string, Wire>;
  readonly stores: Map<string, EntityId>;
  readonly clusters: Map<string, EntityId>;
  readonly pools: Map<string, EntityId>;
  readonly folders: Map<string, EntityId>;
  readonly flavours: Map<string, EntityId>;
  readonly images: Map<string, EntityId>;
  readonly firewalls: Map<string, EntityId>;
  readonly machines: Map<string, EntityId>;
};

type NewRealm = Pick<Realm, 'id' | 'style' | 'where' | 'book' | 'devices'>;

export const createRealm = (of: NewRealm): Realm => ({
  ...of,
  hosts: [],
  wires: new Map(),
  stores: new Map(),
  clusters: new Map(),
  pools: new Map(),
  folders: new Map(),
  flavours: new Map(),
  images: new Map(),
  firewalls: new Map(),
  machines: new Map(),
});

type Missing = { readonly what: string; readonly where: string; readonly known: Iterable<string> };

/** Says once what is wrong, and goes on with nothing. */
export function missing(book: PlanBook, { what, where, known }: Missing): null {
  const names = [...known].slice(0, 10).join(', ');
  const refusal = refused('not-found', `There is no ${what} here`, {
    where,
    hint: `There ${names === '' ? 'is none yet' : `are: ${names}`}.`,
  });
  if (!refusal.ok) book.wrong(refusal.refusal);
  return null;
}

type Named = { readonly what: string; readonly name: string; readonly where: string };

export const found = <Thing>(
  book: PlanBook,
  shelf: ReadonlyMap<string, Thing>,
  { what, name, where }: Named,
): Thing | null => shelf.get(name) ?? missing(book, { what: `${what} ${name}`, where, known: shelf.keys() });

/** The devices of a site, by name; each bears one thing that runs on it. */
export type DeviceShelf = { readonly free: Map<string, EntityId[]> };

export function shelveDevices(book: PlanBook, from: number): DeviceShelf {
  const free = new Map<string, EntityId[]>();
  for (const item of book.items.slice(from)) {
    if (item.kind !== 'device' || item.id === undefined) continue;
    free.set(item.name, [...(free.get(item.name) ?? []), item.id]);
  }
  return { free };
}

/** `srv-a01-02`, or with a `*` the next that nothing runs on yet. */
export function takeDevice(
  book: PlanBook,
  { free }: DeviceShelf,
  { name, where }: Omit<Named, 'what'>,
): EntityId | null {
  const [before = '', after] = name.split('*');
  for (const [known, ids] of after === undefined ? [[name, free.get(name) ?? []] as const] : free) {
    const fits = after === undefined || (known.startsWith(before) && known.endsWith(after));
    const id = fits ? ids.shift() : undefined;
    if (id === undefined) continue;
    if (ids.length === 0) free.delete(known);
    return id;
  }
  return missing(book, {
    what: `device ${name} on this site that nothing runs on yet`,
    where,
    known: free.keys(),
  });
}

/** `{n}` as a number of two digits or more; a plan of one needs none. */
export const numbered = (pattern: string, at: number): string =>
  pattern.replaceAll('{n}', String(at + 1).padStart(2, '0'));

/** Several of one name is what no pattern without `{n}` can mean. */
export function countHolds(
  book: PlanBook,
  plan: { readonly name: string; readonly count: number },
  where: string,
): boolean {
  if (plan.count === 1 || plan.name.includes('{n}')) return true;
  const refusal = refused('invalid-input', `${plan.count} things cannot all be named ${plan.name}`, {
    where: `${where}.name`,
    hint: 'Put {n} where the number shall stand.',
  });
  if (!refusal.ok) book.wrong(refusal.refusal);
  return false;
}

type NetworkPlan = { readonly name: string } & NetworkSpec;

export function planNetworks(realm: Realm, networks: readonly NetworkPlan[], parent: EntityId): void {
  for (const { name, ...spec } of networks) {
    const id = realm.book.add({ kind: 'network', name, parent, spec });
    // A standard switch has its networks on each host anew; who names one means the first.
    if (!realm.wires.has(name)) realm.wires.set(name, wireOf(id, spec));
  }
}

type SwitchPlan = HostPlan['switches'][number];

export function planSwitches(realm: Realm, switches: readonly SwitchPlan[], parent: EntityId): void {
  for (const { name, networks, ...spec } of switches) {
    const id = realm.book.add({ kind: 'vswitch', name, parent, spec });
    planNetworks(realm, networks, id);
  }
}

type StorePlan = { readonly name: string; readonly count: number } & Record<string, unknown>;

export function planStores(realm: Realm, stores: readonly StorePlan[]): void {
  for (const [at, { name: pattern, count, ...spec }] of stores.entries()) {
    if (!countHolds(realm.book, { name: pattern, count }, `${realm.where}.datastores[${at}]`)) continue;
    for (let n = 0; n < count; n += 1) {
      const name = numbered(pattern, n);
      realm.stores.set(name, realm.book.add({ kind: 'datastore', name, parent: realm.id, spec }));
    }
  }
}

type HostsPlace = {
  readonly parent: EntityId;
  readonly cluster: string | null;
  readonly where: string;
};

export function planHosts(realm: Realm, hosts: readonly HostPlan[], place: HostsPlace): void {
  for (const [at, plan] of hosts.entries()) {
    const where = `${place.where}.hosts[${at}]`;
    if (!countHolds(realm.book, plan, where)) continue;
    for (let n = 0; n < plan.count; n += 1) planHost(realm, plan, { ...place, where, number: n });
  }
}

function planHost(realm: Realm, plan: HostPlan, place: HostsPlace & { readonly number: number }): void {
  const { book } = realm;
  const { name: pattern, count: _, runsOn, datastores, switches, ...spec } = plan;
  const name = numbered(pattern, place.number);
  const mounts =
    datastores === undefined
      ? [...realm.stores.values()]
      : datastores.flatMap((store, at) => {
          const where = `${place.where}.datastores[${at}]`;
          return found(book, realm.stores, { what: 'datastore', name: store, where }) ?? [];
        });
  const device =
    runsOn === undefined
      ? null
      : takeDevice(book, realm.devices, {
          name: numbered(runsOn, place.number),
          where: `${place.where}.runsOn`,
        });
  const links = {
    ...(mounts.length === 0 ? {} : { mounts }),
    ...(device === null ? {} : { runsOn: [device] }),
  };
  const id = book.add({ kind: 'host', name, parent: place.parent, spec, links });
  realm.hosts.push({ id, name, cluster: place.cluster });
  planSwitches(realm, switches, id);
  if (spec.address === undefined) return;
  for (const wire of realm.wires.values()) keepAddress(wire, spec.address);
}
