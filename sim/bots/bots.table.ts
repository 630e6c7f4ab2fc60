import type { Metric } from '../contract/entities.ts';

type Manner = {
  readonly period: number;
  readonly noise: number;
  readonly drift: number;
  readonly step: number;
};

const exact = { noise: 0, drift: 0 } as const;

/**
 * How a bot behaves: seconds between readings (the seed's rates), the sensor's own noise,
 * slow drift around the truth, and the step of its display.
 */
export const botTable = {
  temperature: { period: 30, noise: 0.04, drift: 0.2, step: 0.1 },
  humidity: { period: 30, noise: 0.2, drift: 0.8, step: 0.1 },
  'dew-point': { period: 60, noise: 0.05, drift: 0.2, step: 0.1 },
  power: { period: 60, noise: 0.005, drift: 0, step: 0.001 },
  energy: { period: 60, ...exact, step: 0.1 },
  current: { period: 60, noise: 0.02, drift: 0, step: 0.1 },
  'supply-temperature': { period: 60, noise: 0.03, drift: 0, step: 0.1 },
  'return-temperature': { period: 60, noise: 0.03, drift: 0, step: 0.1 },
  setpoint: { period: 60, ...exact, step: 0.1 },
  'fan-speed': { period: 60, ...exact, step: 1 },
  compressor: { period: 60, ...exact, step: 1 },
  airflow: { period: 60, noise: 5, drift: 10, step: 1 },
  load: { period: 60, noise: 0.02, drift: 0, step: 0.1 },
  'total-power': { period: 30, noise: 0.01, drift: 0, step: 0.01 },
  pue: { period: 30, ...exact, step: 0.001 },
  'pue-mean': { period: 60, ...exact, step: 0.001 },
  dcie: { period: 60, ...exact, step: 0.1 },
  wue: { period: 60, ...exact, step: 0.001 },
  cue: { period: 60, ...exact, step: 0.001 },
  ere: { period: 60, ...exact, step: 0.001 },
  shi: { period: 60, ...exact, step: 0.001 },
  rhi: { period: 60, ...exact, step: 0.001 },
  'rci-high': { period: 60, ...exact, step: 0.1 },
  'rci-low': { period: 60, ...exact, step: 0.1 },
  'cooling-power': { period: 60, ...exact, step: 0.01 },
  'cooling-efficiency': { period: 60, ...exact, step: 0.01 },
  'outdoor-temperature': { period: 60, noise: 0.05, drift: 0.2, step: 0.1 },
  'wet-bulb': { period: 60, noise: 0.05, drift: 0.2, step: 0.1 },
  voltage: { period: 60, noise: 0.1, drift: 0.2, step: 0.1 },
  'input-voltage': { period: 60, noise: 0.2, drift: 0.3, step: 0.1 },
  'output-voltage': { period: 60, noise: 0.05, drift: 0, step: 0.1 },
  frequency: { period: 60, noise: 0.005, drift: 0.01, step: 0.01 },
  charge: { period: 60, ...exact, step: 0.1 },
  runtime: { period: 60, ...exact, step: 0.1 },
  health: { period: 60, ...exact, step: 0.1 },
  'cell-voltage': { period: 60, noise: 0.001, drift: 0, step: 0.001 },
  'cell-resistance': { period: 60, noise: 0.004, drift: 0, step: 0.01 },
  fuel: { period: 60, noise: 0.02, drift: 0, step: 0.1 },
  speed: { period: 60, noise: 1, drift: 0, step: 1 },
  'water-supply': { period: 60, noise: 0.02, drift: 0, step: 0.1 },
  'water-return': { period: 60, noise: 0.02, drift: 0, step: 0.1 },
  'water-flow': { period: 60, noise: 0.02, drift: 0, step: 0.1 },
  cop: { period: 60, ...exact, step: 0.01 },
  // These speak at once besides, see below.
  state: { period: 10, ...exact, step: 1 },
  breaker: { period: 10, ...exact, step: 1 },
  leak: { period: 10, ...exact, step: 1 },
  'leak-distance': { period: 10, ...exact, step: 0.1 },
  smoke: { period: 10, noise: 0.002, drift: 0, step: 0.01 },
  door: { period: 10, ...exact, step: 1 },
  'heat-off': { period: 30, ...exact, step: 1 },
} as const satisfies Record<Metric, Manner>;

/**
 * How far what it measures must have moved for a bot to speak at once, out of its turn: a contact and a unit's state
 * say what changed when it changes. What is not here speaks in its turn alone.
 */
export const jumpTable: Partial<Record<Metric, number>> = {
  state: 0.5,
  breaker: 0.5,
  leak: 0.5,
  'leak-distance': 0.5,
  door: 0.5,
  'heat-off': 0.5,
  // % obscuration a metre: half of what first alarms.
  smoke: 0.1,
};
