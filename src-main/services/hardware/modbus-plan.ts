/** Which registers are asked for together. Pure. */
import type { HardwarePoint } from '../../../sim/contract/settings.ts';
import { modbusTables } from './modbus-words.table.ts';

export type ModbusTable = keyof typeof modbusTables;

export type Place = { readonly table: ModbusTable; readonly address: number };

/** A run of registers, or of bits, and the points in it. */
export type Block = Place & { readonly count: number; readonly points: readonly Wanted[] };

type Wanted = Place & { readonly index: number; readonly count: number };

const register = /^(coil|discrete|holding|input):(\d{1,5})$/;
const lastAddress = 65_535;

export function placeOf(from: string): Place | null {
  const found = register.exec(from.trim());
  const address = Number(found?.[2]);
  if (found === null || address > lastAddress) return null;
  return { table: found[1] as ModbusTable, address };
}

export function modbusProblem(from: string): string | null {
  if (placeOf(from) !== null) return null;
  return `${from} is not a register. Write holding:100, input:30, coil:1 or discrete:5; addresses are those of the protocol, from 0 to ${lastAddress}`;
}

export const isWide = (type: HardwarePoint['type']): boolean => !type.endsWith('16');

export function blocksFor(points: readonly HardwarePoint[], usable: readonly number[]): readonly Block[] {
  const wanted = usable.flatMap((index): readonly Wanted[] => {
    const point = points[index];
    const place = point === undefined ? null : placeOf(point.from);
    if (point === undefined || place === null) return [];
    const isRegister = modbusTables[place.table].holds === 'registers';
    return [{ ...place, index, count: isRegister && isWide(point.type) ? 2 : 1 }];
  });
  const sorted = wanted.toSorted((a, b) =>
    a.table < b.table ? -1 : a.table > b.table ? 1 : a.address - b.address,
  );
  const blocks: Block[] = [];
  for (const one of sorted) {
    const last = blocks.at(-1);
    if (last !== undefined && fits(last, one)) blocks[blocks.length - 1] = joined(last, one);
    else blocks.push(alone(one));
  }
  return blocks;
}

export const alone = (one: Wanted): Block => ({
  table: one.table,
  address: one.address,
  count: one.count,
  points: [one],
});

const reach = (block: Block, one: Wanted): number =>
  Math.max(block.address + block.count, one.address + one.count) - block.address;

/** Only what touches: many devices refuse a read across a register that they do not have. */
const fits = (block: Block, one: Wanted): boolean =>
  block.table === one.table &&
  one.address <= block.address + block.count &&
  reach(block, one) <= modbusTables[block.table].most;

const joined = (block: Block, one: Wanted): Block => ({
  ...block,
  count: reach(block, one),
  points: [...block.points, one],
});

export type Encoding = Pick<HardwarePoint, 'type' | 'words'>;

/** The number that a point's registers, or its bit, hold. */
export function numberIn(block: Block, data: Buffer, wanted: Block['points'][number] & Encoding): number {
  const at = wanted.address - block.address;
  if (modbusTables[block.table].holds === 'bits') return ((data[at >> 3] ?? 0) >> (at & 7)) & 1;
  return decoded(ordered(data.subarray(at * 2, (at + wanted.count) * 2), wanted), wanted.type);
}

const ordered = (bytes: Buffer, { type, words }: Encoding): Buffer =>
  words === 'low-first' && isWide(type) ? Buffer.concat([bytes.subarray(2, 4), bytes.subarray(0, 2)]) : bytes;

function decoded(bytes: Buffer, type: HardwarePoint['type']): number {
  switch (type) {
    case 'int16':
      return bytes.readInt16BE();
    case 'uint16':
      return bytes.readUInt16BE();
    case 'int32':
      return bytes.readInt32BE();
    case 'uint32':
      return bytes.readUInt32BE();
    case 'float32':
      return bytes.readFloatBE();
    default:
      return type satisfies never;
  }
}
