/** Hosts, alone or in clusters, with the pools, vApps and machines on them. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { productVersionOf } from './product-version.ts';
import { stableUuid } from './stable-uuid.ts';
import type { Wires } from './model-networks.ts';
import { firstStore, range, type Grounds, type ItemOf, type ModelBook } from './model-book.ts';

type Supplies = { readonly stores: readonly EntityId[]; readonly wires: Wires };

/** A host and its own port group for machines. */
type PlannedHost = { readonly id: EntityId; readonly wire: EntityId };

/** A small host that never says that it is full: what a test asks for shall be there. */
const hostSpec = {
  sockets: 1,
  coresPerSocket: 2,
  threadsPerCore: 1,
  megahertz: 2294,
  memory: 4095,
  cpuOvercommit: 64,
  memoryOvercommit: 8,
} as const;

export function planHosts(book: ModelBook, grounds: Grounds, supplies: Supplies): void {
  const { flags } = book;
  const { name } = grounds;
  for (const at of range(flags['standalone-host'])) {
    const title = `${name}_H${at}`;
    planHostWithMachines(book, grounds, { name: title, prefix: title, supplies });
  }
  for (const at of range(flags.cluster)) planCluster(book, grounds, { name: `${name}_C${at}`, supplies });
}

type AloneOrder = { readonly name: string; readonly prefix: string; readonly supplies: Supplies };

/** A host in no cluster. */
export function planHostWithMachines(
  book: ModelBook,
  grounds: Grounds,
  { name, prefix, supplies }: AloneOrder,
): void {
  const host = planHost(book, { name, parent: grounds.host, supplies });
  planMachines(book, grounds, { prefix, pool: host.id, hosts: [host], supplies });
}

type ClusterOrder = { readonly name: string; readonly supplies: Supplies };

function planCluster(book: ModelBook, grounds: Grounds, { name, supplies }: ClusterOrder): void {
  const { flags } = book;
  const parent = book.add({ kind: 'cluster', name, parent: grounds.host, spec: { drs: 'manual' } });
  const hosts = range(flags.host).map((at) => planHost(book, { name: `${name}_H${at}`, parent, supplies }));
  planMachines(book, grounds, { prefix: `${name}_RP0`, pool: parent, hosts, supplies });
  for (const at of range(flags.pool))
    book.add({ kind: 'pool', name: `${name}_RP${at + 1}`, parent, spec: {} });
  for (const at of range(flags.app)) {
    const prefix = `${name}_APP${at}`;
    const pool = book.add({ kind: 'pool', name: prefix, parent, spec: {} });
    book.write({ key: `pool/${pool}/type`, value: 'VirtualApp' });
    if (grounds.vm !== grounds.datacenter) book.write({ key: `pool/${pool}/folder`, value: grounds.vm });
    planMachines(book, grounds, { prefix, pool, hosts, supplies });
  }
}

type HostOrder = { readonly name: string; readonly parent: EntityId; readonly supplies: Supplies };

function planHost(book: ModelBook, { name, parent, supplies }: HostOrder): PlannedHost {
  const { stores } = supplies;
  const version = productVersionOf(book.flags['api-version']);
  const id = book.add({
    kind: 'host',
    name,
    parent,
    spec: { ...hostSpec, version },
    links: { mounts: [...stores] },
    aliases: { uuid: stableUuid(name) },
  });
  const vswitch = book.add({
    kind: 'vswitch',
    name: 'vSwitch0',
    parent: id,
    spec: { type: 'standard', uplinks: ['vmnic0'] },
  });
  // What stands alone has a wire that leads somewhere: systems that ask for an address get one.
  const spec = book.flags.esx
    ? { subnets: [{ cidr: '10.0.2.0/24', gateway: '10.0.2.1', dns: ['10.0.2.1'] }] }
    : {};
  return { id, wire: book.add({ kind: 'network', name: 'VM Network', parent: vswitch, spec }) };
}

type MachineOrder = {
  readonly prefix: string;
  readonly pool: EntityId;
  readonly hosts: readonly PlannedHost[];
  readonly supplies: Supplies;
};

/** None where there is no host to run them: vcsim itself fails then. */
function planMachines(book: ModelBook, grounds: Grounds, order: MachineOrder): void {
  const { flags } = book;
  for (const at of range(flags.vm)) {
    const host = order.hosts[at % order.hosts.length];
    if (host === undefined) return;
    const { wires, stores } = order.supplies;
    const name = `${order.prefix}_VM${at}`;
    const network = wires.first ?? host.wire;
    const machine = { name, host: host.id, pool: order.pool, network, number: book.count() };
    const id = book.add(machineItem(grounds.vm, machine, { store: stores[0] ?? null, book }));
    book.write({ key: `vm/${id}`, value: { devices: [cdrom] } });
  }
}

/** vcsim's machines have a drive with nothing in it. */
const cdrom = {
  _type: 'VirtualCdrom',
  key: 3000,
  deviceInfo: { _type: 'Description', label: 'CD/DVD drive 1', summary: 'Remote device' },
  backing: { _type: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false },
  connectable: { startConnected: true, allowGuestControl: true, connected: false },
  controllerKey: 200,
  unitNumber: 0,
};

type Machine = {
  readonly name: string;
  readonly host: EntityId;
  readonly pool: EntityId;
  readonly network: EntityId;
  readonly number: number;
};
type Making = { readonly store: EntityId | null; readonly book: ModelBook };

function machineItem(
  parent: EntityId,
  { name, host, pool, network, number }: Machine,
  { store, book }: Making,
): ItemOf<'vm'> {
  return {
    kind: 'vm',
    name,
    parent,
    aliases: store === null ? {} : namesOf(`[${firstStore}] ${name}/${name}.vmx`),
    spec: {
      os: 'other',
      cpus: 1,
      memory: 32,
      ...(book.flags.autostart ? { power: 'on', startedAt: book.now } : { power: 'off' }),
      tools: 'not-installed',
      host,
      pool,
      disks:
        store === null
          ? []
          : [{ key: 2000, label: 'Hard disk 1', size: 1 / 1024, datastore: store, isThin: true }],
      nics: [{ key: 4000, label: 'Network adapter 1', network, mac: macOf(number) }],
    },
  };
}

/** By the path of its file, as vcsim has them. */
const namesOf = (path: string): { readonly uuid: string; readonly instanceUuid: string } => ({
  uuid: stableUuid(path),
  instanceUuid: stableUuid(path.toUpperCase()),
});

/** VMware's own range, and a number that nothing else of this inventory has. */
function macOf(number: number): string {
  const tail = number.toString(16).padStart(6, '0').slice(-6);
  return `00:0c:29:${tail.slice(0, 2)}:${tail.slice(2, 4)}:${tail.slice(4)}`;
}
