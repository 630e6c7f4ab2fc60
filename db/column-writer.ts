import { crc32 } from 'node:zlib';
import { packBits, packedSize, widthOf } from './bit-packing.ts';
import { groupSize, largestInteger, modes, widest } from './column-layout.ts';
import { longestInteger, writeInteger } from './history-column-head.ts';
import { scaleCodes } from './scales.ts';

/**
 * Writes bodies of columns into room that it has, one after the other. Arrays of their own for every column
 * would be tens of megabytes a second, and the garbage collector would stop the host to take them back.
 */
export type ColumnWriter = {
  /** Begins a body: four bytes for its CRC-32, then its own. */
  readonly begin: () => void;
  readonly count16: (count: number) => void;
  readonly count32: (count: number) => void;
  /** `scale` > 0: number × scale is an integer. `scale` < 0: number ÷ −scale is one. */
  readonly column: (numbers: Float64Array, scale: number) => void;
  /** The body with its CRC-32; good until the next one begins. */
  readonly end: () => Buffer;
};

/** How a column is told: distances from the one before (steps) or from the smallest (offsets), less `base`. */
type Plan = { readonly isSteps: boolean; readonly base: number; readonly widths: Uint8Array };

const startSize = 16_384;
const crcSize = 4;

export function createColumnWriter(): ColumnWriter {
  let bytes = Buffer.alloc(startSize);
  let room = createRoom(512);
  let at = 0;

  const demand = (more: number): void => {
    if (at + more <= bytes.length) return;
    const larger = Buffer.alloc(Math.max(bytes.length * 2, at + more));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };

  const writePlan = (count: number, code: number, { isSteps, base, widths }: Plan): void => {
    const { integers, distances } = room;
    bytes[at] = isSteps ? modes.steps : modes.offsets;
    bytes[at + 1] = code;
    at += 2;
    if (isSteps) at = writeInteger(bytes, at, integers[0] ?? 0);
    at = writeInteger(bytes, at, base);
    measure(room, { count, isSteps, base });
    for (let from = 0, group = 0; from < count; from += groupSize, group += 1) {
      const to = Math.min(from + groupSize, count);
      const width = widths[group] ?? 0;
      bytes[at] = width;
      packBits(distances, { from, to }, { bytes, at: at + 1, width });
      at += 1 + packedSize(to - from, width);
    }
  };

  return {
    begin: () => {
      at = crcSize;
    },
    count16: (count) => {
      demand(2);
      at = bytes.writeUInt16LE(count, at);
    },
    count32: (count) => {
      demand(4);
      at = bytes.writeUInt32LE(count, at);
    },
    column: (numbers, scale) => {
      const count = numbers.length;
      if (count > room.integers.length) room = createRoom(count * 2);
      demand(2 + 2 * longestInteger + count * 8 + Math.ceil(count / groupSize));
      const code = scaleCodes.indexOf(scale);
      const plan = code !== -1 && scaleInto(room.integers, numbers, scale) ? planOf(room, count) : null;
      if (plan === null) at = writeRaw(bytes, at, numbers);
      else writePlan(count, code, plan);
    },
    end: () => {
      bytes.writeUInt32LE(crc32(bytes.subarray(crcSize, at)), 0);
      return bytes.subarray(0, at);
    },
  };
}

function writeRaw(bytes: Buffer, at: number, numbers: Float64Array): number {
  bytes[at] = modes.raw;
  let next = at + 1;
  for (let index = 0; index < numbers.length; index += 1)
    next = bytes.writeDoubleLE(numbers[index] ?? 0, next);
  return next;
}

type Room = {
  readonly integers: Float64Array;
  readonly distances: Float64Array;
  readonly stepWidths: Uint8Array;
  readonly offsetWidths: Uint8Array;
};

const createRoom = (count: number): Room => ({
  integers: new Float64Array(count),
  distances: new Float64Array(count),
  stepWidths: new Uint8Array(Math.ceil(count / groupSize)),
  offsetWidths: new Uint8Array(Math.ceil(count / groupSize)),
});

/** False where one of the numbers would not come back the same. */
function scaleInto(integers: Float64Array, numbers: Float64Array, scale: number): boolean {
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    const integer = Math.round(scale > 0 ? number * scale : number / -scale);
    if (!(Math.abs(integer) < largestInteger)) return false;
    if ((scale > 0 ? integer / scale : integer * -scale) !== number) return false;
    integers[index] = integer;
  }
  return true;
}

/** The shorter of both ways; null where neither can tell the column. */
function planOf(room: Room, count: number): Plan | null {
  const { stepWidths, offsetWidths } = room;
  const { shortest, smallest } = basesOf(room, count);
  const steps = { count, isSteps: true, base: shortest };
  const offsets = { count, isSteps: false, base: smallest };
  measure(room, steps);
  const stepSize = widthsInto(stepWidths, room.distances, count);
  measure(room, offsets);
  const offsetSize = widthsInto(offsetWidths, room.distances, count);
  if (stepSize === null && offsetSize === null) return null;
  const isSteps = offsetSize === null || (stepSize !== null && stepSize <= offsetSize);
  return isSteps ? { ...steps, widths: stepWidths } : { ...offsets, widths: offsetWidths };
}

/** The shortest step and the smallest integer. */
function basesOf({ integers }: Room, count: number): { shortest: number; smallest: number } {
  let smallest = integers[0] ?? 0;
  let shortest = count < 2 ? 0 : Number.POSITIVE_INFINITY;
  for (let index = 1; index < count; index += 1) {
    const integer = integers[index] ?? 0;
    const step = integer - (integers[index - 1] ?? 0);
    if (integer < smallest) smallest = integer;
    if (step < shortest) shortest = step;
  }
  return { shortest, smallest };
}

type Way = { readonly count: number; readonly isSteps: boolean; readonly base: number };

/** The distances of the room's integers. */
function measure({ integers, distances }: Room, { count, isSteps, base }: Way): void {
  if (!isSteps) {
    for (let index = 0; index < count; index += 1) distances[index] = (integers[index] ?? 0) - base;
    return;
  }
  distances[0] = 0;
  let before = integers[0] ?? 0;
  for (let index = 1; index < count; index += 1) {
    const integer = integers[index] ?? 0;
    distances[index] = integer - before - base;
    before = integer;
  }
}

/** How many bytes the groups take; null where a distance is wider than may be packed. */
function widthsInto(widths: Uint8Array, distances: Float64Array, count: number): number | null {
  let size = 0;
  for (let from = 0, group = 0; from < count; from += groupSize, group += 1) {
    const to = Math.min(from + groupSize, count);
    let largest = 0;
    for (let index = from; index < to; index += 1) {
      const distance = distances[index] ?? 0;
      if (distance > largest) largest = distance;
    }
    if (largest > widest) return null;
    const width = widthOf(largest);
    widths[group] = width;
    size += 1 + packedSize(to - from, width);
  }
  return size;
}
