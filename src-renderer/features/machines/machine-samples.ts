/** Invented things for the faces of the wizards; no screen shows them. */
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { HostVerdict, MachinePlan } from '../../../sim/contract/machine-plan.ts';
import type { TaskId, TaskView } from '../../../sim/contract/tasks.ts';
import type { SimMillis } from '../../../sim/contract/units.ts';
import { sampleNow } from '../states/samples.ts';
import { offersOf } from './offers.ts';

type Written = readonly [kind: Kind, id: string, name: string, parent: string | null, spec?: object];

const written: readonly Written[] = [
  ['datacenter', 'datacenter-1', 'dc-west', 'site-1'],
  ['folder', 'folder-1', 'web servers', 'datacenter-1', { holds: 'vm' }],
  ['folder', 'folder-2', 'hosts', 'datacenter-1', { holds: 'host' }],
  ['cluster', 'cluster-1', 'cluster-01', 'folder-2'],
  ['host', 'host-1', 'esxi-01', 'cluster-1'],
  ['host', 'host-2', 'esxi-02', 'cluster-1'],
  ['datastore', 'datastore-1', 'ds-01', 'datacenter-1'],
  ['vswitch', 'vswitch-1', 'dvs-01', 'datacenter-1'],
  ['network', 'network-1', 'vm-100', 'vswitch-1', { vlan: 100, subnets: [] }],
  ['cloud', 'cloud-1', 'RegionOne', 'site-1'],
  ['project', 'project-1', 'demo', 'cloud-1'],
  ['project', 'project-2', 'other', 'cloud-1'],
  ['network', 'network-2', 'public', 'cloud-1', { vlan: null, subnets: [] }],
  ['network', 'network-3', 'private-net', 'project-1', { vlan: null, subnets: [] }],
  ['network', 'network-4', 'other-net', 'project-2', { vlan: null, subnets: [] }],
  ['flavour', 'flavour-1', 'm1.small', 'cloud-1', { cpus: 1, memory: 2048, disk: 20 }],
  ['image', 'image-1', 'ubuntu-22.04', 'cloud-1', { os: 'ubuntu-22.04', size: 2 }],
];

const entities = written.map(
  ([kind, id, name, parent, spec = {}]) =>
    ({ kind, id, name, parent, links: {}, aliases: {}, spec }) as unknown as Entity,
);
export const sampleOffers = offersOf(entities, []);

const ref = (kind: Kind, id: string, name: string) => ({ kind, id: id as EntityId, name });
const gibibyte = 1024;

const taking: HostVerdict = {
  host: ref('host', 'host-2', 'esxi-02'),
  cluster: ref('cluster', 'cluster-1', 'cluster-01'),
  isNow: false,
  isChosen: true,
  refusal: null,
  memory: { free: 96 * gibibyte, size: 128 * gibibyte },
  cpus: { free: 88, size: 128 },
  weight: { memory: 0.72, cpus: 0.67, missed: 0, sum: 1.39 },
  seconds: 12,
};

export const samplePlan: MachinePlan = {
  refusal: null,
  machines: ['web-01', 'web-02'].map((name, at) => ({
    name,
    host: taking.host,
    datastores: [ref('datastore', 'datastore-1', 'ds-01')],
    address: `172.20.100.${at + 11}`,
    seconds: 12,
  })),
  hosts: [
    taking,
    {
      ...taking,
      host: ref('host', 'host-1', 'esxi-01'),
      isNow: true,
      isChosen: false,
      refusal: {
        code: 'over-capacity',
        message: 'web-01 needs 64 GiB, host esxi-01 has 41 GiB free',
        where: 'host',
        hint: 'Choose another host, make room, or ask for less.',
      },
      memory: { free: 41 * gibibyte, size: 128 * gibibyte },
      cpus: { free: 12, size: 128 },
      weight: null,
      seconds: null,
    },
  ],
  hostsLeft: 0,
  stores: [
    {
      store: ref('datastore', 'datastore-1', 'ds-01'),
      type: 'vmfs',
      free: 420,
      capacity: 2000,
      isNow: false,
      refusal: null,
      seconds: 12,
    },
  ],
};

const task = (number: number, more: Partial<TaskView>): TaskView => ({
  id: `task-${number}` as TaskId,
  verb: 'clone',
  target: `vm-${number}` as EntityId,
  name: `web-0${number}`,
  by: 'operator',
  startedAt: (sampleNow - 90_000) as SimMillis,
  endsAt: (sampleNow + 60_000) as SimMillis,
  canCancel: true,
  state: 'running',
  finishedAt: null,
  refusal: null,
  plan: {},
  progress: 0.6,
  ...more,
});
const ended = (sampleNow - 30_000) as SimMillis;

export const sampleTasks: readonly TaskView[] = [
  task(4, {}),
  task(3, { verb: 'shutdown', canCancel: false, progress: 0.3 }),
  task(2, {
    verb: 'migrate',
    state: 'failed',
    finishedAt: ended,
    progress: 1,
    refusal: {
      code: 'over-capacity',
      message: 'web-02 needs 64 GiB, host esxi-03 has 41 GiB free',
      hint: 'Choose another host, make room, or ask for less.',
    },
  }),
  task(1, { verb: 'create', state: 'done', finishedAt: ended, progress: 1 }),
];
