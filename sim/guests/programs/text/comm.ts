import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { linesOf, plainTexts, wholeFile } from './files.ts';
import { has, valueOf, type Given } from './options.ts';
import { breathe, complain, coreForm, isDue, marked, put, tool, wrongCall, type Tool } from './tool.ts';

const form = coreForm(
  '123z',
  {
    'check-order': 'check',
    'nocheck-order': 'nocheck',
    'output-delimiter': 'output-delimiter:',
    total: 'total',
    'zero-terminated': 'z',
  },
  '[OPTION]... FILE1 FILE2',
);

type Column = 0 | 1 | 2;
type Comm = {
  readonly self: Tool;
  readonly end: Bytes;
  readonly mark: Bytes;
  /** Before each column; null: it is not shown. */
  readonly indents: readonly (Bytes | null)[];
  readonly counts: [number, number, number];
};

export const comm = tool(form, function* (self, given) {
  const [first = '', second = ''] = given.operands;
  const refused = refusal(given.operands);
  if (refused !== null) return yield* wrongCall(self, form, refused);
  const text = yield* wholeFile(self, first, plainTexts);
  const other = text === null ? null : yield* wholeFile(self, second, plainTexts);
  if (text === null || other === null) return 1;
  const one = commOf(self, given);
  const sides = { left: linesOf(text, one.end), right: linesOf(other, one.end) };
  yield* merge(one, sides);
  if (has(given, 'total')) put(self, `${one.counts.join(one.mark)}${one.mark}total${one.end}`);
  if (has(given, 'nocheck')) return 0;
  yield* checkOrder(self, [sides.left, sides.right]);
  return self.status;
});

function refusal([first, second, extra]: readonly Bytes[]): Bytes | null {
  if (first === undefined) return 'missing operand';
  if (second === undefined) return `missing operand after ${marked(first)}`;
  return extra === undefined ? null : `extra operand ${marked(extra)}`;
}

function commOf(self: Tool, given: Given): Comm {
  const mark = valueOf(given, 'output-delimiter') ?? '\t';
  const letters = ['1', '2', '3'];
  const indents = letters.map((letter, column) => {
    const before = letters.slice(0, column).filter((each) => !has(given, each));
    return has(given, letter) ? null : mark.repeat(before.length);
  });
  return { self, end: has(given, 'z') ? '\0' : '\n', mark, indents, counts: [0, 0, 0] };
}

type Sides = { readonly left: readonly Bytes[]; readonly right: readonly Bytes[] };

function* merge(comm: Comm, { left, right }: Sides): Step<void> {
  for (let at = 0, other = 0; at < left.length || other < right.length;) {
    const column = columnOf(left[at], right[other]);
    say(comm, column, (column === 1 ? right[other] : left[at]) ?? '');
    if (column !== 1) at += 1;
    if (column !== 0) other += 1;
    if (isDue(comm.self)) yield* breathe(comm.self);
  }
}

/** Which comes first: the left one, the right one, or both as one. */
function columnOf(left: Bytes | undefined, right: Bytes | undefined): Column {
  if (right === undefined) return 0;
  if (left === undefined || right < left) return 1;
  return left < right ? 0 : 2;
}

function say({ self, end, indents, counts }: Comm, column: Column, line: Bytes): void {
  counts[column] += 1;
  const indent = indents[column] ?? null;
  if (indent !== null) put(self, indent + line + end);
}

function* checkOrder(self: Tool, files: readonly (readonly Bytes[])[]): Step<void> {
  for (const [file, lines] of files.entries())
    if (lines.some((line, at) => at > 0 && (lines[at - 1] ?? '') > line)) {
      yield* complain(self, `file ${file + 1} is not in sorted order`);
      self.status = 1;
    }
  if (self.status > 0) yield* complain(self, 'input is not in sorted order');
}
