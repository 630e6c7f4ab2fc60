/** A cluster of small hosts with two stores, and a cloud beside it. */
import type { EntityOf, Kind } from '../contract/entities.ts';
import type { CommandInput } from '../contract/commands.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Task } from '../contract/tasks.ts';
import { advanceTo } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { did, put, smallLab } from '../testing/small-lab.ts';
import type { Vm } from './allotments.ts';

export type Cluster = {
  readonly world: World;
  readonly datacenter: string;
  readonly cluster: string;
  readonly hosts: readonly string[];
  readonly stores: readonly string[];
  readonly network: string;
};

type Wanted = { readonly hosts: number; readonly cluster?: object; readonly host?: object };

/** Hosts of 64 GiB and 16 threads; host 1 runs on the server of the only rack. */
export function clusterOf({ hosts: count, cluster: spec, host }: Wanted): Cluster {
  const world = smallLab({ seed: '2a', racks: 1 });
  const datacenter = make(world, { kind: 'datacenter', name: 'dc-west', parent: 'site-1', spec: {} });
  const cluster = make(world, { kind: 'cluster', name: 'cluster-01', parent: datacenter, spec: spec ?? {} });
  const stores = ['ds-01', 'ds-02'].map((name, at) =>
    make(world, { kind: 'datastore', name, parent: datacenter, spec: { capacity: 500 - at * 100 } }),
  );
  const hosts = Array.from({ length: count }, (_, at) =>
    make(world, {
      kind: 'host',
      name: `esxi-${at + 1}`,
      parent: cluster,
      links: { mounts: stores, ...(at === 0 ? { runsOn: ['device-1'] } : {}) },
      spec: { memory: 65_536, sockets: 1, coresPerSocket: 8, threadsPerCore: 2, ...host },
    }),
  );
  const network = make(world, {
    kind: 'network',
    name: 'vm-100',
    parent: datacenter,
    spec: { subnets: [{ cidr: '172.20.100.0/24', gateway: '172.20.100.1' }] },
  });
  return { world, datacenter, cluster, hosts, stores, network };
}

export type Cloud = {
  readonly project: string;
  readonly host: string;
  readonly flavour: string;
  readonly image: string;
};

export function cloudIn(world: World): Cloud {
  const cloud = make(world, { kind: 'cloud', name: 'RegionOne', parent: 'site-1', spec: {} });
  const host = make(world, {
    kind: 'host',
    name: 'kvm-1',
    parent: cloud,
    spec: { product: 'kvm', memory: 65_536 },
  });
  const project = make(world, { kind: 'project', name: 'demo', parent: cloud, spec: {} });
  const flavour = make(world, {
    kind: 'flavour',
    name: 'm1.small',
    parent: cloud,
    spec: { cpus: 1, memory: 2048, disk: 20 },
  });
  const image = make(world, {
    kind: 'image',
    name: 'ubuntu-22.04',
    parent: cloud,
    spec: { os: 'ubuntu-22.04', size: 2 },
  });
  return { project, host, flavour, image };
}

export const make = (world: World, item: object): string =>
  did(world, { type: 'inventory.create', item: item as never }).ids[0] ?? '';

export function find<K extends Kind>(world: World, kind: K, id: string): EntityOf<K> {
  const found = world.inventory.get(id as EntityId);
  if (found?.kind !== kind) throw new Error(`there is no ${kind} ${id}`);
  return found as EntityOf<K>;
}

export const vmOf = (world: World, id: string): Vm => find(world, 'vm', id);

/** A machine of 4 GiB and 2 CPUs with a disk of 20 GiB. */
export function newVm({ world, datacenter, network }: Cluster, name: string, more: object): string {
  const command = {
    type: 'machine.create',
    name,
    parent: datacenter,
    cpus: 2,
    memory: 4096,
    disks: [{ size: 20 }],
    networks: [network],
    ...more,
  };
  return did(world, command as CommandInput).ids[0] ?? '';
}

export function refusalOf(world: World, command: object): string {
  const result = put(world, command as CommandInput);
  if (result.ok) throw new Error('it was accepted');
  return result.refusal.message;
}

export const runningTask = (world: World): Task => {
  const [task] = world.tasks.running();
  if (task === undefined) throw new Error('nothing is under way');
  return task;
};

/** Lets lab time pass and ends what is over, as the host's service does. */
export function pass(world: World, seconds: number): void {
  for (let left = seconds; left > 0; left -= 1) {
    advanceTo(world, world.clock.tick + 1);
    for (const task of world.tasks.running()) {
      if (task.endsAt <= world.now()) did(world, { type: 'task.finish', id: task.id });
    }
  }
}
