import type { CommandInput } from '../../../sim/contract/commands.ts';
import { isMet, stateWordOf, type Device } from './device.ts';
import { exceptions, type Exception } from './faults.ts';
import { maps } from './maps.table.ts';
import type { Span } from './registers.ts';

export type BitTable = 'coils' | 'inputs';

/** Eight to a byte, the first in the lowest place. */
export function readBits(device: Device, table: BitTable, { from, count }: Span): Buffer | Exception {
  const bytes = Buffer.alloc(Math.ceil(count / 8));
  for (let n = 0; n < count; n += 1) {
    const bit = bitAt(device, table, from + n);
    if (bit === null) return exceptions.illegalAddress;
    if (bit) bytes[n >> 3] = (bytes[n >> 3] ?? 0) | (1 << (n & 7));
  }
  return bytes;
}

function bitAt(device: Device, table: BitTable, at: number): boolean | null {
  const map = maps[device.entity.kind];
  if (table === 'inputs') {
    const row = map.bits.find((one) => one.at === at);
    return row === undefined ? null : isMet(device, row);
  }
  const coil = map.coils.find((one) => one.at === at);
  if (coil === undefined) return null;
  return coil.lit?.words.includes(stateWordOf(device, coil.lit.metric) ?? '') ?? false;
}

export function planCoils(
  { entity }: Device,
  from: number,
  values: readonly boolean[],
): readonly CommandInput[] | Exception {
  const plan: CommandInput[] = [];
  for (const [n, value] of values.entries()) {
    const coil = maps[entity.kind].coils.find((one) => one.at === from + n);
    if (coil === undefined) return exceptions.illegalAddress;
    const verb = value ? coil.on : coil.off;
    if (verb !== null) plan.push({ type: 'plant.order', target: entity.id, verb });
  }
  return plan;
}
