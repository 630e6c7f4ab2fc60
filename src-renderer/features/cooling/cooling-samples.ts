/** Cooling as the page of states shows it. */
import type { Advice, AdviceAnswer, RideThrough } from '../../../sim/contract/advisor.ts';
import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { metricText } from '../../ui/numbers.ts';
import { sampleEpoch, sampleNow } from '../states/samples.ts';
import type { CoolingPlant, CoolingUnit, Sensors, Zone } from './plant-of.ts';

const id = (text: string): EntityId => text as EntityId;

const metricsOf = {
  crac: ['state', 'supply-temperature', 'return-temperature', 'fan-speed', 'compressor', 'load', 'power'],
  chiller: ['state', 'water-supply', 'water-return', 'water-flow', 'load', 'power', 'cop'],
} as const;

const sensorsOf = (name: string, metrics: readonly Metric[]): Sensors =>
  Object.fromEntries(metrics.map((metric) => [metric, id(`${name}/${metric}`)]));

const crac = (name: string, room: string, coil: CoolingUnit['coil']): CoolingUnit => ({
  id: id(name),
  kind: 'crac',
  name,
  room,
  coil,
  setpoint: 22,
  rated: 70,
  sensors: sensorsOf(name, metricsOf.crac),
});

const chiller: CoolingUnit = {
  id: id('chiller-01'),
  kind: 'chiller',
  name: 'chiller-01',
  room: '',
  coil: null,
  setpoint: 12,
  rated: 150,
  sensors: sensorsOf('chiller-01', metricsOf.chiller),
};

const zone = (name: string, racks: number): Zone => ({
  id: id(name),
  name,
  setpoint: 22,
  recommended: { low: 18, high: 27 },
  inlets: Array.from({ length: racks }, (_, at) => id(`${name}/inlet-${at}`)),
  outlets: Array.from({ length: racks }, (_, at) => id(`${name}/outlet-${at}`)),
});

export const samplePlant: CoolingPlant = {
  site: id('site-1'),
  units: [
    crac('crac-01', 'room1', 'compressor'),
    crac('crac-02', 'room1', 'compressor'),
    crac('crac-03', 'room2', 'chilled-water'),
    crac('crac-04', 'room2', 'chilled-water'),
    chiller,
  ],
  zones: [zone('room1', 12), zone('room2', 8)],
  loops: [{ unit: chiller, condenser: 'tower', economiser: 'water-side', buffer: 1500, coils: 2 }],
  meters: {
    'cooling-efficiency': id('sensor-911'),
    'outdoor-temperature': id('sensor-912'),
    'wet-bulb': id('sensor-913'),
  },
};
export const emptyPlant: CoolingPlant = { ...samplePlant, units: [], zones: [], loops: [] };

const values: Partial<Record<Metric, number>> = {
  'supply-temperature': 22,
  'return-temperature': 35.1,
  'fan-speed': 44,
  compressor: 41,
  load: 53.2,
  power: 6.47,
  'water-supply': 12,
  'water-return': 15.1,
  'water-flow': 4,
  cop: 4.47,
  'outdoor-temperature': 14.6,
  'wet-bulb': 10.2,
};

export const sampleValue = (metric: Metric): string => metricText(metric, values[metric] ?? null);

const wave = (base: number, swing: number): number[] =>
  Array.from({ length: 97 }, (_, index) => base + swing * Math.sin(index / 9));
const at = Array.from({ length: 97 }, (_, index) => sampleEpoch + index * 900_000);

const line = (sensor: string, metric: string, mean: number[]): QueryAnswer<'history'>['series'][number] => ({
  sensor,
  metric,
  at,
  mean,
  min: mean,
  max: mean,
});

export const sampleEfficiency: QueryAnswer<'history'> = {
  from: sampleEpoch,
  to: sampleNow,
  series: [
    line('sensor-911', 'cooling-efficiency', wave(4.5, 0.3)),
    line('sensor-912', 'outdoor-temperature', wave(12, 4)),
    line('sensor-913', 'wet-bulb', wave(9, 2)),
  ],
};

export const sampleTrends = new Map(
  samplePlant.units.map(({ sensors }) => [
    sensors['supply-temperature'] ?? sensors['water-supply'] ?? id('none'),
    wave(22, 0.2).slice(0, 40),
  ]),
);

export const sampleRides: RideThrough[] = [
  {
    room: id('room1'),
    name: 'room1',
    heat: 80.4,
    inlet: 23.4,
    limit: 32,
    minutes: 0.4,
    shutdown: 3.1,
    air: 207,
    equipment: 1872,
    walls: 5168,
  },
  {
    room: id('room2'),
    name: 'room2',
    heat: 39.9,
    inlet: 23.1,
    limit: 32,
    minutes: 1.6,
    shutdown: null,
    air: 175,
    equipment: 1584,
    walls: 4528,
  },
];

const advice = (number: number, more: Partial<Advice>): Advice => ({
  id: `advice-${number}` as Advice['id'],
  site: id('site-1'),
  target: id('crac-01'),
  verb: 'set-point',
  from: 22,
  to: 22.5,
  rule: 'cool-room',
  reason: '',
  facts: { inlet: 24.2, limit: 27, rise: 13.1, power: 6, step: 0.5 },
  saving: 0.08,
  savingDay: 1.9,
  confidence: 0.6,
  guard: { room: id('room1'), inletMost: 27 },
  doneBy: 'anyone',
  state: 'open',
  proposedAt: (sampleNow - 300_000) as Advice['proposedAt'],
  appliedAt: null,
  appliedTick: null,
  appliedBy: null,
  endedAt: null,
  because: '',
  measured: null,
  ...more,
});

const applied = {
  appliedAt: (sampleNow - 7_200_000) as Advice['proposedAt'],
  appliedBy: 'advisor',
  state: 'applied',
} as const;

export const sampleAdvice: AdviceAnswer = {
  site: id('site-1'),
  mode: 'act',
  unmeasured: null,
  unsettled: [],
  items: [
    advice(4, {}),
    advice(3, {
      target: id('chiller-01'),
      rule: 'free-cooling',
      from: 12,
      to: 14,
      facts: { wetBulb: 10.2, tower: 14.2, setpoint: 12, back: 15.1, gain: 62 },
      saving: 6.1,
      savingDay: 146,
      confidence: 0.8,
    }),
    advice(2, {
      ...applied,
      target: id('crac-02'),
      verb: 'unit-on',
      from: 0,
      to: 1,
      rule: 'share-air',
      facts: { fan: 87.3, after: 43.7, units: 1 },
      saving: 2.5,
      savingDay: 60,
      confidence: 0.9,
      measured: {
        from: (sampleNow - 7_200_000) as Advice['proposedAt'],
        to: (sampleNow - 3_600_000) as Advice['proposedAt'],
        with: 24.7,
        without: 27.5,
        rate: 2.86,
        pueWith: 1.338,
        pueWithout: 1.364,
        trend: { with: wave(1.338, 0.001).slice(0, 24), without: wave(1.364, 0.001).slice(0, 24) },
      },
    }),
    advice(1, {
      ...applied,
      state: 'undone',
      endedAt: (sampleNow - 1_800_000) as Advice['proposedAt'],
      because: 'An inlet of room1 rose to 27.3 °C, above 27.0 °C',
    }),
  ],
  saved: { today: { measured: 2.8, projected: 2.86 }, month: { measured: 41.2, projected: 118.4 } },
  savingNow: 2.86,
  pue: { now: 1.34, without: 1.37 },
};

export const noAdvice: AdviceAnswer = {
  ...sampleAdvice,
  mode: 'off',
  items: [],
  saved: { today: { measured: 0, projected: 0 }, month: { measured: 0, projected: 0 } },
  savingNow: 0,
  pue: { now: 1.37, without: 1.37 },
};
