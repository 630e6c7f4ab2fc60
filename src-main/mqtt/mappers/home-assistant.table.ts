import type { Metric } from '../../../sim/contract/entities.ts';

/** What Home Assistant calls a quantity: `device_class` and `state_class` of its sensors. Left out, it has no word. */
export const quantityClasses: Partial<Record<Metric, { readonly device?: string; readonly state?: string }>> = {
  temperature: { device: 'temperature' },
  'dew-point': { device: 'temperature' },
  'supply-temperature': { device: 'temperature' },
  'return-temperature': { device: 'temperature' },
  setpoint: { device: 'temperature' },
  'outdoor-temperature': { device: 'temperature' },
  'wet-bulb': { device: 'temperature' },
  'water-supply': { device: 'temperature' },
  'water-return': { device: 'temperature' },
  humidity: { device: 'humidity' },
  power: { device: 'power' },
  'total-power': { device: 'power' },
  'cooling-power': { device: 'power' },
  energy: { device: 'energy', state: 'total_increasing' },
  current: { device: 'current' },
  voltage: { device: 'voltage' },
  'input-voltage': { device: 'voltage' },
  'output-voltage': { device: 'voltage' },
  'cell-voltage': { device: 'voltage' },
  frequency: { device: 'frequency' },
  charge: { device: 'battery' },
  runtime: { device: 'duration' },
  airflow: { device: 'volume_flow_rate' },
  'water-flow': { device: 'volume_flow_rate' },
};

/** Metrics of two values, and what "on" says there: leak wet, door open, breaker closed. */
export const binaryClasses: Partial<Record<Metric, string>> = {
  leak: 'moisture',
  door: 'door',
  breaker: 'power',
};
