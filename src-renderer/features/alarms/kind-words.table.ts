/** Kinds of things as headings and in running text. */
import type { Kind } from '../../../sim/contract/entities.ts';

export const kindWords = {
  site: 'Site',
  room: 'Room',
  row: 'Row',
  rack: 'Rack',
  device: 'Device',
  pdu: 'Rack PDU',
  utility: 'Utility',
  transformer: 'Transformer',
  genset: 'Genset',
  ats: 'ATS',
  ups: 'UPS',
  battery: 'Battery',
  panel: 'Floor PDU',
  crac: 'CRAC',
  chiller: 'Chiller',
  sensor: 'Sensor',
} as const satisfies Record<Kind, string>;
