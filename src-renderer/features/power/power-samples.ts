/** An invented power chain for the faces on /states; no screen shows it. */
import type { Consequences } from '../../../sim/contract/consequences.ts';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import { sampleEpoch, sampleNow } from '../states/samples.ts';
import type { PowerSource } from './power-hub.ts';

type Names = { readonly id: string; readonly parent: string | null; readonly fedBy?: readonly string[] };

const thing = <K extends Kind>(kind: K, { id, parent, fedBy }: Names, spec: object): EntityOf<K> =>
  ({
    kind,
    id: `sample-${id}`,
    name: id,
    parent: parent === null ? null : `sample-${parent}`,
    links: fedBy === undefined ? {} : { fedBy: fedBy.map((one) => `sample-${one}`) },
    aliases: {},
    spec,
  }) as unknown as EntityOf<K>;

const siteSpec = {
  location: 'Workbench',
  timezone: 'UTC',
  climate: 'temperate',
  heatReuse: 0,
  pueCategory: '3',
  energyPrice: 0.2,
  currency: 'EUR',
};
const position = { x: 1, y: 1 };
const rackCount = 14;

const side = (feed: 'A' | 'B', number: 1 | 2): readonly Entity[] => [
  thing(
    'ups',
    { id: `ups-0${number}`, parent: 'room-1', fedBy: ['ats-01'] },
    { model: 'Modular UPS 160 kW', ratedPower: 160, position, losses: 'modern', mode: 'online' },
  ),
  thing(
    'battery',
    { id: `string-0${number}`, parent: `ups-0${number}` },
    { model: 'VRLA string 80 × 2 V', cells: 80, capacity: 400, resistance: 0.5, age: 2, designLife: 10 },
  ),
  thing(
    'panel',
    { id: `panel-${feed.toLowerCase()}`, parent: 'room-1', fedBy: [`ups-0${number}`] },
    { model: 'Floor PDU 160 kVA', ratedPower: 160, losses: 'transformer', position },
  ),
];

const rack = (number: number): readonly Entity[] => {
  const id = `A${String(number).padStart(2, '0')}`;
  const pdu = (feed: 'A' | 'B'): Entity => ({
    ...thing(
      'pdu',
      { id: `${id}-pdu-${feed.toLowerCase()}`, parent: id, fedBy: [`panel-${feed.toLowerCase()}`] },
      { model: 'Metered rack PDU 3 × 16 A', feed, ratedPower: 11, phases: 'three', breaker: 16 },
    ),
    name: `pdu-${feed.toLowerCase()}`,
  });
  return [
    thing(
      'rack',
      { id, parent: 'row-a' },
      { position, width: 0.6, depth: 1.2, facing: 'south', heightU: 42, ratedPower: 10 },
    ),
    pdu('A'),
    pdu('B'),
  ];
};

const all: readonly Entity[] = [
  thing('site', { id: 'site-1', parent: null }, siteSpec),
  thing(
    'room',
    { id: 'room-1', parent: 'site-1' },
    { width: 11, depth: 10, envelope: 'A1', height: 3, wallHeat: 25 },
  ),
  thing('row', { id: 'row-a', parent: 'room-1' }, { containment: 'none' }),
  thing(
    'utility',
    { id: 'grid-01', parent: 'site-1' },
    { voltage: 400, frequency: 50, carbonIntensity: 0.25 },
  ),
  thing(
    'transformer',
    { id: 'tx-01', parent: 'site-1', fedBy: ['grid-01'] },
    { model: 'Dry transformer 400 kVA', ratedPower: 400 },
  ),
  thing('genset', { id: 'genset-01', parent: 'site-1' }, { model: 'Diesel genset 400 kVA', ratedPower: 320 }),
  thing(
    'ats',
    { id: 'ats-01', parent: 'site-1', fedBy: ['tx-01', 'genset-01'] },
    { model: 'Transfer switch 630 A', ratedPower: 400, transferTime: 0.1, retransferDelay: 300 },
  ),
  ...side('A', 1),
  ...side('B', 2),
  thing(
    'crac',
    { id: 'crac-01', parent: 'room-1', fedBy: ['ats-01'] },
    { model: 'Downflow unit 70 kW', ratedCooling: 70, setpoint: 22, position },
  ),
  ...Array.from({ length: rackCount }, (_, at) => rack(at + 1)).flat(),
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

export const sampleChain = inventoryOf(all);
/** A site with a room, and nothing that gives power. */
export const bareChain = inventoryOf(all.slice(0, 3));

export const sampleId = (name: string): EntityId => `sample-${name}` as EntityId;
export const sampleSite = sampleChain.entities.get(sampleId('site-1')) as EntityOf<'site'>;

const said: Readonly<Record<string, string>> = {
  'grid-01': 'present',
  'tx-01': 'energised',
  'genset-01': 'off',
  'ats-01': 'on-utility',
  'ups-01': 'online',
  'ups-02': 'online',
  'string-01': 'floating',
  'string-02': 'floating',
  'panel-a': 'energised',
  'panel-b': 'energised',
  'A07-pdu-b': 'tripped',
};
const loads: Readonly<Record<string, number>> = {
  'tx-01': 34,
  'ups-01': 34,
  'ups-02': 34,
  'panel-a': 32.4,
  'panel-b': 32.3,
  'A04-pdu-a': 104,
  'A05-pdu-a': 60,
  'A07-pdu-b': 0,
};
const carried: Readonly<Record<string, number>> = {
  'grid-01': 137.6,
  'tx-01': 136.9,
  'genset-01': 0,
  'ats-01': 136.9,
  'ups-01': 54.4,
  'ups-02': 54.3,
  'panel-a': 51.7,
  'panel-b': 51.6,
  'crac-01': 22.9,
};
const nameOf = (id: EntityId): string => id.replace('sample-', '');

/** One rack PDU over its rating, one near it, one tripped. */
export const sampleSource: PowerSource = {
  listen: (listener) => {
    listener();
    return () => undefined;
  },
  listenWords: () => () => undefined,
  words: () => 0,
  wordOf: (id) => said[nameOf(id)] ?? (id.includes('-pdu-') ? 'energised' : undefined),
  loadOf: (id) => loads[nameOf(id)] ?? (id.includes('-pdu-') ? 20 + (id.charCodeAt(9) % 9) : null),
  powerOf: (id) => {
    const load = sampleSource.loadOf(id);
    return carried[nameOf(id)] ?? (load === null || !id.includes('-pdu-') ? null : (load * 11) / 100);
  },
  isOld: () => false,
};

/** The same, all of it too old. */
export const staleSource: PowerSource = { ...sampleSource, isOld: () => true };

export const sampleLoss: Consequences = {
  dark: [],
  degraded: Array.from({ length: rackCount }, (_, at) => sampleId(`A${String(at + 1).padStart(2, '0')}`)),
  overloaded: [{ id: sampleId('A04-pdu-b'), load: 131 }],
  bridged: [],
};

const steps = Array.from({ length: 49 }, (_, at) => at);
const at = steps.map((step) => sampleEpoch + step * 1_800_000);
const wave = (base: number, swing: number): number[] =>
  steps.map((step) => base + swing * Math.sin(step / 7));
const series = (
  sensor: string,
  metric: string,
  mean: number[],
): QueryAnswer<'history'>['series'][number] => ({
  sensor,
  metric,
  at,
  mean,
  min: mean,
  max: mean,
});

export const sampleSensors = {
  total: 'sample-total' as EntityId,
  it: 'sample-it' as EntityId,
  cooling: 'sample-cooling' as EntityId,
  pue: 'sample-pue' as EntityId,
  meters: ['sample-meter' as EntityId],
};

export const sampleTrend: QueryAnswer<'history'> = {
  from: sampleEpoch,
  to: sampleNow,
  series: [
    series('sample-total', 'total-power', wave(137, 6)),
    series('sample-it', 'power', wave(103, 4)),
    series('sample-cooling', 'cooling-power', wave(22, 2)),
    series('sample-pue', 'pue', wave(1.34, 0.02)),
  ],
};
export const noTrend: QueryAnswer<'history'> = { from: sampleEpoch, to: sampleNow, series: [] };
export const sampleCharge = {
  at,
  values: steps.map((step) => (step > 20 && step < 24 ? 100 - (step - 20) * 9 : 100)),
};
