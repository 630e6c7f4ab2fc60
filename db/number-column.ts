import { packBits, packedSize, unpackBits, widthOf } from './bit-packing.ts';
import { longestInteger, readInteger, writeInteger, type Cursor } from './history-column-head.ts';
import { scaleCodes } from './scales.ts';

/**
 * A column of numbers in few bytes. What sensors say is quantised: times by a step, values by decimals.
 * So a column becomes integers, these become distances (from the one before, or from the smallest,
 * whichever is shorter), and the distances are packed 64 at a time with as many bits as the largest needs.
 * What does not fit stays as it is, eight bytes each. Every number comes back
 * to the last bit, but for the sign of a zero.
 *
 * Layout: mode (1 byte), code of the scale (1), first (steps only) and base as integers of a few bytes,
 * then groups of width and bits; or mode 0 and the numbers themselves.
 * Modes 1 and 2, with scale, first and base as float64, are read where an older version wrote them.
 */
const modes = { raw: 0, longSteps: 1, longOffsets: 2, steps: 3, offsets: 4 } as const;

const groupSize = 64;
const widest = 2 ** 32 - 1;
const largestInteger = 2 ** 50;

type Plan = {
  readonly mode: typeof modes.steps | typeof modes.offsets;
  readonly first: number;
  readonly base: number;
  readonly distances: Float64Array;
  readonly widths: Uint8Array;
  readonly size: number;
};

/** `scale` > 0: number × scale is an integer. `scale` < 0: number ÷ −scale is one. */
export function encodeColumn(numbers: Float64Array, scale: number): Uint8Array {
  const code = scaleCodes.indexOf(scale);
  const integers = code === -1 ? null : scaled(numbers, scale);
  const plan = integers === null ? null : shorter(steps(integers), offsets(integers));
  if (plan === null) return rawColumn(numbers);
  const { distances, widths } = plan;
  const bytes = new Uint8Array(2 + 2 * longestInteger + plan.size);
  bytes[0] = plan.mode;
  bytes[1] = code;
  let at = 2;
  if (plan.mode === modes.steps) at = writeInteger(bytes, at, plan.first);
  at = writeInteger(bytes, at, plan.base);
  for (let group = 0; group < widths.length; group += 1) {
    const ofGroup = distances.subarray(group * groupSize, (group + 1) * groupSize);
    const width = widths[group] ?? 0;
    bytes[at] = width;
    packBits(ofGroup, { bytes, at: at + 1, width });
    at += 1 + packedSize(ofGroup.length, width);
  }
  return bytes.subarray(0, at);
}

/** Reads `count` numbers and moves the cursor behind them. */
export function decodeColumn(cursor: Cursor, count: number): Float64Array {
  const { bytes } = cursor;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mode = bytes[cursor.at];
  if (mode === modes.raw) return decodeRaw(cursor, view, count);
  const head = mode === modes.steps || mode === modes.offsets ? shortHead(cursor) : longHead(cursor, view);
  const numbers = decodeDistances(cursor, count);
  if (head.isSteps) addUp(numbers, head.first, head.base);
  else for (let index = 0; index < count; index += 1) numbers[index] = head.base + (numbers[index] ?? 0);
  unscale(numbers, head.scale);
  return numbers;
}

type Head = {
  readonly isSteps: boolean;
  readonly scale: number;
  readonly first: number;
  readonly base: number;
};

function shortHead(cursor: Cursor): Head {
  const isSteps = cursor.bytes[cursor.at] === modes.steps;
  const scale = scaleCodes[cursor.bytes[cursor.at + 1] ?? 0] ?? 1;
  cursor.at += 2;
  const first = isSteps ? readInteger(cursor) : 0;
  return { isSteps, scale, first, base: readInteger(cursor) };
}

function longHead(cursor: Cursor, view: DataView): Head {
  const { at } = cursor;
  cursor.at += 25;
  return {
    isSteps: cursor.bytes[at] === modes.longSteps,
    scale: view.getFloat64(at + 1, true),
    first: view.getFloat64(at + 9, true),
    base: view.getFloat64(at + 17, true),
  };
}

function addUp(numbers: Float64Array, first: number, base: number): void {
  let last = first;
  numbers[0] = first;
  for (let index = 1; index < numbers.length; index += 1) {
    last += base + (numbers[index] ?? 0);
    numbers[index] = last;
  }
}

function unscale(numbers: Float64Array, scale: number): void {
  if (scale === 1 || scale === -1) return;
  if (scale > 0)
    for (let index = 0; index < numbers.length; index += 1) numbers[index] = (numbers[index] ?? 0) / scale;
  else
    for (let index = 0; index < numbers.length; index += 1) numbers[index] = (numbers[index] ?? 0) * -scale;
}

function decodeDistances(cursor: Cursor, count: number): Float64Array {
  const distances = new Float64Array(count);
  for (let start = 0; start < count; start += groupSize) {
    const width = cursor.bytes[cursor.at] ?? 0;
    const end = Math.min(start + groupSize, count);
    if (width > 0)
      unpackBits(distances.subarray(start, end), { bytes: cursor.bytes, at: cursor.at + 1, width });
    cursor.at += 1 + packedSize(end - start, width);
  }
  return distances;
}

function rawColumn(numbers: Float64Array): Uint8Array {
  const bytes = new Uint8Array(1 + numbers.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setFloat64(1 + index * 8, number, true);
  return bytes;
}

function decodeRaw(cursor: Cursor, view: DataView, count: number): Float64Array {
  const numbers = new Float64Array(count);
  for (let index = 0; index < count; index += 1)
    numbers[index] = view.getFloat64(cursor.at + 1 + index * 8, true);
  cursor.at += 1 + count * 8;
  return numbers;
}

/** The integers, or null where one of the numbers would not come back the same. */
function scaled(numbers: Float64Array, scale: number): Float64Array | null {
  const integers = new Float64Array(numbers.length);
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    const integer = Math.round(scale > 0 ? number * scale : number / -scale);
    if (!(Math.abs(integer) < largestInteger)) return null;
    if ((scale > 0 ? integer / scale : integer * -scale) !== number) return null;
    integers[index] = integer;
  }
  return integers;
}

function steps(integers: Float64Array): Plan | null {
  const distances = new Float64Array(integers.length);
  let base = Number.POSITIVE_INFINITY;
  for (let index = 1; index < integers.length; index += 1) {
    const distance = (integers[index] ?? 0) - (integers[index - 1] ?? 0);
    distances[index] = distance;
    if (distance < base) base = distance;
  }
  if (integers.length < 2) base = 0;
  for (let index = 1; index < distances.length; index += 1) distances[index] = (distances[index] ?? 0) - base;
  return planOf({ mode: modes.steps, first: integers[0] ?? 0, base, distances });
}

function offsets(integers: Float64Array): Plan | null {
  const distances = new Float64Array(integers.length);
  let base = integers[0] ?? 0;
  for (const integer of integers) if (integer < base) base = integer;
  for (let index = 0; index < distances.length; index += 1) distances[index] = (integers[index] ?? 0) - base;
  return planOf({ mode: modes.offsets, first: 0, base, distances });
}

/** Null where a distance is wider than may be packed. */
function planOf(plan: Omit<Plan, 'widths' | 'size'>): Plan | null {
  const { distances } = plan;
  const widths = new Uint8Array(Math.ceil(distances.length / groupSize));
  let size = 0;
  for (let group = 0; group < widths.length; group += 1) {
    const start = group * groupSize;
    const end = Math.min(start + groupSize, distances.length);
    let largest = 0;
    for (let index = start; index < end; index += 1) {
      const distance = distances[index] ?? 0;
      if (distance > largest) largest = distance;
    }
    if (largest > widest) return null;
    const width = widthOf(largest);
    widths[group] = width;
    size += 1 + packedSize(end - start, width);
  }
  return { ...plan, widths, size };
}

function shorter(a: Plan | null, b: Plan | null): Plan | null {
  if (a === null || b === null) return a ?? b;
  return a.size <= b.size ? a : b;
}
