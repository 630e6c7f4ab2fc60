/** What the floor can be coloured by. Words of layers and bands stand in the catalogue, by the same names. */

/** Coloured by a value, on the heat ramp. */
export const heatLayers = ['inlet', 'outlet', 'delta', 'humidity', 'power', 'headroom', 'space', 'alarms'] as const;
export type HeatLayer = (typeof heatLayers)[number];
/** Coloured by what a rack belongs to. */
export const groupLayers = ['service', 'owner'] as const;
export type GroupLayer = (typeof groupLayers)[number];
export const floorLayers = [...heatLayers, ...groupLayers] as const;
export type FloorLayer = HeatLayer | GroupLayer;

export const isGroupLayer = (layer: FloorLayer): layer is GroupLayer => layer === 'service' || layer === 'owner';

export type LayerScale = {
  /** Unit of the scale, which for what has a rating is a share of it. */
  readonly unit: string;
  /** The scale is a share of the rack's rating in per cent; what is written is the value itself. */
  readonly of: 'value' | 'rating';
  /** Decimals of what is written on a rack. */
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
  /** The band in which a rack recedes in Operate mode. */
  readonly band: { readonly from: number; readonly to: number };
  /** Value on this scale → place on the heat ramp; values ascend. */
  readonly anchors: readonly (readonly [value: number, place: number])[];
};

export const layerScales = {
  inlet: {
    unit: '°C',
    of: 'value',
    decimals: 1,
    low: 16,
    high: 36,
    // ASHRAE TC 9.9 recommended inlet
    band: { from: 18, to: 27 },
    anchors: [
      [16, 16],
      [36, 36],
    ],
  },
  outlet: {
    unit: '°C',
    of: 'value',
    decimals: 1,
    low: 20,
    high: 55,
    // Nobody sets a limit for hot air; above 45 °C people must not work in it for long, and cables age.
    band: { from: 20, to: 42 },
    anchors: [
      [20, 18],
      [30, 22],
      [38, 25],
      [42, 27],
      [45, 30],
      [50, 33],
      [55, 36],
    ],
  },
  delta: {
    unit: 'K',
    of: 'value',
    decimals: 1,
    low: 0,
    high: 25,
    // Servers take about 11 K; far less is air that goes round them, far more is air that they lack.
    band: { from: 5, to: 18 },
    anchors: [
      [0, 16],
      [5, 18],
      [9, 21],
      [14, 25],
      [18, 27],
      [21, 30],
      [25, 34],
    ],
  },
  humidity: {
    unit: '% RH',
    of: 'value',
    decimals: 0,
    low: 10,
    high: 90,
    // Below 20 % static charge builds up; ASHRAE class A1 allows up to 80 %, recommends at most 60 %.
    band: { from: 20, to: 60 },
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
    unit: '%',
    of: 'rating',
    decimals: 1,
    low: 0,
    high: 110,
    // A circuit carries 80 % of its rating without end (NEC 210.20).
    band: { from: 0, to: 80 },
    anchors: [
      [0, 19],
      [50, 22.5],
      [80, 27],
      [90, 29],
      [100, 32],
      [110, 36],
    ],
  },
  headroom: {
    unit: '%',
    of: 'rating',
    decimals: 1,
    low: -10,
    high: 100,
    // The other side of the 80 % that a circuit carries without end.
    band: { from: 20, to: 100 },
    anchors: [
      [-10, 36],
      [0, 32],
      [10, 29],
      [20, 27],
      [50, 22.5],
      [100, 19],
    ],
  },
  space: {
    unit: '%',
    of: 'rating',
    decimals: 0,
    low: 0,
    high: 100,
    band: { from: 0, to: 85 },
    anchors: [
      [0, 19],
      [60, 22.5],
      [85, 27],
      [95, 29],
      [100, 31],
    ],
  },
  alarms: {
    // Gravity of the worst open alarm: none, info, minor, major, critical.
    unit: '',
    of: 'value',
    decimals: 0,
    low: 0,
    high: 4,
    band: { from: 0, to: 0 },
    anchors: [
      [0, 23],
      [1, 18],
      [2, 27.5],
      [3, 29.5],
      [4, 33],
    ],
  },
} as const satisfies Record<HeatLayer, LayerScale>;
