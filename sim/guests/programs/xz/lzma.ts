/** What LZMA makes of a stream of bits: literals and repetitions, each bit guessed by those before it. */
export type Model = {
  readonly literalContext: number;
  readonly literalMask: number;
  readonly positionMask: number;
  readonly literals: Uint16Array;
  readonly chances: Uint16Array;
  state: number;
  readonly repeats: [number, number, number, number];
};

type Coder = {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
  range: number;
  code: number;
  isShort: boolean;
};

const [states, positions] = [12, 16];
const places = {
  match: 0,
  repeat: states * positions,
  repeat0: states * positions + states,
  repeat1: states * positions + states * 2,
  repeat2: states * positions + states * 3,
  long0: states * positions + states * 4,
  slot: states * positions * 2 + states * 4,
  special: states * positions * 2 + states * 4 + 4 * 64,
  align: states * positions * 2 + states * 4 + 4 * 64 + 128,
  lengths: states * positions * 2 + states * 4 + 4 * 64 + 128 + 16,
} as const;
const lengthSize = 2 + positions * 8 * 2 + 256;
const even = 1024;

/** Null: no such settings. */
export function modelOf(settings: number): Model | null {
  if (settings > (4 * 5 + 4) * 9 + 8) return null;
  const literalContext = settings % 9;
  const rest = (settings - literalContext) / 9;
  const [literalBits, positionBits] = [rest % 5, Math.floor(rest / 5)];
  return {
    literalContext,
    literalMask: (1 << literalBits) - 1,
    positionMask: (1 << positionBits) - 1,
    literals: new Uint16Array(0x300 << (literalContext + literalBits)).fill(even),
    chances: new Uint16Array(places.lengths + lengthSize * 2).fill(even),
    state: 0,
    repeats: [0, 0, 0, 0],
  };
}

export function coderOf(bytes: Uint8Array, from: number, end: number): Coder {
  const coder: Coder = { bytes, at: from + 1, end, range: 0xffff_ffff, code: 0, isShort: false };
  for (let count = 0; count < 4; count += 1) coder.code = ((coder.code << 8) | nextByte(coder)) >>> 0;
  return coder;
}

function nextByte(coder: Coder): number {
  if (coder.at >= coder.end) coder.isShort = true;
  const byte = coder.bytes[coder.at] ?? 0;
  coder.at += 1;
  return byte;
}

function fill(coder: Coder): void {
  if (coder.range >= 0x100_0000) return;
  coder.range = (coder.range << 8) >>> 0;
  coder.code = ((coder.code << 8) | nextByte(coder)) >>> 0;
}

function bit(coder: Coder, chances: Uint16Array, at: number): number {
  fill(coder);
  const chance = chances[at] ?? even;
  const bound = (coder.range >>> 11) * chance;
  if (coder.code < bound) {
    coder.range = bound;
    chances[at] = chance + ((2048 - chance) >> 5);
    return 0;
  }
  coder.range -= bound;
  coder.code -= bound;
  chances[at] = chance - (chance >> 5);
  return 1;
}

function tree(
  coder: Coder,
  { chances, from, bits }: { readonly chances: Uint16Array; readonly from: number; readonly bits: number },
): number {
  let symbol = 1;
  for (let count = 0; count < bits; count += 1) symbol = (symbol << 1) | bit(coder, chances, from + symbol);
  return symbol - (1 << bits);
}

function reverseTree(
  coder: Coder,
  { chances, from, bits }: { readonly chances: Uint16Array; readonly from: number; readonly bits: number },
): number {
  let [symbol, value] = [1, 0];
  for (let count = 0; count < bits; count += 1) {
    const next = bit(coder, chances, from + symbol);
    symbol = (symbol << 1) | next;
    value |= next << count;
  }
  return value;
}

function direct(coder: Coder, bits: number): number {
  let value = 0;
  for (let count = 0; count < bits; count += 1) {
    fill(coder);
    coder.range >>>= 1;
    const isSet = coder.code >= coder.range;
    if (isSet) coder.code -= coder.range;
    value = value * 2 + (isSet ? 1 : 0);
  }
  return value;
}

function lengthIn(
  coder: Coder,
  { chances }: Model,
  { from, position }: { readonly from: number; readonly position: number },
): number {
  if (bit(coder, chances, from) === 0)
    return 2 + tree(coder, { chances, from: from + 2 + position * 8, bits: 3 });
  if (bit(coder, chances, from + 1) === 0)
    return 10 + tree(coder, { chances, from: from + 2 + positions * 8 + position * 8, bits: 3 });
  return 18 + tree(coder, { chances, from: from + 2 + positions * 16, bits: 8 });
}

export type Output = {
  bytes: Uint8Array;
  size: number;
  /** Nothing before it is looked at. */ start: number;
};

/** One literal or one repetition; false: it points to nothing. */
export function step(coder: Coder, model: Model, output: Output): boolean {
  const position = (output.size - output.start) & model.positionMask;
  const { chances, state } = model;
  if (bit(coder, chances, places.match + state * positions + position) === 0) {
    literal(coder, model, output);
    return true;
  }
  const length =
    bit(coder, chances, places.repeat + state) === 0
      ? match(coder, model, position)
      : again(coder, model, position);
  return copy(output, model.repeats[0], length);
}

function literal(coder: Coder, model: Model, output: Output): void {
  const { literals, literalContext, literalMask, state } = model;
  const before = output.size > output.start ? (output.bytes[output.size - 1] ?? 0) : 0;
  const context =
    (((output.size - output.start) & literalMask) << literalContext) + (before >> (8 - literalContext));
  const from = context * 0x300;
  let symbol = 1;
  if (state >= 7) {
    let other = output.bytes[output.size - model.repeats[0] - 1] ?? 0;
    while (symbol < 0x100) {
      const guess = (other >> 7) & 1;
      other <<= 1;
      const next = bit(coder, literals, from + ((1 + guess) << 8) + symbol);
      symbol = (symbol << 1) | next;
      if (guess !== next) break;
    }
  }
  while (symbol < 0x100) symbol = (symbol << 1) | bit(coder, literals, from + symbol);
  put(output, symbol & 0xff);
  model.state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
}

function match(coder: Coder, model: Model, position: number): number {
  const { chances, repeats } = model;
  [repeats[3], repeats[2], repeats[1]] = [repeats[2], repeats[1], repeats[0]];
  model.state = model.state < 7 ? 7 : 10;
  const length = lengthIn(coder, model, { from: places.lengths, position });
  const slot = tree(coder, { chances, from: places.slot + Math.min(length - 2, 3) * 64, bits: 6 });
  repeats[0] = distanceOf(coder, chances, slot);
  return length;
}

function distanceOf(coder: Coder, chances: Uint16Array, slot: number): number {
  if (slot < 4) return slot;
  const bits = (slot >> 1) - 1;
  // At most 2^31: a shift would make it negative.
  const base = ((2 | (slot & 1)) << bits) >>> 0;
  if (slot < 14) return base + reverseTree(coder, { chances, from: places.special + base - slot, bits });
  const high = direct(coder, bits - 4) * 16;
  return base + high + reverseTree(coder, { chances, from: places.align, bits: 4 });
}

function again(coder: Coder, model: Model, position: number): number {
  const { chances, repeats, state } = model;
  if (bit(coder, chances, places.repeat0 + state) === 0) {
    if (bit(coder, chances, places.long0 + state * positions + position) === 0) {
      model.state = state < 7 ? 9 : 11;
      return 1;
    }
  } else {
    const [first, second, third, fourth] = repeats;
    if (bit(coder, chances, places.repeat1 + state) === 0) [repeats[0], repeats[1]] = [second, first];
    else if (bit(coder, chances, places.repeat2 + state) === 0)
      [repeats[0], repeats[1], repeats[2]] = [third, first, second];
    else [repeats[0], repeats[1], repeats[2], repeats[3]] = [fourth, first, second, third];
  }
  model.state = state < 7 ? 8 : 11;
  return lengthIn(coder, model, { from: places.lengths + lengthSize, position });
}

function copy(output: Output, distance: number, length: number): boolean {
  if (distance >= output.size - output.start) return false;
  for (let count = 0; count < length; count += 1) put(output, output.bytes[output.size - distance - 1] ?? 0);
  return true;
}

export function put(output: Output, byte: number): void {
  if (output.size === output.bytes.length) {
    const larger = new Uint8Array(Math.max(65_536, output.bytes.length * 2));
    larger.set(output.bytes);
    output.bytes = larger;
  }
  output.bytes[output.size] = byte;
  output.size += 1;
}
