import type { Kind, Metric } from '../contract/entities.ts';

/** What physics knows of each kind, and so what a sensor on it can measure. */
export const measurable = {
  site: ['total-power', 'power', 'pue'],
  room: ['temperature', 'humidity', 'supply-temperature', 'return-temperature', 'power'],
  row: [],
  rack: ['temperature', 'humidity', 'power'],
  device: [],
  pdu: ['power', 'load'],
  ups: ['power', 'load'],
  crac: ['supply-temperature', 'return-temperature', 'fan-speed', 'power', 'load'],
  sensor: [],
} as const satisfies Record<Kind, readonly Metric[]>;
