import type { Metric } from '../../../../sim/contract/entities.ts';

/** EntitySensorDataType of RFC 3433. */
export const sensorTypes = {
  other: 1,
  voltsAC: 3,
  voltsDC: 4,
  amperes: 5,
  watts: 6,
  hertz: 7,
  celsius: 8,
  percentRH: 9,
  rpm: 10,
  cmm: 11,
  truthvalue: 12,
} as const;

type SensorKind = {
  readonly type: keyof typeof sensorTypes;
  /** Digits behind the point: the value is sent as a whole number of these. */
  readonly precision: number;
  /** Our unit into that of the type: kW into W, m³/h into m³/min. */
  readonly factor: number;
};

const celsius = { type: 'celsius', precision: 1, factor: 1 } as const;
const watts = { type: 'watts', precision: 0, factor: 1000 } as const;
const percent = { type: 'other', precision: 1, factor: 1 } as const;
const ratio = { type: 'other', precision: 3, factor: 1 } as const;
const truth = { type: 'truthvalue', precision: 0, factor: 1 } as const;

export const sensorKinds = {
  temperature: celsius,
  humidity: { type: 'percentRH', precision: 1, factor: 1 },
  'dew-point': celsius,
  power: watts,
  energy: { type: 'other', precision: 1, factor: 1 },
  current: { type: 'amperes', precision: 1, factor: 1 },
  'supply-temperature': celsius,
  'return-temperature': celsius,
  setpoint: celsius,
  'fan-speed': percent,
  compressor: percent,
  airflow: { type: 'cmm', precision: 1, factor: 1 / 60 },
  load: percent,
  'total-power': watts,
  pue: ratio,
  'pue-mean': ratio,
  dcie: percent,
  wue: ratio,
  cue: ratio,
  ere: ratio,
  shi: ratio,
  rhi: ratio,
  'rci-high': percent,
  'rci-low': percent,
  'heat-off': percent,
  'cooling-power': watts,
  'cooling-efficiency': ratio,
  'outdoor-temperature': celsius,
  'wet-bulb': celsius,
  voltage: { type: 'voltsAC', precision: 1, factor: 1 },
  'input-voltage': { type: 'voltsAC', precision: 1, factor: 1 },
  'output-voltage': { type: 'voltsAC', precision: 1, factor: 1 },
  frequency: { type: 'hertz', precision: 2, factor: 1 },
  charge: percent,
  runtime: { type: 'other', precision: 1, factor: 1 },
  health: percent,
  'cell-voltage': { type: 'voltsDC', precision: 3, factor: 1 },
  'cell-resistance': { type: 'other', precision: 2, factor: 1 },
  fuel: percent,
  speed: { type: 'rpm', precision: 0, factor: 1 },
  'water-supply': celsius,
  'water-return': celsius,
  'water-flow': { type: 'other', precision: 1, factor: 1 },
  cop: { type: 'other', precision: 2, factor: 1 },
  state: { type: 'other', precision: 0, factor: 1 },
  breaker: truth,
  leak: truth,
  'leak-distance': { type: 'other', precision: 1, factor: 1 },
  smoke: { type: 'other', precision: 2, factor: 1 },
  door: truth,
} as const satisfies Record<Metric, SensorKind>;
