import { packedSize, unpackBits } from './bit-packing.ts';
import { groupSize, modes } from './column-layout.ts';
import { readInteger, type Cursor } from './history-column-head.ts';
import { scaleCodes } from './scales.ts';

/** Reads as many numbers as there is room for and moves the cursor behind them. */
export function decodeColumn(cursor: Cursor, numbers: Float64Array): void {
  const mode = cursor.bytes[cursor.at];
  if (mode === modes.raw) {
    decodeRaw(cursor, numbers);
    return;
  }
  const head = mode === modes.steps || mode === modes.offsets ? shortHead(cursor) : longHead(cursor);
  decodeDistances(cursor, numbers);
  if (head.isSteps) addUp(numbers, head);
  else addBase(numbers, head);
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

const viewOf = ({ bytes }: Cursor): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function longHead(cursor: Cursor): Head {
  const { at } = cursor;
  const view = viewOf(cursor);
  cursor.at += 25;
  return {
    isSteps: cursor.bytes[at] === modes.longSteps,
    scale: view.getFloat64(at + 1, true),
    first: view.getFloat64(at + 9, true),
    base: view.getFloat64(at + 17, true),
  };
}

/** From distances to numbers, in one go. */
function addUp(numbers: Float64Array, { first, base, scale }: Head): void {
  let last = first - base - (numbers[0] ?? 0);
  for (let index = 0; index < numbers.length; index += 1) {
    last += base + (numbers[index] ?? 0);
    numbers[index] = scale > 0 ? last / scale : last * -scale;
  }
}

function addBase(numbers: Float64Array, { base, scale }: Head): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const integer = base + (numbers[index] ?? 0);
    numbers[index] = scale > 0 ? integer / scale : integer * -scale;
  }
}

function decodeDistances(cursor: Cursor, distances: Float64Array): void {
  const { bytes } = cursor;
  for (let from = 0; from < distances.length; from += groupSize) {
    const width = bytes[cursor.at] ?? 0;
    const to = Math.min(from + groupSize, distances.length);
    unpackBits(distances, { from, to }, { bytes, at: cursor.at + 1, width });
    cursor.at += 1 + packedSize(to - from, width);
  }
}

function decodeRaw(cursor: Cursor, numbers: Float64Array): void {
  const view = viewOf(cursor);
  for (let index = 0; index < numbers.length; index += 1)
    numbers[index] = view.getFloat64(cursor.at + 1 + index * 8, true);
  cursor.at += 1 + numbers.length * 8;
}
