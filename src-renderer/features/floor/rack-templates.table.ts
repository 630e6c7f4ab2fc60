/** Racks that can be dropped: outside dimensions in metres as common makers build them, and a usual rating. */
export const rackTemplates = {
  compute: { width: 0.6, depth: 1.2, heightU: 42, ratedPower: 8 },
  dense: { width: 0.75, depth: 1.2, heightU: 48, ratedPower: 15 },
  network: { width: 0.8, depth: 1.07, heightU: 42, ratedPower: 5 },
  storage: { width: 0.6, depth: 1.07, heightU: 42, ratedPower: 7 },
} as const;
export type RackTemplate = keyof typeof rackTemplates;

/** What a rack is usually measured by. */
export const rackSensors = [
  { metric: 'temperature', place: 'front-middle' },
  { metric: 'temperature', place: 'rear-middle' },
  { metric: 'humidity', place: 'front-middle' },
  { metric: 'power', place: 'middle' },
] as const;

/** What a cooling unit is usually measured by. */
export const cracMetrics = [
  'state', 'supply-temperature', 'return-temperature', 'setpoint', 'fan-speed', 'compressor', 'power', 'load', 'airflow',
] as const;

/** What a room is usually measured by. */
export const roomMetrics = ['supply-temperature', 'return-temperature', 'humidity', 'dew-point', 'smoke', 'leak', 'door'] as const;
