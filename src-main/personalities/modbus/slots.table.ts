import type { Kind } from '../../../sim/contract/entities.ts';

/**
 * Which stretch of ports, or of addresses, each kind has: `ups-3` is the third of its stretch, in every lab and
 * whoever else is there. The few and important come first; 0 of each stretch stays free.
 */
export const slotTable = {
  ups: { from: 0, size: 200 },
  crac: { from: 200, size: 400 },
  chiller: { from: 600, size: 100 },
  genset: { from: 700, size: 100 },
  ats: { from: 800, size: 100 },
  panel: { from: 900, size: 400 },
  room: { from: 1300, size: 200 },
  site: { from: 1500, size: 100 },
  transformer: { from: 1600, size: 100 },
  utility: { from: 1700, size: 100 },
  battery: { from: 1800, size: 200 },
  rack: { from: 2000, size: 10_001 },
  pdu: { from: 12_001, size: 20_001 },
} as const satisfies Partial<Record<Kind, { readonly from: number; readonly size: number }>>;

export type ModbusKind = keyof typeof slotTable;
