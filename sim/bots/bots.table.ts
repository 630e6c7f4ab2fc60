import type { Metric } from '../contract/entities.ts';

/**
 * How a bot behaves: seconds between readings (the seed's rates), the sensor's own noise,
 * slow drift around the truth, and the step of its display.
 */
export const botTable = {
  temperature: { period: 30, noise: 0.04, drift: 0.2, step: 0.1 },
  humidity: { period: 30, noise: 0.2, drift: 0.8, step: 0.1 },
  power: { period: 60, noise: 0.005, drift: 0, step: 0.001 },
  'supply-temperature': { period: 60, noise: 0.03, drift: 0, step: 0.1 },
  'return-temperature': { period: 60, noise: 0.03, drift: 0, step: 0.1 },
  'fan-speed': { period: 60, noise: 0, drift: 0, step: 1 },
  load: { period: 60, noise: 0.02, drift: 0, step: 0.1 },
  'total-power': { period: 30, noise: 0.01, drift: 0, step: 0.01 },
  pue: { period: 30, noise: 0, drift: 0, step: 0.001 },
} as const satisfies Record<Metric, { period: number; noise: number; drift: number; step: number }>;
