import type { Library } from '../../library.ts';

/** A graph of objects, written down: what follows on what, and the plain values in the order they come. */
export type DryText = {
  readonly codes: readonly number[];
  readonly values: readonly unknown[];
};

/** As little of it as is this machine's own. */
export type DryRecord = {
  /** What machines of one distribution that are in the same state have in common. */
  readonly like: Likeness;
  /** Where its values are others, and which. */
  readonly at: Uint16Array | Uint32Array;
  readonly own: readonly unknown[];
  /** What is kept as it is, by the order in which it was found. */
  readonly kept: readonly object[];
};

type Likeness = { readonly codes: Uint16Array | Uint32Array; readonly values: readonly unknown[] };
type Likenesses = Map<string, Likeness>;

const narrow = 65_536;
/** More than that are hardly met twice. */
const mostLikenesses = 64;

const packed = (numbers: readonly number[]): Uint16Array | Uint32Array =>
  numbers.every((number) => number < narrow) ? Uint16Array.from(numbers) : Uint32Array.from(numbers);

/** Two machines that did the same differ in a few names, times and numbers. */
export function pack(library: Library, { codes, values }: DryText, kept: readonly object[]): DryRecord {
  const known = library.of('likenesses', '', (): Likenesses => new Map());
  const key = keyOf(codes);
  const like = known.get(key) ?? { codes: packed(codes), values };
  if (!known.has(key) && known.size < mostLikenesses) known.set(key, like);
  const isSame = like.codes.length === codes.length && codes.every((code, at) => code === like.codes[at]);
  if (!isSame) return { like: { codes: packed(codes), values }, at: new Uint16Array(), own: [], kept };
  const at = values.flatMap((value, index) => (Object.is(value, like.values[index]) ? [] : [index]));
  return { like, at: packed(at), own: at.map((index) => values[index]), kept };
}

export function unpack({ like, at, own }: DryRecord): DryText {
  const values = like.values.slice();
  at.forEach((index, position) => {
    values[index] = own[position];
  });
  return { codes: Array.from(like.codes), values };
}

function keyOf(codes: readonly number[]): string {
  let one = 0x811c9dc5;
  let other = 5381;
  for (const code of codes) {
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other, 33) ^ code;
  }
  return `${codes.length} ${one} ${other}`;
}
