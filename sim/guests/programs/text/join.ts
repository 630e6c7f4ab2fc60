import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { linesOf, plainTexts, wholeFile } from './files.ts';
import { has, valueOf, valuesOf, type Given } from './options.ts';
import { breathe, complain, coreForm, isDue, marked, put, tool, wrongCall, type Tool } from './tool.ts';

const form = coreForm(
  'a:e:ij:o:t:v:z1:2:',
  {
    'ignore-case': 'i',
    'check-order': 'check',
    'nocheck-order': 'nocheck',
    header: 'header',
    'zero-terminated': 'z',
  },
  '[OPTION]... FILE1 FILE2',
);

type Row = readonly Bytes[];
type Cell = { readonly file: 0 | 1 | 2; readonly field: number };
type Join = {
  readonly self: Tool;
  readonly end: Bytes;
  readonly lines: readonly [readonly Bytes[], readonly Bytes[]];
  readonly split: (line: Bytes) => Row;
  readonly between: Bytes;
  readonly empty: Bytes;
  readonly keys: readonly [number, number];
  /** Rows of which file that fit nothing are shown too. */
  readonly alone: readonly [boolean, boolean];
  readonly showsPairs: boolean;
  readonly format: readonly Cell[] | 'auto' | null;
  readonly fold: (text: Bytes) => Bytes;
};

/** Rows of two sorted files that have a field in common. */
export const join = tool(form, function* (self, given) {
  const refused = refusalOf(given);
  if (refused !== null) return yield* wrongCall(self, form, refused);
  const [first = '', second = ''] = given.operands;
  const wrong = wrongNumber(given);
  if (wrong !== null) {
    yield* complain(self, wrong);
    return 1;
  }
  const left = yield* wholeFile(self, first, plainTexts);
  const right = left === null ? null : yield* wholeFile(self, second, plainTexts);
  if (left === null || right === null) return 1;
  const end = has(given, 'z') ? '\0' : '\n';
  const lines = [linesOf(left, end), linesOf(right, end)] as const;
  const one = { ...joinOf(self, given), lines };
  const rows = lines.map((each) => each.map(one.split));
  const sides: Sides = { left: rows[0] ?? [], right: rows[1] ?? [], widths: widthsOf(rows) };
  const start = has(given, 'header') ? header(one, sides) : 0;
  const order = { from: start, checks: checksOf(given), names: [first, second] } as const;
  yield* tellDisorder(one, yield* merge(one, sides, order), order);
  return self.status;
});

function refusalOf({ operands: [first, second, extra] }: Given): Bytes | null {
  if (first === undefined) return 'missing operand';
  if (second === undefined) return `missing operand after ${marked(first)}`;
  return extra === undefined ? null : `extra operand ${marked(extra)}`;
}

function wrongNumber(given: Given): Bytes | null {
  for (const name of ['1', '2', 'j']) {
    const value = valueOf(given, name);
    if (value !== null && !/^[1-9]\d*$/.test(value)) return `invalid field number: ${marked(value)}`;
  }
  const side = [...valuesOf(given, 'a'), ...valuesOf(given, 'v')].find((value) => !/^[12]$/.test(value));
  return side === undefined ? null : `invalid field number: ${marked(side)}`;
}

function joinOf(self: Tool, given: Given): Omit<Join, 'lines'> {
  const mark = valueOf(given, 't');
  const both = valueOf(given, 'j');
  const numberOf = (name: string): number => Number(valueOf(given, name) ?? both ?? '1') - 1;
  const isAsked = (side: Bytes): boolean => [...valuesOf(given, 'a'), ...valuesOf(given, 'v')].includes(side);
  return {
    self,
    end: has(given, 'z') ? '\0' : '\n',
    split:
      mark === null
        ? (line) => line.split(/[ \t\n]+/).filter((word, at) => at > 0 || word !== '')
        : (line) => (mark === '' ? [line] : line.split(mark)),
    between: mark ?? ' ',
    empty: valueOf(given, 'e') ?? '',
    keys: [numberOf('1'), numberOf('2')],
    alone: [isAsked('1'), isAsked('2')],
    showsPairs: !has(given, 'v'),
    format: formatOf(valuesOf(given, 'o')),
    fold: has(given, 'i') ? (text) => text.toUpperCase() : (text) => text,
  };
}

function formatOf(texts: readonly Bytes[]): Join['format'] {
  if (texts.length === 0) return null;
  if (texts.includes('auto')) return 'auto';
  return texts
    .flatMap((text) => text.split(/[ ,]+/))
    .map((word) => ({
      file: word === '0' ? 0 : word.startsWith('2') ? 2 : 1,
      field: Number(word.slice(2)) - 1,
    }));
}

type Sides = {
  readonly left: readonly Row[];
  readonly right: readonly Row[];
  readonly widths: readonly number[];
};
const widthsOf = (rows: readonly (readonly Row[])[]): readonly number[] =>
  rows.map(([first]) => first?.length ?? 0);

function header(join: Join, sides: Sides): number {
  say(join, { left: sides.left[0] ?? null, right: sides.right[0] ?? null }, sides);
  return 1;
}

const keyOf = ({ keys, fold }: Join, row: Row | undefined, side: 0 | 1): Bytes =>
  fold(row?.[keys[side]] ?? '');

type Checks = 'always' | 'unpaired' | 'never';
type Order = { readonly from: number; readonly checks: Checks; readonly names: readonly [Bytes, Bytes] };
const checksOf = (given: Given): Checks =>
  has(given, 'nocheck') ? 'never' : has(given, 'check') ? 'always' : 'unpaired';

/** The first line of each file that is out of order; it is looked for once a line found no fellow. */
type Disorder = [number | null, number | null];

function isWrong(join: Join, { left, right }: Sides, [side, at]: readonly [0 | 1, number]): boolean {
  const rows = side === 0 ? left : right;
  return at < rows.length && keyOf(join, rows[at - 1], side) > keyOf(join, rows[at], side);
}

function* merge(join: Join, sides: Sides, { from, checks }: Order): Step<Disorder> {
  const { left, right } = sides;
  const disorder: Disorder = [null, null];
  const state = { at: [from, from] as [number, number], looks: checks === 'always' };
  const goTo = (side: 0 | 1, to: number): void => {
    if (state.looks && isWrong(join, sides, [side, to])) disorder[side] ??= to;
    state.at[side] = to;
  };
  while (state.at[0] < left.length || state.at[1] < right.length) {
    if (isDue(join.self)) yield* breathe(join.self);
    const [at, other] = state.at;
    const [one, two] = [left[at], right[other]];
    const order = orderOf(join, one, two);
    if (order === 0) {
      const [to, until] = [groupEnd(join, left, at, 0), groupEnd(join, right, other, 1)];
      if (join.showsPairs) sayPairs(join, sides, [left.slice(at, to), right.slice(other, until)]);
      goTo(0, to);
      goTo(1, until);
      continue;
    }
    const side = order < 0 ? 0 : 1;
    sayAlone(join, sides, [side, (side === 0 ? one : two) ?? []]);
    goTo(side, state.at[side] + 1);
    if (one !== undefined && two !== undefined) state.looks = checks !== 'never';
  }
  return disorder;
}

function sayAlone(join: Join, sides: Sides, [side, row]: readonly [0 | 1, Row]): void {
  if (join.alone[side])
    say(join, side === 0 ? { left: row, right: null } : { left: null, right: row }, sides);
}

function sayPairs(
  join: Join,
  sides: Sides,
  [lefts, rights]: readonly [readonly Row[], readonly Row[]],
): void {
  for (const left of lefts) for (const right of rights) say(join, { left, right }, sides);
}

function orderOf(join: Join, one: Row | undefined, two: Row | undefined): number {
  if (one === undefined) return 1;
  if (two === undefined) return -1;
  const [a, b] = [keyOf(join, one, 0), keyOf(join, two, 1)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function groupEnd(join: Join, rows: readonly Row[], ...[from, side]: readonly [number, 0 | 1]): number {
  let to = from + 1;
  while (to < rows.length && keyOf(join, rows[to], side) === keyOf(join, rows[from], side)) to += 1;
  return to;
}

type Pair = { readonly left: Row | null; readonly right: Row | null };

function say(join: Join, { left, right }: Pair, { widths }: Sides): void {
  const { self, between, end, keys, empty, format } = join;
  const key = left === null ? right?.[keys[1]] : left[keys[0]];
  const filled = (cell: Bytes | undefined): Bytes => (cell === undefined || cell === '' ? empty : cell);
  if (format !== null && format !== 'auto') {
    const cells = format.map(({ file, field }) =>
      filled(file === 0 ? key : (file === 1 ? left : right)?.[field]),
    );
    put(self, cells.join(between) + end);
    return;
  }
  const rest = (row: Row | null, side: 0 | 1): readonly Bytes[] => {
    const count = format === 'auto' ? (widths[side] ?? 0) : (row?.length ?? 0);
    return Array.from({ length: count }, (_, at) => filled(row?.[at])).filter((_, at) => at !== keys[side]);
  };
  put(self, [filled(key), ...rest(left, 0), ...rest(right, 1)].join(between) + end);
}

function* tellDisorder(join: Join, disorder: Disorder, { names }: Order): Step<void> {
  for (const side of [0, 1] as const) {
    const at = disorder[side];
    if (at === null) continue;
    join.self.status = 1;
    const line = join.lines[side][at] ?? '';
    yield* complain(join.self, `${names[side]}:${at + 1}: is not sorted: ${line}`);
  }
  if (join.self.status > 0) yield* complain(join.self, 'input is not in sorted order');
}
