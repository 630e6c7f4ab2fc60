/** A small lab's machines, for the faces and the tests. No screen shows them. */
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { TreeNode } from '../../../sim/contract/machine-tree.ts';
import { emptyForest, withPage } from './tree-model.ts';
import type { Forest } from './tree-model.ts';
import type { MachineRows } from './use-machine-window.ts';

const node = (name: string, more: Partial<TreeNode>): TreeNode => ({
  node: name,
  is: 'thing',
  kind: 'vm',
  name,
  state: null,
  isTemplate: false,
  children: 0,
  machines: 0,
  ...more,
});

const level = (forest: Forest, parent: string, items: readonly TreeNode[]): Forest =>
  withPage(forest, { parent, page: 0 }, { items, total: items.length });

const levels: readonly (readonly [string, readonly TreeNode[]])[] = [
  [
    '',
    [
      node('dc-west', { kind: 'datacenter', children: 1, machines: 4 }),
      node('RegionOne', { kind: 'cloud', children: 1, machines: 1 }),
      node('ucs-domain-01', { kind: 'ucs', children: 3, machines: 3 }),
    ],
  ],
  ['dc-west', [node('cluster-01', { kind: 'cluster', children: 2, machines: 4 })]],
  [
    'cluster-01',
    [
      node('esx-01', { kind: 'host', state: 'on', children: 3, machines: 3 }),
      node('esx-02', { kind: 'host', state: 'maintenance', children: 1, machines: 1 }),
    ],
  ],
  [
    'esx-01',
    [
      node('web-01', { state: 'on' }),
      node('web-02', { state: 'suspended' }),
      node('db-01', { state: 'off' }),
    ],
  ],
  ['RegionOne', [node('project-1/vm', { is: 'group', name: '', children: 1, machines: 1 })]],
];

export const sampleForest: Forest = levels.reduce(
  (forest, [parent, items]) => level(forest, parent, items),
  emptyForest,
);
export const noForest: Forest = level(emptyForest, '', []);
export const sampleOpen: ReadonlySet<string> = new Set(['dc-west', 'cluster-01', 'esx-01', 'RegionOne']);

const idle: MachineRow['use'] = {
  demand: 0,
  cpu: 0,
  share: 0,
  ready: 0,
  memory: 0,
  ballooned: 0,
  swapped: 0,
  read: 0,
  write: 0,
  operations: 0,
  receive: 0,
  send: 0,
};

const ref = (id: string, kind: 'host' | 'cluster' | 'datacenter' | 'device', name: string) => ({
  id: id as MachineRow['id'],
  kind,
  name,
});

export const sampleRow: MachineRow = {
  id: 'vm-1' as MachineRow['id'],
  kind: 'vm',
  name: 'web-01',
  power: 'on',
  os: 'ubuntu-22.04',
  cpus: 2,
  size: 4096,
  isTemplate: false,
  address: '10.0.1.10',
  sshPort: 22_001,
  environment: 'prod',
  tags: ['web', 'tier:front'],
  host: ref('host-1', 'host', 'esx-01'),
  cluster: ref('cluster-1', 'cluster', 'cluster-01'),
  owner: ref('datacenter-1', 'datacenter', 'dc-west'),
  use: {
    ...idle,
    demand: 2200,
    cpu: 2184,
    share: 0.42,
    ready: 3,
    memory: 1480,
    read: 1.2,
    write: 2.1,
    receive: 1.9,
    send: 9.4,
  },
};

const rows: readonly MachineRow[] = [
  sampleRow,
  { ...sampleRow, id: 'vm-2' as MachineRow['id'], name: 'web-02', power: 'suspended', use: idle },
  { ...sampleRow, id: 'vm-3' as MachineRow['id'], name: 'db-01', power: 'off', address: null, use: idle },
  {
    ...sampleRow,
    id: 'vm-4' as MachineRow['id'],
    name: 'golden',
    power: 'off',
    isTemplate: true,
    host: null,
    use: idle,
  },
  {
    ...sampleRow,
    id: 'blade-1' as MachineRow['id'],
    kind: 'blade',
    name: 'blade-1',
    os: 'rhel-9',
    size: 16_384,
  },
  {
    ...sampleRow,
    id: 'host-1' as MachineRow['id'],
    kind: 'host',
    name: 'esx-01',
    os: 'esxi',
    size: 262_144,
    sshPort: null,
    host: ref('device-1', 'device', 'srv-a01-01'),
  },
];

export const rowsFrom = (items: readonly MachineRow[]): MachineRows => ({
  total: items.length,
  at: (index) => items[index] ?? null,
});
export const sampleMachines = rowsFrom(rows);
export const noMachines = rowsFrom([]);
