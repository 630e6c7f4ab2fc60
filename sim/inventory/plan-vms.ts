import type { EntityId } from '../contract/ids.ts';
import type { MachinePlan } from '../contract/lab-machines.ts';
import { vmSpecSchema } from '../contract/machine-specs.ts';
import type { Disk, Nic } from '../contract/machine-specs.ts';
import { refusalFromIssues } from '../contract/result.ts';
import { firstDiskKey, firstNicKey } from './device-keys.ts';
import { keepAddress, macFor, nextAddress } from './plan-addresses.ts';
import type { Wire } from './plan-addresses.ts';
import { countHolds, found, missing, numbered } from './plan-realm.ts';
import type { PlannedHost, Realm } from './plan-realm.ts';
import { readTrace } from './plan-trace.ts';

/** What a machine of a flavour and an image takes from them. */
export type Pattern = {
  readonly flavours: ReadonlyMap<
    EntityId,
    { readonly cpus: number; readonly memory: number; readonly disk: number }
  >;
  readonly images: ReadonlyMap<EntityId, { readonly os: string; readonly size: number }>;
};

type MachinesPlace = {
  readonly parent: EntityId;
  readonly where: string;
  readonly pattern: Pattern;
};

export function planMachines(realm: Realm, plans: readonly MachinePlan[], place: MachinesPlace): void {
  for (const [at, plan] of plans.entries()) {
    for (const { network, address } of plan.nics) {
      const wire = realm.wires.get(network);
      if (wire !== undefined && address !== undefined) keepAddress(wire, address);
    }
    planOf(realm, plan, { ...place, where: `${place.where}.machines[${at}]` });
  }
}

function planOf(realm: Realm, plan: MachinePlan, place: MachinesPlace): void {
  if (!countHolds(realm.book, plan, place.where)) return;
  const homes = hostsOf(realm, plan, place.where);
  const ready = madeReady(realm, plan, place);
  if (homes === null) return;
  const folder = folderOf(realm, plan, place);
  for (let n = 0; n < plan.count; n += 1) {
    const host = homes[n % Math.max(1, homes.length)]?.id ?? null;
    if (!addMachine(realm, { plan, ready, parent: folder, host, number: n, where: place.where })) return;
  }
}

/** The hosts that machines of a plan are spread over, one after another. */
function hostsOf(realm: Realm, { host, cluster }: MachinePlan, where: string): readonly PlannedHost[] | null {
  const { book, hosts } = realm;
  const names = hosts.map(({ name }) => name);
  if (host !== undefined) {
    const here = hosts.filter(({ name }) => name === host);
    return here.length > 0
      ? here
      : missing(book, { what: `host ${host}`, where: `${where}.host`, known: names });
  }
  if (cluster === undefined) return hosts;
  const its = hosts.filter((one) => one.cluster === cluster);
  return its.length > 0
    ? its
    : missing(book, {
        what: `cluster ${cluster} with hosts`,
        where: `${where}.cluster`,
        known: realm.clusters.keys(),
      });
}

const folderOf = ({ book, folders }: Realm, { folder }: MachinePlan, place: MachinesPlace): EntityId => {
  if (folder === undefined) return place.parent;
  const where = `${place.where}.folder`;
  return found(book, folders, { what: 'folder', name: folder, where }) ?? place.parent;
};

/** All that is alike for each machine of a plan. */
type Ready = {
  readonly spec: Record<string, unknown>;
  readonly disks: readonly Disk[];
  readonly wires: readonly { readonly wire: Wire; readonly address: string | undefined }[];
};

function madeReady(realm: Realm, plan: MachinePlan, { where, pattern }: MachinesPlace): Ready {
  const { book } = realm;
  const named = (
    field: 'flavour' | 'image' | 'pool',
    shelf: ReadonlyMap<string, EntityId>,
  ): EntityId | null => {
    const name = plan[field];
    return name === undefined ? null : found(book, shelf, { what: field, name, where: `${where}.${field}` });
  };
  const flavour = named('flavour', realm.flavours);
  const image = named('image', realm.images);
  const pool = named('pool', realm.pools) ?? realm.clusters.get(plan.cluster ?? '') ?? null;
  const workload = workloadOf(realm, plan, where);
  const spec = { ...kept(plan), workload, flavour, image, pool, firewalls: firewallsOf(realm, plan, where) };
  const size = flavour === null ? undefined : pattern.flavours.get(flavour);
  const base = image === null ? undefined : pattern.images.get(image);
  return {
    spec: sized(spec, plan, { size, os: base?.os }),
    disks: disksOf(realm, plan, { where, size: size?.disk ?? 0, image: base?.size ?? 1 }),
    wires: wiresOf(realm, plan, where),
  };
}

type Sizes = {
  readonly size: { readonly cpus: number; readonly memory: number } | undefined;
  readonly os: string | undefined;
};

/** What the plan says itself comes before its flavour and its image. */
const sized = (spec: object, plan: MachinePlan, { size, os }: Sizes): Record<string, unknown> => ({
  ...spec,
  os: plan.os ?? os,
  cpus: plan.cpus ?? size?.cpus,
  memory: plan.memory ?? size?.memory,
});

/** A trace that is written as CSV becomes one of numbers. */
function workloadOf({ book }: Realm, { workload: { csv, ...own } }: MachinePlan, where: string): object {
  if (csv === undefined) return own;
  const read = readTrace(csv);
  if (read.ok) return { ...own, profile: 'trace', ...read.value };
  book.wrong({ ...read.refusal, where: `${where}.workload.csv` });
  return own;
}

const firewallsOf = ({ book, firewalls }: Realm, plan: MachinePlan, where: string): EntityId[] =>
  plan.firewalls.flatMap(
    (name, at) =>
      found(book, firewalls, { what: 'firewall', name, where: `${where}.firewalls[${at}]` }) ?? [],
  );

const wiresOf = ({ book, wires }: Realm, plan: MachinePlan, where: string): Ready['wires'] =>
  plan.nics.flatMap(({ network, address }, at) => {
    const place = `${where}.nics[${at}].network`;
    const wire = found(book, wires, { what: 'network', name: network, where: place });
    return wire === null ? [] : [{ wire, address }];
  });

/** What the world's machine has under the same name. */
function kept(plan: MachinePlan): Record<string, unknown> {
  const { name: _n, count: _c, host: _h, cluster: _k, pool: _p, folder: _f, ...rest } = plan;
  const { flavour: _l, image: _i, firewalls: _w, disks: _d, nics: _s, ...spec } = rest;
  return { ...spec, power: plan.power ?? (plan.isTemplate ? 'off' : 'on') };
}

type DisksOf = { readonly where: string; readonly size: number; readonly image: number };

function disksOf(realm: Realm, { disks }: MachinePlan, { where, size, image }: DisksOf): Disk[] {
  const plans = disks ?? (size > 0 ? [{ size, isThin: true }] : []);
  return plans.map((disk, at): Disk => {
    const named = 'datastore' in disk ? disk.datastore : undefined;
    const place = `${where}.disks[${at}].datastore`;
    const datastore =
      named === undefined
        ? ([...realm.stores.values()][0] ?? null)
        : found(realm.book, realm.stores, { what: 'datastore', name: named, where: place });
    const written = 'used' in disk ? disk.used : undefined;
    return {
      key: firstDiskKey + at,
      label: `Hard disk ${at + 1}`,
      size: disk.size,
      datastore,
      volume: null,
      isThin: disk.isThin,
      used: disk.isThin ? Math.min(disk.size, written ?? image) : disk.size,
    };
  });
}

type NewMachine = {
  readonly plan: MachinePlan;
  readonly ready: Ready;
  readonly parent: EntityId;
  readonly host: EntityId | null;
  readonly number: number;
  readonly where: string;
};

/** False where it cannot be: the others of its plan would fail alike. */
function addMachine(realm: Realm, { plan, ready, parent, host, number, where }: NewMachine): boolean {
  const { book, style } = realm;
  const id = book.nextId('vm');
  const nics = ready.wires.map(({ wire, address }, at): Nic => ({
    key: firstNicKey + at,
    label: `Network adapter ${at + 1}`,
    network: wire.id,
    mac: macFor(id, at, style),
    address: (plan.count === 1 ? address : undefined) ?? nextAddress(wire),
    isConnected: true,
  }));
  const spec = vmSpecSchema.safeParse({
    ...ready.spec,
    hostname: plan.hostname === undefined ? undefined : numbered(plan.hostname, number),
    sshPort: plan.sshPort === undefined ? undefined : plan.sshPort + number,
    tools: ready.spec['power'] === 'on' ? 'running' : 'not-running',
    host,
    disks: ready.disks,
    nics,
  });
  if (!spec.success) {
    book.wrong({ ...refusalFromIssues(spec.error.issues), where });
    return false;
  }
  const name = numbered(plan.name, number);
  realm.machines.set(name, book.add({ kind: 'vm', name, parent, spec: spec.data }));
  return true;
}
