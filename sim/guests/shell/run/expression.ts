import type { Bytes } from '../../bytes.ts';
import { bracketAt, type Bracket } from '../pattern/bracket.ts';

/** Steps of a machine that follows all ways at once. */
export type Instruction =
  | { readonly kind: 'byte'; readonly byte: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'bracket'; readonly bracket: Bracket }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'start' | 'finish' | 'word' | 'noWord' | 'match' };

export type Expression = { readonly program: readonly Instruction[]; readonly groups: number };

type Node =
  | { readonly kind: 'one'; readonly instruction: Instruction }
  | { readonly kind: 'row'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'group'; readonly number: number; readonly node: Node }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number };

type Reader = { readonly source: Bytes; at: number; groups: number; isWrong: boolean };

const programLimit = 20_000;

/** Null: it is no expression. */
export function compileExpression(source: Bytes): Expression | null {
  const reader: Reader = { source, at: 0, groups: 1, isWrong: false };
  const node = choice(reader, 0);
  if (reader.isWrong || reader.at < source.length) return null;
  const program: Instruction[] = [];
  emit(program, { kind: 'group', number: 0, node });
  program.push({ kind: 'match' });
  return program.length > programLimit ? null : { program, groups: reader.groups };
}

function choice(reader: Reader, depth: number): Node {
  const nodes = [row(reader, depth)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    nodes.push(row(reader, depth));
  }
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind: 'choice', nodes };
}

function row(reader: Reader, depth: number): Node {
  const nodes: Node[] = [];
  while (reader.at < reader.source.length && !reader.isWrong) {
    const byte = reader.source[reader.at];
    if (byte === '|' || (byte === ')' && depth > 0)) break;
    nodes.push(repeated(reader, atom(reader, depth)));
  }
  return { kind: 'row', nodes };
}

const escapes: Readonly<Record<string, string>> = {
  w: '[[:word:]]',
  W: '[^[:word:]]',
  s: '[[:space:]]',
  S: '[^[:space:]]',
};

function atom(reader: Reader, depth: number): Node {
  const { source } = reader;
  const byte = source[reader.at] ?? '';
  reader.at += 1;
  switch (byte) {
    case '(':
      return group(reader, depth);
    case '.':
      return { kind: 'one', instruction: { kind: 'any' } };
    case '^':
      return { kind: 'one', instruction: { kind: 'start' } };
    case '$':
      return { kind: 'one', instruction: { kind: 'finish' } };
    case '[':
      return bracket(reader);
    case '*':
    case '+':
    case '?':
      reader.isWrong = byte !== '*' || reader.at > 1;
      return { kind: 'one', instruction: { kind: 'byte', byte } };
    case '\\':
      return escape(reader);
    default:
      return { kind: 'one', instruction: { kind: 'byte', byte } };
  }
}

function group(reader: Reader, depth: number): Node {
  const number = reader.groups;
  reader.groups += 1;
  const node = choice(reader, depth + 1);
  if (reader.source[reader.at] !== ')' || depth > 200) reader.isWrong = true;
  reader.at += 1;
  return { kind: 'group', number, node };
}

function bracket(reader: Reader): Node {
  const found = bracketAt(reader.source, reader.at - 1);
  if (found === null) reader.isWrong = true;
  reader.at = found?.end ?? reader.source.length;
  return found === null
    ? { kind: 'row', nodes: [] }
    : { kind: 'one', instruction: { kind: 'bracket', bracket: found } };
}

function escape(reader: Reader): Node {
  const letter = reader.source[reader.at];
  reader.at += 1;
  if (letter === undefined) reader.isWrong = true;
  const set = escapes[letter ?? ''];
  const found = set === undefined ? null : bracketAt(set, 0);
  if (found !== null) return { kind: 'one', instruction: { kind: 'bracket', bracket: found } };
  if (letter === 'b' || letter === 'B')
    return { kind: 'one', instruction: { kind: letter === 'b' ? 'word' : 'noWord' } };
  return { kind: 'one', instruction: { kind: 'byte', byte: letter ?? '' } };
}

function repeated(reader: Reader, node: Node): Node {
  let result = node;
  for (let count = countAt(reader); count !== null; count = countAt(reader)) {
    if (count.most < count.least || count.least > 255) reader.isWrong = true;
    result = { kind: 'repeat', node: result, least: count.least, most: count.most };
    reader.at += count.size;
  }
  return result;
}

type Count = { readonly least: number; readonly most: number; readonly size: number };

const many = Number.POSITIVE_INFINITY;
const signs: ReadonlyMap<string | undefined, Count> = new Map([
  ['*', { least: 0, most: many, size: 1 }],
  ['+', { least: 1, most: many, size: 1 }],
  ['?', { least: 0, most: 1, size: 1 }],
]);

/** `*`, `+`, `?`, `{2}`, `{2,}`, `{,3}`, `{2,3}`. Null: none of them. */
function countAt({ source, at }: Reader): Count | null {
  const sign = signs.get(source[at]);
  if (sign !== undefined) return sign;
  const found = /^\{(\d{1,3})?(,)?(\d{1,3})?\}/.exec(source.slice(at, at + 16));
  if (found === null || (found[1] === undefined && found[3] === undefined)) return null;
  const least = Number(found[1] ?? '0');
  const most = found[2] === undefined ? least : Number(found[3] ?? many);
  return { least, most, size: found[0].length };
}

function emit(program: Instruction[], node: Node): void {
  if (program.length > programLimit) return;
  switch (node.kind) {
    case 'one':
      program.push(node.instruction);
      break;
    case 'row':
      for (const each of node.nodes) emit(program, each);
      break;
    case 'group':
      program.push({ kind: 'save', slot: node.number * 2 });
      emit(program, node.node);
      program.push({ kind: 'save', slot: node.number * 2 + 1 });
      break;
    case 'choice':
      emitChoice(program, node.nodes);
      break;
    case 'repeat':
      emitRepeat(program, node);
      break;
    default:
      node satisfies never;
  }
}

function emitChoice(program: Instruction[], nodes: readonly Node[]): void {
  const ends: { kind: 'jump'; to: number }[] = [];
  for (const [at, node] of nodes.entries()) {
    const split = program.length;
    const isLast = at === nodes.length - 1;
    if (!isLast) program.push({ kind: 'jump', to: 0 });
    emit(program, node);
    if (isLast) break;
    const end = { kind: 'jump' as const, to: 0 };
    ends.push(end);
    program.push(end);
    program[split] = { kind: 'split', first: split + 1, second: program.length };
  }
  for (const end of ends) end.to = program.length;
}

function emitRepeat(program: Instruction[], { node, least, most }: Extract<Node, { kind: 'repeat' }>): void {
  for (let count = 0; count < least; count += 1) emit(program, node);
  if (most === Number.POSITIVE_INFINITY) {
    const split = program.length;
    program.push({ kind: 'jump', to: 0 });
    emit(program, node);
    program.push({ kind: 'jump', to: split });
    program[split] = { kind: 'split', first: split + 1, second: program.length };
    return;
  }
  const splits: number[] = [];
  for (let count = least; count < most; count += 1) {
    splits.push(program.length);
    program.push({ kind: 'jump', to: 0 });
    emit(program, node);
  }
  for (const split of splits) program[split] = { kind: 'split', first: split + 1, second: program.length };
}
