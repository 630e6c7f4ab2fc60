import { packBits, packedSize, unpackBits, widthOf } from './bit-packing.ts';

/**
 * A column of numbers in few bytes. What sensors say is quantised: times by a step, values by decimals.
 * So a column becomes integers, these become distances (from the one before, or from the smallest,
 * whichever is shorter), and the distances are packed 64 at a time with as many bits as the largest needs.
 * What does not fit stays as it is, eight bytes each. Every number comes back
 * to the last bit, but for the sign of a zero.
 *
 * Layout: mode (1 byte), scale (float64), first (float64), base (float64), then groups of width and bits;
 * or mode 0 and the numbers themselves.
 */
const modes = { raw: 0, steps: 1, offsets: 2 } as const;

export type Cursor = { readonly bytes: Uint8Array; at: number };

const groupSize = 64;
const headSize = 25;
const widest = 2 ** 32 - 1;
const largestInteger = 2 ** 52;

type Plan = {
  readonly mode: number;
  readonly first: number;
  readonly base: number;
  readonly distances: Float64Array;
};

/** `scale` > 0: number × scale is an integer. `scale` < 0: number ÷ −scale is one. */
export function encodeColumn(numbers: Float64Array, scale: number): Uint8Array {
  const integers = scale === 0 ? null : scaled(numbers, scale);
  const plan = integers === null ? null : shorter(steps(integers), offsets(integers));
  if (plan === null) return rawColumn(numbers);
  const widths = groupWidths(plan.distances);
  const bytes = new Uint8Array(headSize + sizeOf(plan.distances.length, widths));
  const view = new DataView(bytes.buffer);
  bytes[0] = plan.mode;
  view.setFloat64(1, scale, true);
  view.setFloat64(9, plan.first, true);
  view.setFloat64(17, plan.base, true);
  let at = headSize;
  for (const [group, width] of widths.entries()) {
    const distances = plan.distances.subarray(group * groupSize, (group + 1) * groupSize);
    bytes[at] = width;
    packBits(distances, { bytes, at: at + 1, width });
    at += 1 + packedSize(distances.length, width);
  }
  return bytes;
}

/** Reads `count` numbers and moves the cursor behind them. */
export function decodeColumn(cursor: Cursor, count: number): Float64Array {
  const { bytes } = cursor;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mode = bytes[cursor.at];
  if (mode === modes.raw) return decodeRaw(cursor, view, count);
  const scale = view.getFloat64(cursor.at + 1, true);
  const first = view.getFloat64(cursor.at + 9, true);
  const base = view.getFloat64(cursor.at + 17, true);
  cursor.at += headSize;
  const numbers = decodeDistances(cursor, count);
  let last = first;
  for (let index = 0; index < count; index += 1) {
    const distance = numbers[index] ?? 0;
    if (mode === modes.offsets) last = base + distance;
    else if (index > 0) last += base + distance;
    numbers[index] = scale > 0 ? last / scale : last * -scale;
  }
  return numbers;
}

function decodeDistances(cursor: Cursor, count: number): Float64Array {
  const distances = new Float64Array(count);
  for (let start = 0; start < count; start += groupSize) {
    const group = distances.subarray(start, Math.min(start + groupSize, count));
    const width = cursor.bytes[cursor.at] ?? 0;
    unpackBits(group, { bytes: cursor.bytes, at: cursor.at + 1, width });
    cursor.at += 1 + packedSize(group.length, width);
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
  const numbers = Float64Array.from({ length: count }, (_, index) =>
    view.getFloat64(cursor.at + 1 + index * 8, true),
  );
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
    distances[index] = (integers[index] ?? 0) - (integers[index - 1] ?? 0);
    base = Math.min(base, distances[index] ?? 0);
  }
  if (integers.length < 2) base = 0;
  return relativeTo(base, { mode: modes.steps, first: integers[0] ?? 0, base, distances }, 1);
}

function offsets(integers: Float64Array): Plan | null {
  let base = Number.POSITIVE_INFINITY;
  for (const integer of integers) base = Math.min(base, integer);
  return relativeTo(
    base,
    { mode: modes.offsets, first: integers[0] ?? 0, base, distances: integers.slice() },
    0,
  );
}

function relativeTo(base: number, plan: Plan, from: number): Plan | null {
  for (let index = from; index < plan.distances.length; index += 1) {
    const distance = (plan.distances[index] ?? 0) - base;
    if (distance > widest) return null;
    plan.distances[index] = distance;
  }
  return plan;
}

function shorter(a: Plan | null, b: Plan | null): Plan | null {
  if (a === null || b === null) return a ?? b;
  const size = (plan: Plan): number => sizeOf(plan.distances.length, groupWidths(plan.distances));
  return size(a) <= size(b) ? a : b;
}

function groupWidths(distances: Float64Array): number[] {
  const widths: number[] = [];
  for (let start = 0; start < distances.length; start += groupSize) {
    const end = Math.min(start + groupSize, distances.length);
    let largest = 0;
    for (let index = start; index < end; index += 1) largest = Math.max(largest, distances[index] ?? 0);
    widths.push(widthOf(largest));
  }
  return widths;
}

function sizeOf(count: number, widths: readonly number[]): number {
  return widths.reduce(
    (sum, width, group) => sum + 1 + packedSize(Math.min(groupSize, count - group * groupSize), width),
    0,
  );
}
