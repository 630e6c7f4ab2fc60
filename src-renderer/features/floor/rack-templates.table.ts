/** Racks that can be dropped: outside dimensions in metres as common makers build them, and a usual rating. */
export const rackTemplates = {
  compute: { width: 0.6, depth: 1.2, heightU: 42, ratedPower: 8, pdu: { model: 'Metered rack PDU 3 × 16 A', ratedPower: 11, breaker: 16 } },
  dense: { width: 0.75, depth: 1.2, heightU: 48, ratedPower: 15, pdu: { model: 'Metered rack PDU 3 × 32 A', ratedPower: 22, breaker: 32 } },
  network: { width: 0.8, depth: 1.07, heightU: 42, ratedPower: 5, pdu: { model: 'Metered rack PDU 3 × 16 A', ratedPower: 11, breaker: 16 } },
  storage: { width: 0.6, depth: 1.07, heightU: 42, ratedPower: 7, pdu: { model: 'Metered rack PDU 3 × 16 A', ratedPower: 11, breaker: 16 } },
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

/** What a rack PDU is usually measured by. */
export const pduSensors = [
  { metric: 'power', place: 'middle' },
  { metric: 'load', place: 'middle' },
  { metric: 'energy', place: 'middle' },
  { metric: 'state', place: 'middle' },
  { metric: 'current', place: 'L1' },
  { metric: 'current', place: 'L2' },
  { metric: 'current', place: 'L3' },
] as const;
