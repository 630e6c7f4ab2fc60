/** Invented things for the faces on /states; no screen shows them. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorPlant, RackPower } from '../../canvas/floor/floor-plant.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import { sampleAlarms } from '../states/samples.ts';
import type { Inventory } from './rack-sensors.ts';
import type { SpaceUsed } from './use-space.ts';
import { noAir, type RoomAir } from './room-air.ts';

const thing = <K extends Kind>(
  kind: K,
  names: { readonly id: string; readonly name: string; readonly parent: string | null },
  spec: object,
): EntityOf<K> => ({ kind, ...names, links: {}, aliases: {}, spec }) as unknown as EntityOf<K>;

const letters = ['A', 'B', 'C', 'D'] as const;
const perRow = 10;
const tops = [0.9, 3.3, 6.1, 8.5] as const;

function rackWithSensors(row: number, column: number): readonly Entity[] {
  const number = row * perRow + column + 1;
  const id = `rack-${number}`;
  const name = `${letters[row] ?? 'X'}${String(column + 1).padStart(2, '0')}`;
  const position = { x: 1.9 + column * 0.8, y: (tops[row] ?? 0) + 0.6 };
  const sensor = (offset: number, metric: string, place: string) =>
    thing(
      'sensor',
      { id: `sensor-${number * 10 + offset}`, name: `${name}-${metric}`, parent: id },
      { metric, place, source: 'bot' },
    );
  return [
    thing(
      'rack',
      { id, name, parent: `row-${row + 1}` },
      {
        position,
        width: 0.6,
        depth: 1.2,
        facing: row % 2 === 0 ? 'south' : 'north',
        heightU: 42,
        ratedPower: 8,
        asset: { service: row < 2 ? 'Shop' : 'Archive', owner: column < 5 ? 'Platform' : 'Data' },
      },
    ),
    sensor(1, 'temperature', 'front-middle'),
    sensor(2, 'humidity', 'front-middle'),
    sensor(3, 'power', 'middle'),
  ];
}

const place = [
  thing(
    'site',
    { id: 'site-1', name: 'Site 1', parent: null },
    { location: 'Workbench', timezone: 'UTC', climate: 'temperate' },
  ),
  thing(
    'room',
    { id: 'room-1', name: 'Room 1', parent: 'site-1' },
    { width: 11, depth: 10.6, envelope: 'A1', height: 3, wallHeat: 25 },
  ),
] as const;

const inside: readonly Entity[] = [
  ...letters.map((letter, index) =>
    thing('row', { id: `row-${index + 1}`, name: letter, parent: 'room-1' }, { containment: 'none' }),
  ),
  ...[1, 2].map((number) =>
    thing(
      'crac',
      { id: `crac-${number}`, name: `CRAC-0${number}`, parent: 'room-1' },
      {
        model: 'Downflow unit 70 kW',
        ratedCooling: 70,
        setpoint: 22,
        position: { x: number === 1 ? 0.7 : 10.3, y: 5.3 },
        control: 'supply',
        coil: 'compressor',
        stages: 2,
        humidifier: 'steam',
      },
    ),
  ),
  thing(
    'ups',
    { id: 'ups-1', name: 'UPS-01', parent: 'room-1' },
    { model: 'Modular UPS 100 kW', ratedPower: 100, position: { x: 10.3, y: 9.8 } },
  ),
  thing(
    'panel',
    { id: 'panel-1', name: 'PANEL-A', parent: 'room-1' },
    { model: 'Floor PDU 125 kVA', ratedPower: 125, losses: 'transformer', position: { x: 0.7, y: 0.9 } },
  ),
  ...[1, 2].map((number) =>
    thing(
      'sensor',
      { id: `sensor-900${number}`, name: `leak-0${number}`, parent: 'room-1' },
      {
        metric: 'leak',
        place: `floor-${number}`,
        source: 'bot',
        ...(number === 1
          ? {
              path: [4.5, 6.1].flatMap((y, side) =>
                [0.1, 1.45].map((x) => ({ x: side === 0 ? x : 1.55 - x, y })),
              ),
            }
          : { position: { x: 9.3, y: 2.6 } }),
      },
    ),
  ),
  ...letters.flatMap((_, row) =>
    Array.from({ length: perRow }, (_unused, column) => rackWithSensors(row, column)).flat(),
  ),
];

const inventoryOf = (entities: readonly Entity[]): Inventory => ({
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, (entity) => entity.parent ?? ('' as const))].map(([parent, list]) => [
      parent,
      list.map(({ id }) => id),
    ]),
  ),
});

export const sampleInventory = inventoryOf([...place, ...inside]);
/** A room that nothing has been put into. */
export const bareInventory = inventoryOf(place);
export const noInventory = inventoryOf([]);

export const sampleRack = sampleInventory.entities.get('rack-13' as EntityId) as EntityOf<'rack'>;
export const sampleRoomAlarms: readonly Alarm[] = sampleAlarms.filter((alarm) =>
  sampleInventory.entities.has(alarm.source),
);

const hot: Readonly<Record<number, number>> = {
  10: 27.4,
  11: 30,
  12: 33.1,
  13: 28.9,
  14: 26.6,
  21: 26.6,
  22: 26.1,
};

/** One rack never read, one long silent; all of them silent where the line is lost. */
export function sampleReadings(count: number, line: 'up' | 'lost'): RackReadings {
  const usual = line === 'up' ? rackStates.fresh : rackStates.stale;
  const states = new Uint8Array(count).fill(usual);
  if (count > 39) states.set([rackStates.stale, rackStates.unread], 37);
  return {
    values: Float32Array.from({ length: count }, (_, index) => hot[index] ?? 22.6 + ((index * 7) % 23) / 10),
    ages: new Float32Array(count).fill(line === 'up' ? 3 : 240),
    states,
    ratings: new Float32Array(count).fill(8),
  };
}

/** One rack dark, two on one feed, one unit failed and one leak sensor wet. */
export function samplePlant(count: number): FloorPlant {
  const racks = Array.from({ length: count }, (): RackPower | null => null);
  if (count > 35) racks.splice(33, 3, 'dark', 'one-feed', 'one-feed');
  return {
    racks,
    units: new Map([['crac-2', { word: 'failed', severity: 'critical' }]]),
    wet: new Map([['sensor-9001', 3.4]]),
  };
}

/** Means of aisles, cold and hot by turns. */
export const sampleAir = (aisles: number): RoomAir => ({
  ...noAir,
  aisles: Array.from({ length: aisles }, (_, index) => (index % 2 === 0 ? 23.4 : 34.8)),
  cold: 23.4,
  hot: 34.8,
});

export const sampleSpace = ({ entities }: Inventory): SpaceUsed =>
  new Map([...entities.keys()].map((id, index) => [id, 18 + (index % 23)]));
