import type { Kind } from './entities.ts';

/** Where each kind may live. The site is the root. */
export const parentKinds = {
  site: [],
  room: ['site'],
  row: ['room'],
  rack: ['row'],
  device: ['rack'],
  pdu: ['rack'],
  ups: ['room'],
  crac: ['room'],
  sensor: ['site', 'room', 'rack', 'device', 'pdu', 'ups', 'crac'],
} as const satisfies Record<Kind, readonly Kind[]>;
