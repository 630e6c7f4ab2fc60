/** One machine's page, for the faces and the tests. No screen shows it. */
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { sampleRow } from '../explorer/explorer-samples.ts';
import { sampleAlarms, sampleEvents, sampleNow } from '../states/samples.ts';
import type { MachinePage } from './machine-page.ts';

const hour = 3_600_000;
const ref = (id: string, kind: string, name: string) => ({ id, kind, name });
const disk = {
  key: 2000,
  label: 'Hard disk 1',
  size: 40,
  datastore: 'datastore-1',
  volume: null,
  isThin: true,
  used: 9,
};
const nic = {
  key: 4000,
  label: 'Network adapter 1',
  network: 'network-1',
  mac: '00:50:56:12:34:56',
  address: '10.0.1.10',
  isConnected: true,
};
const was = { cpus: 2, memory: 4096, disks: [disk], nics: [nic] };
const snapshot = (id: number, parent: number | null, [name, description]: readonly [string, string]) => ({
  id,
  name,
  description,
  parent,
  at: sampleNow - (4 - id) * hour,
  withMemory: id === 2,
  isQuiesced: false,
  power: 'on',
  size: 1.4 * id,
  was,
});

/** In the contract's shape; ids and moments are plain here. */
export const samplePage = {
  row: sampleRow,
  entity: {
    id: 'vm-1',
    kind: 'vm',
    name: 'web-01',
    parent: 'datacenter-1',
    links: {},
    aliases: { moRef: 'vm-1001', uuid: '42204c9f-0000-4000-8000-0000000003e9' },
    spec: {
      os: 'ubuntu-22.04',
      cpus: 2,
      coresPerSocket: 1,
      memory: 4096,
      power: 'on',
      startedAt: sampleNow - 5 * hour,
      host: 'host-1',
      pool: null,
      disks: [disk],
      nics: [nic],
      tools: 'running',
      isTemplate: false,
      cpu: { reservation: 0, limit: -1, shares: 1000 },
      reserved: { reservation: 0, limit: -1, shares: 1000 },
      restart: 'medium',
      startsWithHost: true,
      workload: { profile: 'web', level: 0.8 },
      snapshots: [
        snapshot(1, null, ['base', 'as installed']),
        snapshot(2, 1, ['before upgrade', 'nginx 1.22']),
        snapshot(3, 1, ['other way', '']),
      ],
      snapshot: 2,
      flavour: null,
      image: null,
      firewalls: [],
      hostname: 'web-01.lab',
      sshPort: 22_001,
      environment: 'prod',
      notes: 'Front of the shop.',
      tags: ['web', 'tier:front'],
      custom: { owner: 'platform' },
    },
  },
  chain: [
    ref('host-1', 'host', 'esx-01'),
    ref('device-1', 'device', 'srv-a01-01'),
    ref('rack-1', 'rack', 'A01'),
    ref('row-1', 'row', 'A'),
    ref('room-1', 'room', 'Room 1'),
    ref('site-1', 'site', 'Site 1'),
  ],
  feeds: [
    [ref('pdu-1', 'pdu', 'PDU-A'), ref('panel-1', 'panel', 'PP-01'), ref('ups-1', 'ups', 'UPS-01')],
    [ref('pdu-2', 'pdu', 'PDU-B'), ref('panel-2', 'panel', 'PP-02'), ref('ups-2', 'ups', 'UPS-02')],
  ],
  networks: [ref('network-1', 'network', 'VM Network')],
  datastores: [ref('datastore-1', 'datastore', 'datastore-01')],
  linked: {
    on: { machine: ref('vm-2', 'vm', 'golden'), snapshot: 'base' },
    copies: [{ machine: ref('vm-3', 'vm', 'web-02'), snapshots: [1] }],
  },
  guest: {
    bootedAt: sampleNow - 5 * hour,
    services: [
      { name: 'nginx', port: 80, state: 'running' },
      { name: 'sshd', port: 22, state: 'running' },
    ],
  },
  tasks: [],
  alarms: sampleAlarms.slice(0, 1),
  events: sampleEvents,
  history: { hour: [], day: [] },
} as unknown as MachinePage;

export const sampleProcesses = {
  state: 'running',
  items: [
    ['/sbin/init', 1, 'root', 0, 11_000_000],
    ['sshd: /usr/sbin/sshd -D', 312, 'root', 0, 7_900_000],
    ['nginx: master process /usr/sbin/nginx', 340, 'root', 0.01, 5_600_000],
    ['stress --cpu 1', 911, 'learner', 1, 2_200_000],
  ].map(([command, pid, user, demand, memory]) => ({
    pid,
    parent: 1,
    user,
    terminal: null,
    command,
    state: 'sleeping',
    demand,
    processorTime: 1200,
    memory,
    startedAt: sampleNow - hour,
  })),
} as unknown as QueryAnswer<'machine-processes'>;

export const sampleFiles = {
  state: 'running',
  path: '/etc',
  total: 3,
  items: [
    { name: 'nginx', kind: 'directory', leads: 'folder' },
    { name: 'mtab', kind: 'link', goal: '/proc/mounts', leads: 'file' },
    { name: 'passwd', kind: 'file', leads: 'file' },
  ].map((one) => ({
    size: 1420,
    mode: 0o644,
    user: 'root',
    group: 'root',
    modifiedAt: sampleNow - hour,
    goal: null,
    ...one,
  })),
} as unknown as QueryAnswer<'machine-files'>;
