/** Invented racks for the faces on /states; no screen shows them. */
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Redundancy } from '../../../sim/contract/consequences.ts';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Reading, WatchReading } from '../../data/readings.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { sampleNow } from '../states/samples.ts';
import type { Device, Rack } from './elevation.ts';
import { rackModel, type RackModel } from './rack-model.ts';

const thing = <K extends Kind>(
  kind: K,
  names: { readonly id: string; readonly name: string; readonly parent: string | null },
  spec: object,
): EntityOf<K> => ({ kind, ...names, links: {}, aliases: {}, spec }) as unknown as EntityOf<K>;

const usual = {
  idlePower: 170,
  ratedPower: 520,
  psus: 2,
  feed: 'A',
  duty: 'day',
  lifecycle: 'active',
  weight: 28,
  nics: 2,
};

type Short = readonly [name: string, position: number, height: number, more?: object];

const shorts: readonly Short[] = [
  [
    'patch-01',
    42,
    1,
    {
      category: 'patch-panel',
      model: '24-port patch panel',
      idlePower: 0,
      ratedPower: 0,
      ports: 24,
      nics: 0,
      face: 'front',
      weight: 2,
    },
  ],
  [
    'sw-b03',
    42,
    1,
    {
      category: 'switch',
      model: '48-port access switch',
      idlePower: 90,
      ratedPower: 150,
      ports: 48,
      nics: 0,
      face: 'rear',
      weight: 6,
    },
  ],
  [
    'fw-01',
    40,
    1,
    {
      category: 'appliance',
      model: 'Firewall',
      idlePower: 60,
      ratedPower: 120,
      psus: 1,
      feed: 'B',
      weight: 9,
    },
  ],
  ['web-08', 33, 2, { lifecycle: 'planned' }],
  ['web-07', 31, 2, { lifecycle: 'staged' }],
  ...[1, 2, 3, 4, 5, 6].map((count): Short => [`web-0${count}`, 17 + count * 2, 2]),
  [
    'stor-01',
    11,
    4,
    { category: 'storage', model: 'Disk shelf 4U', idlePower: 380, ratedPower: 720, weight: 62 },
  ],
  [
    'stor-02',
    7,
    4,
    { category: 'storage', model: 'Disk shelf 4U', idlePower: 380, ratedPower: 720, weight: undefined },
  ],
  [
    'old-db',
    1,
    4,
    { category: 'other', model: 'Retired database', lifecycle: 'retired', ratedPower: 600, weight: 40 },
  ],
];

const devicesFor = (rack: string, pick: (index: number) => boolean): readonly Device[] =>
  shorts
    .filter((_, index) => pick(index))
    .map(([name, position, height, more]) => {
      const { face = 'both', ...rest } = { ...more } as { readonly face?: string };
      const spec = {
        model: 'Two-socket server 2U',
        category: 'server',
        ...usual,
        ...rest,
        slot: { position, height, face },
      };
      return thing('device', { id: `device-${rack}-${name}`, name, parent: rack }, spec);
    });

const places = ['front-bottom', 'front-middle', 'front-top', 'rear-bottom', 'rear-middle', 'rear-top'];

function rackWith(number: number): readonly Entity[] {
  const id = `rack-${number}`;
  const name = `B${String(number).padStart(2, '0')}`;
  const sensor = (parent: string, place: string, metric: string) =>
    thing(
      'sensor',
      { id: `sensor-${parent}-${metric}-${place}`, name: `${name}-${metric}-${place}`, parent },
      { metric, place, source: 'bot' },
    );
  const pdu = (feed: 'A' | 'B') =>
    thing(
      'pdu',
      { id: `pdu-${number}-${feed.toLowerCase()}`, name: `pdu-${feed.toLowerCase()}`, parent: id },
      { model: 'Metered rack PDU', feed, ratedPower: 11, phases: 'three', breaker: 16 },
    );
  return [
    thing(
      'rack',
      { id, name, parent: 'row-1' },
      {
        position: { x: 1, y: 1 },
        width: 0.6,
        depth: 1.2,
        facing: 'south',
        heightU: 42,
        ratedPower: 8,
        maxWeight: 900,
      },
    ),
    ...places.map((place) => sensor(id, place, 'temperature')),
    sensor(id, 'front-middle', 'humidity'),
    sensor(id, 'middle', 'power'),
    ...(['A', 'B'] as const).flatMap((feed) => {
      const unit = pdu(feed);
      return [
        unit,
        sensor(unit.id, 'middle', 'state'),
        ...['L1', 'L2', 'L3'].map((phase) => sensor(unit.id, phase, 'current')),
      ];
    }),
  ];
}

const numbers = [1, 2, 3];
const entities: readonly Entity[] = [
  thing('site', { id: 'site-1', name: 'Site 1', parent: null }, { timezone: 'UTC', climate: 'temperate' }),
  thing(
    'room',
    { id: 'room-1', name: 'Room 1', parent: 'site-1' },
    { width: 10, depth: 10, envelope: 'A1', height: 3, wallHeat: 25 },
  ),
  thing('row', { id: 'row-1', name: 'B', parent: 'room-1' }, { containment: 'none' }),
  ...numbers.flatMap(rackWith),
];

export const sampleRacks: Inventory = {
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, ({ parent }) => parent ?? ('' as const))].map(([parent, list]) => [
      parent,
      list.map(({ id }) => id),
    ]),
  ),
};

const picks: readonly ((index: number) => boolean)[] = [() => true, (index) => index % 2 === 0, () => false];

/** The first is full of all there is, the second half full, the third empty. */
export const sampleModels: readonly RackModel[] = numbers.map((number, index) => {
  const id = `rack-${number}`;
  const rack = sampleRacks.entities.get(id as EntityId) as Rack;
  return rackModel(sampleRacks, rack, devicesFor(id, picks[index] ?? (() => false)));
});

const inlets: Readonly<Record<string, number>> = {
  'front-bottom': 21.4,
  'front-middle': 24.6,
  'front-top': 28.9,
  'rear-bottom': 31.2,
  'rear-middle': 34.5,
  'rear-top': 36.8,
};
const amperes: Readonly<Record<string, number>> = { L1: 5.2, L2: 13.6, L3: 4.4 };

/** B is dead in the first rack: what hangs on it alone has no power. */
function valueOf({ parent, spec }: EntityOf<'sensor'>): number {
  switch (spec.metric) {
    case 'temperature':
      return inlets[spec.place] ?? 23;
    case 'humidity':
      return 44;
    case 'power':
      return 3.62;
    case 'state':
      return parent === 'pdu-1-b' ? 0 : 1;
    default:
      return parent === 'pdu-1-b' ? 0 : (amperes[spec.place] ?? 0);
  }
}

/** Fresh where the line is up; four minutes old where it is lost. */
export const sampleWatch =
  (line: 'up' | 'lost'): WatchReading =>
  (id, listener) => {
    const sensor = sampleRacks.entities.get(id);
    const reading: Reading = {
      value: sensor?.kind === 'sensor' ? valueOf(sensor) : null,
      age: line === 'up' ? 3 : 240,
      quality: 'sim',
      live: line === 'up',
    };
    listener(reading);
    return () => undefined;
  };

export const sampleRedundancy: Redundancy = { level: 'single feed', singlePoints: ['pdu-1-a' as EntityId] };

const count = 96;
const at = Array.from({ length: count }, (_, index) => sampleNow - (count - 1 - index) * 900_000);

export const sampleRackHistory: QueryAnswer<'history'> = {
  from: at[0] ?? sampleNow,
  to: sampleNow,
  series: (sampleModels[0]?.sensors ?? []).map((sensor) => {
    const mean = at.map((_, index) => valueOf(sensor) * (1 + Math.sin(index / 9) / 40));
    return { sensor: sensor.id, metric: sensor.spec.metric, at, mean, min: mean, max: mean };
  }),
};

/** Inlets only: warm at 27, hot at 32. */
export const sampleRackRules = (
  [
    [27, 'warning', 'minor'],
    [32, 'critical', 'critical'],
  ] as const
).map(
  ([limit, level, severity]) =>
    ({
      id: `inlet-${level}`,
      kinds: ['rack'],
      metric: 'temperature',
      place: 'front',
      within: [],
      level,
      severity,
      service: 'in-service',
      test: { type: 'limit', direction: 'above', limit },
    }) as unknown as AlarmRule,
);
