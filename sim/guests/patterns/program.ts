import { bytesOf } from '../bytes.ts';
import type { Dialect, Node, Place, Ranges, Repeat } from './tree.ts';

/** Steps of a machine that follows every way at once, a byte at a time. */
export type Instruction =
  | { readonly kind: 'set'; readonly set: Uint8Array }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'jump'; readonly to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'match' };

const programLimit = 50_000;

type Writing = { readonly program: Instruction[]; readonly units: Dialect['units'] };

/** Null: too big. Back references have no place in it. */
export function programOf(node: Node, units: Dialect['units']): readonly Instruction[] | null {
  const writing: Writing = { program: [], units };
  emit(writing, { kind: 'group', number: 0, node });
  writing.program.push({ kind: 'match' });
  return writing.program.length > programLimit ? null : writing.program;
}

function emit(writing: Writing, node: Node): void {
  const { program } = writing;
  if (program.length > programLimit) return;
  switch (node.kind) {
    case 'byte':
      program.push({ kind: 'set', set: setOf([[node.byte, node.byte]]) });
      break;
    case 'set':
      emitSet(writing, node.ranges);
      break;
    case 'place':
      program.push(node);
      break;
    case 'row':
      for (const each of node.nodes) emit(writing, each);
      break;
    case 'choice':
      emitChoice(
        writing,
        node.nodes.map((each) => () => emit(writing, each)),
      );
      break;
    case 'group':
      program.push({ kind: 'save', slot: node.number * 2 });
      emit(writing, node.node);
      program.push({ kind: 'save', slot: node.number * 2 + 1 });
      break;
    case 'repeat':
      emitRepeat(writing, node);
      break;
    case 'back':
      throw new Error('A back reference has no program: the pattern is to be followed way by way.');
    default:
      node satisfies never;
  }
}

function setOf(ranges: Ranges): Uint8Array {
  const set = new Uint8Array(256);
  for (const [from, to] of ranges) set.fill(1, from, to + 1);
  return set;
}

function emitChoice({ program }: Writing, ways: readonly (() => void)[]): void {
  const ends: number[] = [];
  for (const [at, way] of ways.entries()) {
    if (at === ways.length - 1) {
      way();
      break;
    }
    const split = program.length;
    program.push({ kind: 'match' });
    way();
    ends.push(program.length);
    program.push({ kind: 'match' });
    program[split] = { kind: 'split', first: split + 1, second: program.length };
  }
  for (const end of ends) program[end] = { kind: 'jump', to: program.length };
}

function emitRepeat(writing: Writing, { node, least, most }: Repeat): void {
  const { program } = writing;
  for (let count = 0; count < least && program.length <= programLimit; count += 1) emit(writing, node);
  if (most === Number.POSITIVE_INFINITY) {
    const split = program.length;
    program.push({ kind: 'match' });
    emit(writing, node);
    program.push({ kind: 'jump', to: split });
    program[split] = { kind: 'split', first: split + 1, second: program.length };
    return;
  }
  const splits: number[] = [];
  for (let count = least; count < most && program.length <= programLimit; count += 1) {
    splits.push(program.length);
    program.push({ kind: 'match' });
    emit(writing, node);
  }
  for (const split of splits) program[split] = { kind: 'split', first: split + 1, second: program.length };
}

function emitSet(writing: Writing, ranges: Ranges): void {
  const { program, units } = writing;
  const most = units === 'bytes' ? 255 : 127;
  const single = ranges
    .filter(([from]) => from <= most)
    .map(([from, to]) => [from, Math.min(to, most)] as const);
  const rows =
    units === 'bytes'
      ? []
      : ranges.flatMap(([from, to]) => (to > most ? sequences(Math.max(from, 128), to) : []));
  const ways = rows.map((row) => () => {
    for (const range of row) program.push({ kind: 'set', set: setOf([range]) });
  });
  if (single.length > 0 || ways.length === 0)
    ways.unshift(() => program.push({ kind: 'set', set: setOf(single) }));
  emitChoice(writing, ways);
}

type ByteRange = readonly [number, number];

/** Code points past ASCII as rows of byte ranges. */
function sequences(from: number, to: number): readonly (readonly ByteRange[])[] {
  for (const edge of [0x7ff, 0xd7ff, 0xdfff, 0xffff])
    if (from <= edge && to > edge) return [...sequences(from, edge), ...sequences(edge + 1, to)];
  if (from >= 0xd800 && to <= 0xdfff) return [];
  for (const bits of [6, 12, 18]) {
    const mask = (1 << bits) - 1;
    if ((from & ~mask) === (to & ~mask)) continue;
    if ((from & mask) !== 0) return [...sequences(from, from | mask), ...sequences((from | mask) + 1, to)];
    if ((to & mask) !== mask) return [...sequences(from, (to & ~mask) - 1), ...sequences(to & ~mask, to)];
  }
  const first = bytesOf(String.fromCodePoint(from));
  const final = bytesOf(String.fromCodePoint(to));
  return [Array.from(first, (byte, at) => [byte.charCodeAt(0), final.charCodeAt(at)] as const)];
}
