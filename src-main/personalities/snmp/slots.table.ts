import type { SnmpKind } from './mibs/identities.table.ts';

/**
 * Which stretch of ports, or of addresses, each kind has: `ups-3` is the third of its stretch, in every lab and
 * whoever else is there. The few and important come first; 0 of each stretch stays free. They are those of the
 * Modbus face, so that a device has the same number in both.
 */
export const slotTable = {
  ups: { from: 0, size: 200 },
  crac: { from: 200, size: 400 },
  chiller: { from: 600, size: 100 },
  genset: { from: 700, size: 100 },
  room: { from: 1300, size: 200 },
  rack: { from: 2000, size: 10_001 },
  pdu: { from: 12_001, size: 20_001 },
} as const satisfies Record<SnmpKind, { readonly from: number; readonly size: number }>;
