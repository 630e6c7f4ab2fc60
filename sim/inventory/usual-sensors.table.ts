import type { Kind, Metric } from '../contract/entities.ts';

export type SensorPlace = { readonly metric: Metric; readonly place: string };

const middle = (...metrics: Metric[]): SensorPlace[] => metrics.map((metric) => ({ metric, place: 'middle' }));
const phases = (metric: Metric): SensorPlace[] => ['L1', 'L2', 'L3'].map((place) => ({ metric, place }));

/** What a thing of each kind is measured by where a lab file says `sensors: usual`. */
export const usualSensors: Partial<Record<Kind, readonly SensorPlace[]>> = {
  site: middle(
    'total-power', 'power', 'energy', 'pue', 'dcie', 'wue', 'cue', 'cooling-power', 'cooling-efficiency', 'shi',
    'rci-high', 'rci-low', 'outdoor-temperature', 'wet-bulb', 'pue-mean', 'ere', 'rhi',
  ),
  room: middle('supply-temperature', 'return-temperature', 'humidity', 'dew-point', 'smoke', 'leak', 'door'),
  rack: [
    { metric: 'temperature', place: 'front-middle' },
    { metric: 'temperature', place: 'rear-middle' },
    { metric: 'humidity', place: 'front-middle' },
    { metric: 'power', place: 'middle' },
  ],
  pdu: [...middle('power', 'load', 'energy', 'state'), ...phases('current')],
  utility: middle('state', 'voltage', 'frequency', 'power', 'energy'),
  transformer: middle('state', 'power', 'load', 'temperature'),
  genset: middle('state', 'power', 'load', 'fuel', 'speed', 'voltage', 'frequency', 'runtime'),
  ats: middle('state', 'power', 'voltage'),
  ups: middle(
    'state', 'power', 'load', 'input-voltage', 'output-voltage', 'frequency', 'charge', 'runtime', 'health', 'energy',
  ),
  battery: middle('state', 'voltage', 'current', 'charge', 'health', 'temperature', 'runtime'),
  panel: [...middle('state', 'power', 'load', 'voltage'), ...phases('current')],
  crac: middle(
    'state', 'supply-temperature', 'return-temperature', 'setpoint', 'fan-speed', 'compressor', 'power', 'load',
    'airflow',
  ),
  chiller: middle('state', 'water-supply', 'water-return', 'water-flow', 'power', 'load', 'cop'),
};

/** The cell monitor of a battery: a voltage and a resistance for each cell. */
export const cellSensors = (cells: number): SensorPlace[] =>
  Array.from({ length: cells }, (_, at) => `cell-${String(at + 1).padStart(2, '0')}`).flatMap((place) => [
    { metric: 'cell-voltage', place },
    { metric: 'cell-resistance', place },
  ]);
