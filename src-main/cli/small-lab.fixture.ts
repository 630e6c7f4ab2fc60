/** Two rooms, each with a row A of racks; A01 is in both, so it needs its room to be meant. */
import { isaStateSchema } from '../../sim/contract/alarms.ts';
import type { Entity, Kind } from '../../sim/contract/entities.ts';
import type { GatewayDouble } from './gateway-double.fixture.ts';

const links = {};
const aliases = {};
const rackSpec = (x: number) => ({
  position: { x, y: 3 },
  width: 0.6,
  depth: 1.2,
  facing: 'north',
  heightU: 42,
  ratedPower: 10,
});
const sensorSpec = { metric: 'temperature', place: 'front-middle', source: 'bot' };

const entities = [
  { id: 'site-1', kind: 'site', name: 'west', parent: null, spec: { timezone: 'UTC', location: 'Utrecht' } },
  {
    id: 'room-1',
    kind: 'room',
    name: 'room1',
    parent: 'site-1',
    spec: { width: 20, depth: 10, envelope: 'A1' },
  },
  {
    id: 'room-2',
    kind: 'room',
    name: 'room2',
    parent: 'site-1',
    spec: { width: 20, depth: 10, envelope: 'A1' },
  },
  { id: 'row-1', kind: 'row', name: 'A', parent: 'room-1', spec: { containment: 'none' } },
  { id: 'row-2', kind: 'row', name: 'A', parent: 'room-2', spec: { containment: 'none' } },
  { id: 'rack-1', kind: 'rack', name: 'A01', parent: 'row-1', spec: rackSpec(1) },
  { id: 'rack-2', kind: 'rack', name: 'A02', parent: 'row-1', spec: rackSpec(2) },
  { id: 'rack-3', kind: 'rack', name: 'A01', parent: 'row-2', spec: rackSpec(1) },
  {
    id: 'device-1',
    kind: 'device',
    name: 'web-1',
    parent: 'rack-1',
    spec: {
      model: 'R660',
      category: 'server',
      slot: { position: 10, height: 2, face: 'both' },
      idlePower: 150,
      ratedPower: 700,
    },
  },
  { id: 'sensor-1', kind: 'sensor', name: 'inlet', parent: 'rack-1', spec: sensorSpec },
  { id: 'sensor-2', kind: 'sensor', name: 'inlet', parent: 'rack-2', spec: sensorSpec },
].map((entity) => ({ links, aliases, ...entity })) as unknown as readonly Entity[];

export const labEpoch = Date.UTC(2026, 0, 5, 8, 0, 0);
export const labTick = 1200;
const at = labEpoch + labTick * 1000;

export const smallLabStatus = {
  version: '0.1.0',
  lab: { id: 'starter', name: 'Starter', seed: '2a' },
  branch: 'branch-1',
  revision: 40,
  clock: { epoch: labEpoch, tick: labTick, running: true, speed: 60, owed: 0 },
  at,
  pace: 59.8,
  stretch: 1,
  racks: 3,
  sensors: 2,
  activeAlarms: 1,
  messagesPerMinute: 120,
  rejectedMessages: 0,
  faces: [{ name: 'MQTT', state: 'up', address: 'mqtt://127.0.0.1:1883', detail: '' }],
  storage: { state: 'ok', detail: '', bytes: 20_480 },
};

export const smallLabAlarm = {
  id: 'alarm-7',
  rule: 'inlet-warning',
  sensor: 'sensor-1',
  source: 'rack-1',
  severity: 'major',
  priority: 2,
  state: 'ACTIVE',
  condition: 'present',
  message: 'Inlet 28.4 °C over 28.0',
  value: 28.4,
  limit: 28,
  raisedAt: at - 60_000,
  acknowledgedAt: null,
  acknowledgedBy: null,
  note: null,
  resolvedAt: null,
  shelved: null,
  root: null,
  followedBy: null,
  notes: [],
  assignedTo: null,
  isa: 'unacknowledged',
  children: 0,
};

export const isaCounts = Object.fromEntries(isaStateSchema.options.map((state) => [state, 0]));

type Asked = { readonly kinds?: readonly Kind[]; readonly parent?: string };

export function furnish({ answers }: GatewayDouble, more: readonly Entity[] = []): void {
  answers.set('status', smallLabStatus);
  answers.set('entities', ({ kinds, parent }: Asked) => ({
    items: [...entities, ...more].filter(
      (entity) =>
        (kinds?.includes(entity.kind) ?? true) && (parent === undefined || entity.parent === parent),
    ),
    next: null,
    revision: 40,
  }));
  answers.set('latest', {
    at,
    items: [
      { sensor: 'sensor-1', value: 28.41, at: at - 4000, quality: 'sim' },
      { sensor: 'sensor-2', value: null, at: null, quality: null },
    ],
  });
  answers.set('alarms', { items: [smallLabAlarm], counts: isaCounts, revision: 40 });
  answers.set('scenarios', {
    cards: [
      {
        name: 'COOLING_FAILURE',
        title: 'Cooling failure',
        summary: 'It gets warm.',
        see: ['The inlet climbs.'],
        size: null,
        ramp: null,
        duration: null,
        targets: ['rack', 'room'],
        severities: ['partial', 'total'],
      },
    ],
    runs: [],
  });
  answers.set('operations', { items: [] });
  answers.set('addresses', { items: [] });
}
