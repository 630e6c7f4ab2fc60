import type { Metric } from '../../../sim/contract/entities.ts';

/** Metrics of a rack that the floor can be coloured by. */
export const floorMetrics = ['temperature', 'humidity', 'power'] as const satisfies readonly Metric[];
export type FloorMetric = (typeof floorMetrics)[number];

export type MetricScale = {
  readonly title: string;
  /** Unit of the scale, which for power is a share of the rack's rating. */
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** The band in which a rack recedes in Operate mode. */
  readonly band: { readonly from: number; readonly to: number; readonly name: string };
  /** Value on this scale → place on the heat ramp, ascending. */
  readonly anchors: readonly (readonly [value: number, place: number])[];
};

export const metricScales = {
  temperature: {
    title: 'inlet temperature',
    unit: '°C',
    low: 16,
    high: 36,
    // ASHRAE TC 9.9 recommended inlet
    band: { from: 18, to: 27, name: 'recommended' },
    anchors: [
      [16, 16],
      [36, 36],
    ],
  },
  humidity: {
    title: 'relative humidity',
    unit: '% RH',
    low: 10,
    high: 90,
    // Below 20 % static charge builds up; ASHRAE class A1 allows up to 80 %, recommends at most 60 %.
    band: { from: 20, to: 60, name: 'comfortable' },
    anchors: [
      [10, 16],
      [20, 18],
      [40, 22],
      [60, 27],
      [70, 29],
      [80, 32],
      [90, 36],
    ],
  },
  power: {
    title: 'power, of rated',
    unit: '%',
    low: 0,
    high: 110,
    // A circuit carries 80 % of its rating without end (NEC 210.20).
    band: { from: 0, to: 80, name: 'continuous' },
    anchors: [
      [0, 19],
      [50, 22.5],
      [80, 27],
      [90, 29],
      [100, 32],
      [110, 36],
    ],
  },
} as const satisfies Record<FloorMetric, MetricScale>;
