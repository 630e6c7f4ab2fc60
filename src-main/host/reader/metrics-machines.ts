import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { above, machineUse } from '../../../sim/index.ts';
import type { MachineUse, World } from '../../../sim/index.ts';
import { firstByName, only } from './metrics-text.ts';
import type { Asked, Family } from './metrics-text.ts';

type Vm = EntityOf<'vm'>;
type Host = EntityOf<'host'>;
type Cluster = EntityOf<'cluster'>;

const mega = 1_000_000;

type Labels = Readonly<Record<string, string>>;
type Tell<One> = readonly [name: string, help: string, value: (one: One) => number | null];

const familiesOf = <One>(
  ones: readonly One[],
  labels: (one: One) => Labels,
  tells: readonly Tell<One>[],
): readonly Family[] => {
  const named = ones.map((one) => ({ one, labels: labels(one) }));
  return tells.map(([name, help, value]) => ({
    name,
    help,
    samples: named.map((each) => ({ labels: each.labels, value: value(each.one) })),
  }));
};

const nameOf = ({ inventory }: World, id: EntityId | null): string =>
  (id === null ? undefined : inventory.get(id)?.name) ?? '';

const clusterNameOf = ({ inventory }: World, host: EntityId | null): string =>
  (host === null ? undefined : above(inventory, host, 'cluster')?.name) ?? '';

export function vmFamilies({ world, limit }: Asked): readonly Family[] {
  const use = machineUse(world);
  const all = world.inventory.ofKind('vm').filter(({ spec }) => !spec.isTemplate);
  const told = firstByName(all, limit);
  const labels = ({ id, name, spec }: Vm): Labels => ({
    vm: name,
    id,
    host: nameOf(world, spec.host),
    cluster: clusterNameOf(world, spec.host),
  });
  return [
    { name: 'dcsim_vms', help: 'Virtual machines there are.', samples: only(all.length) },
    {
      name: 'dcsim_vms_not_told',
      help: 'Virtual machines beyond the limit, of which this text says nothing.',
      samples: only(all.length - told.length),
    },
    ...familiesOf(told, labels, [
      ['dcsim_vm_power_state', 'Whether it is on.', ({ spec }) => (spec.power === 'on' ? 1 : 0)],
      ['dcsim_vm_cpu_usage', 'Share of its CPUs that it uses.', ({ id }) => use.share(id)],
      [
        'dcsim_vm_memory_usage',
        'Share of its memory that it uses.',
        ({ id, spec }) => use.memory(id) / spec.memory,
      ],
      ['dcsim_vm_disk_io', 'Bytes that it reads and writes in a second.', ({ id }) => diskOf(use, id)],
      ['dcsim_vm_net_io', 'Bytes that it sends and receives in a second.', ({ id }) => networkOf(use, id)],
    ]),
  ];
}

function diskOf(use: MachineUse, id: EntityId): number {
  const { read, write } = use.disk(id);
  return (read + write) * mega;
}

function networkOf(use: MachineUse, id: EntityId): number {
  const { receive, send } = use.network(id);
  return (receive + send) * mega;
}

export function hostFamilies({ world, gauges, limit }: Asked): readonly Family[] {
  const use = machineUse(world);
  const labels = ({ id, name }: Host): Labels => ({ host: name, id, cluster: clusterNameOf(world, id) });
  const inlet = ({ links }: Host): number | null => {
    const server = links.runsOn?.[0];
    const rack = server === undefined ? undefined : above(world.inventory, server, 'rack');
    if (rack === undefined) return null;
    return gauges.show(world, { entity: rack.id, metric: 'temperature', place: 'front-middle' });
  };
  return familiesOf(firstByName(world.inventory.ofKind('host'), limit), labels, [
    ['dcsim_host_power_state', 'Whether it is on.', ({ spec }) => (spec.power === 'on' ? 1 : 0)],
    ['dcsim_host_temperature', 'Celsius of the air that its server breathes in.', inlet],
    ['dcsim_host_uptime', 'Lab seconds since it started.', uptimesOf(world)],
    ['dcsim_host_cpu_usage', 'Share of its CPUs that is busy.', ({ id }) => use.host(id)],
    [
      'dcsim_host_memory_usage',
      'Share of its memory that its machines hold.',
      ({ id, spec }) => use.hostMemory(id) / spec.memory,
    ],
  ]);
}

/** Since its last start that is remembered, else since the lab began. */
function uptimesOf(world: World): (host: Host) => number {
  const booted = new Map<EntityId, number>();
  for (const { verb, state, target, finishedAt } of world.tasks.all())
    if (verb === 'boot' && state === 'done' && finishedAt !== null) booted.set(target, finishedAt);
  return ({ id, spec }) => {
    if (spec.power !== 'on' || spec.state === 'not-responding') return 0;
    return (world.now() - (booted.get(id) ?? world.clock.epoch)) / 1000;
  };
}

export function clusterFamilies({ world, limit }: Asked): readonly Family[] {
  const sums = sumsOf(world);
  const labels = ({ id, name }: Cluster): Labels => ({ cluster: name, id });
  const part = (some: number, of: number): number | null => (of > 0 ? some / of : null);
  return familiesOf(firstByName(world.inventory.ofKind('cluster'), limit), labels, [
    [
      'dcsim_cluster_capacity_used',
      'Share of the memory of its hosts that is given out.',
      ({ id }) => part(sums.get(id)?.given ?? 0, sums.get(id)?.memory ?? 0),
    ],
    ['dcsim_cluster_vm_count', 'Machines at home on its hosts.', ({ id }) => sums.get(id)?.machines ?? 0],
    [
      'dcsim_cluster_overcommit_ratio',
      'Virtual CPUs that were given out, for each thread of its hosts.',
      ({ id }) => part(sums.get(id)?.cpus ?? 0, sums.get(id)?.threads ?? 0),
    ],
  ]);
}

type Sum = { memory: number; given: number; threads: number; cpus: number; machines: number };

function sumsOf({ inventory, allotments }: World): ReadonlyMap<EntityId, Sum> {
  const sums = new Map<EntityId, Sum>();
  for (const { id, spec } of inventory.ofKind('host')) {
    const cluster = above(inventory, id, 'cluster')?.id;
    if (cluster === undefined) continue;
    const sum = sums.get(cluster) ?? { memory: 0, given: 0, threads: 0, cpus: 0, machines: 0 };
    const taken = allotments.of(id);
    sum.memory += spec.memory;
    sum.given += taken.memory;
    sum.threads += spec.sockets * spec.coresPerSocket * spec.threadsPerCore;
    sum.cpus += taken.cpus;
    sum.machines += allotments.machinesOn(id).length;
    sums.set(cluster, sum);
  }
  return sums;
}
