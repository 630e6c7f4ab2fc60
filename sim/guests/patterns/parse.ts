import { sizeAt, textOf, type Bytes } from '../bytes.ts';
import { awkEscape, readBracket } from './bracket.ts';
import { classTable } from './classes.table.ts';
import { readInterval } from './interval.ts';
import { folded, inverted, last } from './ranges.ts';
import type { Dialect, Node, Place } from './tree.ts';

export type Parsed =
  | { readonly ok: true; readonly node: Node; readonly groups: number; readonly hasBack: boolean }
  | { readonly ok: false; readonly message: string };

type Reader = {
  readonly source: Bytes;
  readonly dialect: Dialect;
  at: number;
  groups: number;
  depth: number;
  hasBack: boolean;
  /** Groups that are closed: only those can be referred to. */
  readonly closed: Set<number>;
  wrong: string | null;
};

const empty: Node = { kind: 'row', nodes: [] };
const deepest = 250;

export function parsePattern(source: Bytes, dialect: Dialect): Parsed {
  const reader: Reader = {
    source,
    dialect,
    at: 0,
    groups: 0,
    depth: 0,
    hasBack: false,
    closed: new Set(),
    wrong: null,
  };
  const inner = dialect.syntax === 'fixed' ? fixed(reader) : choice(reader);
  const node = bounded(inner, dialect.bounds);
  if (reader.wrong === null && reader.at < source.length) reader.wrong = 'Unmatched ) or \\)';
  if (reader.wrong !== null) return { ok: false, message: reader.wrong };
  return { ok: true, node, groups: reader.groups, hasBack: reader.hasBack };
}

function fixed(reader: Reader): Node {
  const nodes: Node[] = [];
  while (reader.at < reader.source.length) nodes.push(literal(reader));
  return { kind: 'row', nodes };
}

function bounded(node: Node, bounds: Dialect['bounds']): Node {
  if (bounds === undefined) return node;
  const [before, after]: readonly [Place, Place] =
    bounds === 'line' ? ['lineStart', 'lineEnd'] : ['noWordBefore', 'noWordAfter'];
  return { kind: 'row', nodes: [{ kind: 'place', place: before }, node, { kind: 'place', place: after }] };
}

const isBasic = (reader: Reader): boolean => reader.dialect.syntax === 'basic';

/** Whether one of `|`, `(`, `)`, `{` as this dialect writes it stands here. */
function standsAt(reader: Reader, sign: string, at: number): boolean {
  return isBasic(reader) ? reader.source.startsWith(`\\${sign}`, at) : reader.source[at] === sign;
}

const signSize = (reader: Reader): number => (isBasic(reader) ? 2 : 1);

function choice(reader: Reader): Node {
  const nodes = [row(reader)];
  while (reader.wrong === null && standsAt(reader, '|', reader.at)) {
    reader.at += signSize(reader);
    nodes.push(row(reader));
  }
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind: 'choice', nodes };
}

function row(reader: Reader): Node {
  const nodes: Node[] = [];
  const start = reader.at;
  while (reader.at < reader.source.length && reader.wrong === null) {
    if (standsAt(reader, '|', reader.at) || (standsAt(reader, ')', reader.at) && !isOrdinaryClose(reader)))
      break;
    nodes.push(repeated(reader, atom(reader, start)));
  }
  return { kind: 'row', nodes };
}

const isOrdinaryClose = (reader: Reader): boolean =>
  reader.depth === 0 && !isBasic(reader) && reader.dialect.isLenient === true;

function atom(reader: Reader, rowStart: number): Node {
  const { source, at } = reader;
  if (standsAt(reader, '(', at)) return group(reader);
  switch (source[at]) {
    case '[':
      return bracket(reader);
    case '.':
      return taken(reader, { kind: 'set', ranges: [[0, last(reader.dialect.units)]] });
    case '^':
      return isBasic(reader) && at !== rowStart ? literal(reader) : anchor(reader, 'lineStart');
    case '$':
      return isEndAnchor(reader) ? anchor(reader, 'lineEnd') : literal(reader);
    case '*':
    case '+':
    case '?':
    case '{':
      return strayRepeat(reader, rowStart);
    case '\\':
      return escape(reader);
    default:
      return literal(reader);
  }
}

const anchor = (reader: Reader, place: Place): Node => taken(reader, { kind: 'place', place });

function taken(reader: Reader, node: Node): Node {
  reader.at += 1;
  return node;
}

function isEndAnchor(reader: Reader): boolean {
  const next = reader.at + 1;
  if (!isBasic(reader)) return true;
  return next >= reader.source.length || standsAt(reader, ')', next) || standsAt(reader, '|', next);
}

/** A repetition of nothing. */
function strayRepeat(reader: Reader, rowStart: number): Node {
  if (isBasic(reader) || reader.source[reader.at] === '{' || reader.at !== rowStart) return literal(reader);
  if (reader.dialect.isLenient === true) return taken(reader, empty);
  reader.wrong = 'Invalid preceding regular expression';
  return empty;
}

function literal(reader: Reader): Node {
  const { source, at, dialect } = reader;
  const size = dialect.units === 'bytes' ? 1 : sizeAt(source, at);
  reader.at += Math.max(size, 1);
  if (size === 0) return { kind: 'byte', byte: source.charCodeAt(at) };
  return character(
    dialect,
    size === 1 ? source.charCodeAt(at) : (textOf(source.slice(at, at + size)).codePointAt(0) ?? 0),
  );
}

function character(dialect: Dialect, point: number): Node {
  return {
    kind: 'set',
    ranges: dialect.letters === 'fold' ? folded([[point, point]], dialect.units) : [[point, point]],
  };
}

function group(reader: Reader): Node {
  reader.at += signSize(reader);
  reader.groups += 1;
  reader.depth += 1;
  const number = reader.groups;
  if (reader.depth > deepest) reader.wrong = 'Regular expression too big';
  const node = reader.wrong === null ? choice(reader) : empty;
  reader.depth -= 1;
  if (reader.wrong !== null) return empty;
  if (!standsAt(reader, ')', reader.at)) reader.wrong = 'Unmatched ( or \\(';
  reader.at += signSize(reader);
  reader.closed.add(number);
  return { kind: 'group', number, node };
}

function bracket(reader: Reader): Node {
  const found = readBracket(reader.source, reader.at, reader.dialect);
  if (!found.ok) {
    reader.wrong = found.message;
    return empty;
  }
  reader.at = found.end;
  return { kind: 'set', ranges: found.ranges };
}

const places: Readonly<Record<string, Place>> = {
  b: 'edge',
  B: 'noEdge',
  '<': 'wordStart',
  '>': 'wordEnd',
  '`': 'textStart',
  "'": 'textEnd',
};
const sets: Readonly<Record<string, string>> = { w: 'word', W: 'word', s: 'space', S: 'space' };

function escape(reader: Reader): Node {
  const { source, dialect, at } = reader;
  const letter = source[at + 1];
  if (letter === undefined) {
    reader.wrong = 'Trailing backslash';
    return empty;
  }
  if (dialect.syntax === 'awk') {
    const { code, size } = awkEscape(source, at);
    reader.at += size;
    return character(dialect, code);
  }
  const place = places[letter];
  const set = sets[letter];
  reader.at += 2;
  if (place !== undefined) return { kind: 'place', place };
  if (set !== undefined) {
    const ranges = classTable[set] ?? [];
    return { kind: 'set', ranges: letter === set[0] ? ranges : inverted(ranges, last(dialect.units)) };
  }
  if (/[1-9]/.test(letter)) return back(reader, Number(letter));
  reader.at -= 1;
  return literal(reader);
}

function back(reader: Reader, number: number): Node {
  if (!reader.closed.has(number)) reader.wrong = 'Invalid back reference';
  reader.hasBack = true;
  return { kind: 'back', number };
}

const endless = Number.POSITIVE_INFINITY;

function repeated(reader: Reader, first: Node): Node {
  let node = first;
  // In basic expressions a star after an anchor at the start is a star.
  if (
    isBasic(reader) &&
    first.kind === 'place' &&
    first.place === 'lineStart' &&
    reader.source[reader.at] === '*'
  )
    return node;
  while (reader.wrong === null) {
    const [least, most, size] = repetition(reader);
    if (size === 0) return node;
    reader.at += size;
    node = { kind: 'repeat', node, least, most };
  }
  return node;
}

type Repetition = readonly [least: number, most: number, size: number];
const single: Repetition = [1, 1, 0];

function repetition(reader: Reader): Repetition {
  const { source, at } = reader;
  if (source[at] === '*') return [0, endless, 1];
  const size = signSize(reader);
  if (standsAt(reader, '+', at)) return [1, endless, size];
  if (standsAt(reader, '?', at)) return [0, 1, size];
  if (!standsAt(reader, '{', at)) return single;
  const interval = readInterval(source, at + size, isBasic(reader) ? '\\}' : '}');
  if (interval.kind === 'wrong') {
    if (isBasic(reader) || interval.isCertain || reader.dialect.isLenient !== true)
      reader.wrong = interval.message;
    return single;
  }
  return [interval.least, interval.most, interval.end - at];
}
