import type { Kind, Metric } from '../contract/entities.ts';

/** What physics knows of each kind, and so what a sensor on it can measure. */
export const measurable = {
  site: [
    'total-power', 'power', 'energy', 'pue', 'dcie', 'wue', 'cue', 'cooling-power', 'cooling-efficiency',
    'shi', 'rci-high', 'rci-low', 'outdoor-temperature', 'wet-bulb', 'pue-mean', 'ere', 'rhi',
  ],
  room: [
    'temperature', 'humidity', 'dew-point', 'supply-temperature', 'return-temperature', 'power',
    'leak', 'smoke', 'door', 'airflow',
  ],
  row: [],
  rack: ['temperature', 'humidity', 'dew-point', 'power', 'airflow', 'door', 'state', 'heat-off'],
  device: [],
  pdu: ['power', 'load', 'current', 'voltage', 'energy', 'breaker', 'state'],
  utility: ['state', 'voltage', 'frequency', 'power', 'energy'],
  transformer: ['state', 'power', 'load', 'temperature'],
  genset: ['state', 'power', 'load', 'fuel', 'speed', 'voltage', 'frequency', 'runtime'],
  ats: ['state', 'power', 'voltage'],
  ups: [
    'state', 'power', 'load', 'input-voltage', 'output-voltage', 'frequency', 'charge', 'runtime', 'health', 'energy',
  ],
  battery: ['state', 'voltage', 'current', 'charge', 'health', 'temperature', 'runtime', 'cell-voltage', 'cell-resistance'],
  panel: ['state', 'power', 'load', 'current', 'voltage'],
  crac: [
    'state', 'supply-temperature', 'return-temperature', 'setpoint', 'fan-speed', 'compressor', 'power', 'load', 'airflow',
    'leak',
  ],
  chiller: ['state', 'water-supply', 'water-return', 'water-flow', 'power', 'load', 'cop'],
  sensor: [],
} as const satisfies Record<Kind, readonly Metric[]>;
