/** Invented power chain for the inspector's faces on /states; no screen shows it. */
import type { Consequences, Redundancy } from '../../../sim/contract/consequences.ts';
import type { Entity, EntityOf, Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { DeviceAddress, Settings } from '../../../sim/contract/settings.ts';
import { sampleInventory } from '../floor/floor-samples.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import type { CellReadings } from './cells.ts';

type Names = { readonly id: string; readonly name: string; readonly parent: string };
type More = { readonly spec: object; readonly fedBy?: readonly string[] };

const thing = <K extends Kind>(kind: K, names: Names, { spec, fedBy }: More): EntityOf<K> =>
  ({
    kind,
    ...names,
    links: fedBy === undefined ? {} : { fedBy },
    aliases: {},
    spec,
  }) as unknown as EntityOf<K>;

const sensorsOn = (parent: string, measured: readonly (readonly [Metric, string])[]): readonly Entity[] =>
  measured.map(([metric, place]) =>
    thing(
      'sensor',
      { id: `sample-${parent}-${metric}-${place}`, name: `${parent}-${metric}-${place}`, parent },
      { spec: { metric, place, source: 'bot' } },
    ),
  );
const middle = (...metrics: readonly Metric[]): readonly (readonly [Metric, string])[] =>
  metrics.map((metric) => [metric, 'middle']);

const cellCount = 240;
const cellPlaces = Array.from({ length: cellCount }, (_, at) => `cell-${String(at + 1).padStart(2, '0')}`);

export const sampleUps = thing(
  'ups',
  { id: 'ups-1', name: 'UPS-01', parent: 'room-1' },
  {
    spec: {
      model: 'Modular UPS 100 kW',
      ratedPower: 100,
      position: { x: 10.3, y: 9.8 },
      losses: 'modern',
      mode: 'online',
    },
  },
);
export const sampleBattery = thing(
  'battery',
  { id: 'battery-1', name: 'STRING-01', parent: 'ups-1' },
  {
    spec: {
      model: 'VRLA string 240 × 2 V',
      cells: cellCount,
      capacity: 600,
      resistance: 0.2,
      age: 4,
      designLife: 10,
    },
  },
);
export const samplePdu = thing(
  'pdu',
  { id: 'pdu-7', name: 'PDU-B1', parent: 'rack-13' },
  {
    spec: { model: 'Metered rack PDU 3 × 16 A', feed: 'A', ratedPower: 11, phases: 'three', breaker: 16 },
    fedBy: ['panel-1'],
  },
);
export const sampleCrac = sampleInventory.entities.get('crac-1' as EntityId) as EntityOf<'crac'>;

const added: readonly Entity[] = [
  sampleUps,
  sampleBattery,
  samplePdu,
  ...sensorsOn('ups-1', middle('state', 'load', 'power', 'charge', 'runtime')),
  ...sensorsOn('battery-1', middle('state', 'charge', 'voltage', 'temperature')),
  ...sensorsOn(
    'battery-1',
    cellPlaces.flatMap(
      (place) =>
        [
          ['cell-voltage', place],
          ['cell-resistance', place],
        ] as const,
    ),
  ),
  ...sensorsOn('pdu-7', [
    ...middle('state', 'load', 'power'),
    ['current', 'L1'],
    ['current', 'L2'],
    ['current', 'L3'],
  ]),
  ...sensorsOn('crac-1', middle('state', 'supply-temperature', 'return-temperature', 'load')),
];

function withMore(inventory: Inventory, entities: readonly Entity[]): Inventory {
  const all = new Map(inventory.entities);
  const children = new Map(inventory.children);
  for (const entity of entities) {
    const isKnown = all.has(entity.id);
    all.set(entity.id, entity);
    const parent = entity.parent ?? '';
    if (!isKnown) children.set(parent, [...(children.get(parent) ?? []), entity.id]);
  }
  return { entities: all, children };
}

export const sampleFacility = withMore(sampleInventory, added);

/** Two cells that have aged more than the others, and one that sags. */
export const sampleCells: CellReadings = {
  voltages: Float32Array.from({ length: cellCount }, (_, at) =>
    at === 66 ? 2.09 : 2.23 + ((at * 7) % 5) / 500,
  ),
  resistances: Float32Array.from({ length: cellCount }, (_, at) =>
    at === 16 ? 0.36 : at === 131 ? 0.28 : 0.2 + ((at * 13) % 9) / 500,
  ),
};

export const sampleAddresses: DeviceAddress[] = [
  {
    protocol: 'snmp',
    address: '127.0.0.1:16101',
    command: 'snmpwalk -v2c -c public 127.0.0.1:16101 1.3.6.1.2.1.33',
  },
  { protocol: 'nut', address: 'ups-01@127.0.0.1:13493', command: 'upsc ups-01@127.0.0.1:13493' },
];
export const sampleFaces: Settings['faces'] = {
  snmp: {
    state: 'on',
    spread: 'ports',
    port: 16_100,
    community: 'public',
    writeCommunity: 'private',
    user: 'coldaisle',
    authKey: 'coldaisle-auth',
    privKey: 'coldaisle-priv',
  },
  modbus: { state: 'off', spread: 'ports', port: 15_020 },
  nut: { state: 'on', port: 13_493 },
  vmware: {
    state: 'off',
    port: 8989,

    user: 'administrator@vsphere.local',
    password: 'sample-password',
    version: '8.0',
    hosts: 'off',
    hostsPort: 8990,
  },
};

const ids = (...names: readonly string[]): EntityId[] => names as unknown as EntityId[];

export const sampleConsequences: Consequences = {
  dark: ids('rack-31'),
  degraded: ids('rack-13', 'rack-12', 'rack-14', 'rack-21'),
  overloaded: [{ id: 'panel-1' as EntityId, load: 103.6 }],
  bridged: [{ id: 'ups-1' as EntityId, minutes: 11.4 }],
};
export const sampleRedundancy: Redundancy = { level: 'single feed', singlePoints: ids('ups-1') };
