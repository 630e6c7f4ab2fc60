import type { Bytes } from '../../bytes.ts';

/** RFC 1951: what a deflated stream holds. Null: it is broken. */
export function inflate(bytes: Bytes, from: number): { readonly text: Bytes; readonly end: number } | null {
  const stream: Stream = { bytes, at: from, bit: 0, output: [], size: 0, isBroken: false };
  for (let isLast = false; !isLast;) {
    isLast = take(stream, 1) === 1;
    const kind = take(stream, 2);
    if (kind === 0) stored(stream);
    else if (kind === 1) compressed(stream, fixedCodes());
    else if (kind === 2) {
      const codes = dynamicCodes(stream);
      if (codes === null) return null;
      compressed(stream, codes);
    } else return null;
    if (stream.isBroken) return null;
  }
  return { text: textOf(stream.output), end: stream.bit === 0 ? stream.at : stream.at + 1 };
}

type Stream = {
  readonly bytes: Bytes;
  at: number;
  bit: number;
  readonly output: number[];
  size: number;
  isBroken: boolean;
};

function take(stream: Stream, count: number): number {
  let value = 0;
  for (let taken = 0; taken < count; taken += 1) {
    if (stream.at >= stream.bytes.length) {
      stream.isBroken = true;
      return 0;
    }
    value |= ((stream.bytes.charCodeAt(stream.at) >> stream.bit) & 1) << taken;
    stream.bit += 1;
    if (stream.bit < 8) continue;
    stream.bit = 0;
    stream.at += 1;
  }
  return value;
}

function stored(stream: Stream): void {
  if (stream.bit > 0) stream.at += 1;
  stream.bit = 0;
  const size = take(stream, 16);
  if ((take(stream, 16) ^ 0xffff) !== size || stream.at + size > stream.bytes.length) stream.isBroken = true;
  else for (let at = 0; at < size; at += 1) stream.output.push(stream.bytes.charCodeAt(stream.at + at));
  stream.at += size;
}

/** How many codes there are of each length, and their symbols in order. */
type Codes = { readonly counts: readonly number[]; readonly symbols: readonly number[] };

function codesOf(lengths: readonly number[]): Codes {
  const counts = Array.from({ length: 16 }, (_, size) => lengths.filter((length) => length === size).length);
  counts[0] = 0;
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => one.length - other.length || one.symbol - other.symbol)
    .map(({ symbol }) => symbol);
  return { counts, symbols };
}

function symbolFrom(stream: Stream, { counts, symbols }: Codes): number {
  let [code, first, index] = [0, 0, 0];
  for (let length = 1; length < 16; length += 1) {
    code |= take(stream, 1);
    const count = counts[length] ?? 0;
    if (code - first < count) return symbols[index + code - first] ?? -1;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  stream.isBroken = true;
  return -1;
}

type Pair = { readonly letters: Codes; readonly distances: Codes };

function fixedCodes(): Pair {
  const lengths = Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8));
  return { letters: codesOf(lengths), distances: codesOf(Array.from({ length: 30 }, () => 5)) };
}

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function dynamicCodes(stream: Stream): Pair | null {
  const [letters, distances, sizes] = [take(stream, 5) + 257, take(stream, 5) + 1, take(stream, 4) + 4];
  const own = Array.from({ length: 19 }, () => 0);
  for (let at = 0; at < sizes; at += 1) own[lengthOrder[at] ?? 0] = take(stream, 3);
  const codes = codesOf(own);
  const lengths: number[] = [];
  while (lengths.length < letters + distances) {
    const symbol = symbolFrom(stream, codes);
    if (symbol < 0) return null;
    const [value, repeats] = repeated(stream, symbol, lengths.at(-1) ?? 0);
    for (let count = 0; count < repeats; count += 1) lengths.push(value);
  }
  return {
    letters: codesOf(lengths.slice(0, letters)),
    distances: codesOf(lengths.slice(letters, letters + distances)),
  };
}

function repeated(stream: Stream, symbol: number, last: number): readonly [value: number, count: number] {
  if (symbol < 16) return [symbol, 1];
  if (symbol === 16) return [last, take(stream, 2) + 3];
  return symbol === 17 ? [0, take(stream, 3) + 3] : [0, take(stream, 7) + 11];
}

export const lengthStarts = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
export const lengthBits = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
export const distanceStarts = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12_289, 16_385, 24_577,
];
export const distanceBits = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

function compressed(stream: Stream, { letters, distances }: Pair): void {
  while (!stream.isBroken) {
    const symbol = symbolFrom(stream, letters);
    if (symbol === 256 || symbol < 0) return;
    if (symbol < 256) stream.output.push(symbol);
    else repeat(stream, symbol - 257, distances);
  }
}

function repeat(stream: Stream, size: number, distances: Codes): void {
  const { output } = stream;
  const length = (lengthStarts[size] ?? 0) + take(stream, lengthBits[size] ?? 0);
  const far = symbolFrom(stream, distances);
  const distance = (distanceStarts[far] ?? 0) + take(stream, distanceBits[far] ?? 0);
  if (distance === 0 || distance > output.length) stream.isBroken = true;
  else for (let at = 0; at < length; at += 1) output.push(output[output.length - distance] ?? 0);
}

export function textOf(bytes: readonly number[]): Bytes {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.slice(at, at + 8192)));
  return parts.join('');
}
