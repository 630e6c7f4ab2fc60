import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Step, System } from '../../kernel/program.ts';
import { clockText, dateText, momentOf } from '../system/time-text.ts';
import { plainTexts, wholeFile } from '../text/files.ts';
import { has, valueOf, type Given } from '../text/options.ts';
import { complain, put, tool, type Form, type Tool } from '../text/tool.ts';
import { editsBetween, type Edit } from './diff-edits.ts';

const form: Form = {
  short: 'uU:qsrNiwbBac',
  long: {
    unified: 'U?',
    brief: 'q',
    'report-identical-files': 's',
    recursive: 'r',
    'new-file': 'N',
    'ignore-case': 'i',
    'ignore-all-space': 'w',
    'ignore-space-change': 'b',
    text: 'a',
  },
  usage: '[OPTION]... FILES',
  version: 'GNU diffutils) 3.8',
  wrongStatus: 2,
};

/** What changed from one file to another. */
export const diff = tool(form, function* (self, given) {
  const [first, second, extra] = given.operands;
  if (first === undefined || second === undefined) {
    const after = first ?? self.name;
    yield* complain(
      self,
      `missing operand after '${after}'
${self.name}: Try '${self.name} --help' for more information.`,
    );
    return 2;
  }
  if (extra !== undefined) {
    yield* complain(
      self,
      `extra operand '${extra}'\n${self.name}: Try '${self.name} --help' for more information.`,
    );
    return 2;
  }
  return yield* compare(self, given, { one: first, other: second });
});

type Pair = Names & {
  /** Said before the first difference, where directories are compared. */
  readonly heading: Bytes;
};
type Names = { readonly one: Bytes; readonly other: Bytes };

function* compare(self: Tool, given: Given, names: Names): Step<number> {
  const { files } = self.system;
  const kinds = [names.one, names.other].map((name) => (name === '-' ? null : files.stat(name)));
  const [left, right] = kinds.map((found) => found?.ok === true && found.value.kind === 'directory');
  if (left === true && right === true) return yield* compareDirectories(self, given, names);
  const inside = (directory: Bytes, name: Bytes): Bytes =>
    `${directory.replace(/\/$/, '')}/${name.slice(name.lastIndexOf('/') + 1)}`;
  const one = left === true ? inside(names.one, names.other) : names.one;
  const other = right === true ? inside(names.other, names.one) : names.other;
  return yield* compareFiles(self, given, { one, other, heading: '' });
}

function* compareFiles(self: Tool, given: Given, names: Pair): Step<number> {
  const { one, other } = names;
  const text = yield* read(self, given, one);
  const second = yield* read(self, given, other);
  if (text === null || second === null) return 2;
  if (text === second) {
    if (has(given, 's')) put(self, `Files ${one} and ${other} are identical\n`);
    return 0;
  }
  const isBinary = !has(given, 'a') && `${text}${second}`.includes('\0');
  if (has(given, 'q') || isBinary) {
    put(self, `${isBinary && !has(given, 'q') ? 'Binary files' : 'Files'} ${one} and ${other} differ\n`);
    return 1;
  }
  yield turn;
  return tellLines(self, given, { names, left: linesIn(text), right: linesIn(second) });
}

type Told = { readonly names: Pair; readonly left: readonly Bytes[]; readonly right: readonly Bytes[] };

function tellLines(self: Tool, given: Given, { names, left, right }: Told): number {
  const edits = editsBetween(left.map(keyBy(given)), right.map(keyBy(given)));
  if (edits.length === 0) return 0;
  put(self, names.heading);
  if (has(given, 'u', 'U')) {
    const around = Number(valueOf(given, 'U') ?? 3);
    put(self, unified(edits, { left, right, around, names: headOf(self.system, names) }));
  } else for (const edit of edits) put(self, plain(edit, left, right));
  return 1;
}

function* read(self: Tool, given: Given, name: Bytes): Step<Bytes | null> {
  if (has(given, 'N') && name !== '-' && !self.system.files.stat(name).ok) return '';
  return yield* wholeFile(self, name, plainTexts);
}

/** Lines with their ends: one without differs from one with. */
const linesIn = (text: Bytes): readonly Bytes[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function keyBy(given: Given): (line: Bytes) => Bytes {
  const [folds, drops, squeezes] = [has(given, 'i'), has(given, 'w'), has(given, 'b')];
  return (line) => {
    const spaced = drops
      ? line.replace(/\s+/g, '')
      : squeezes
        ? line.replace(/\s+$/, '').replace(/\s+/g, ' ')
        : line;
    return folds ? spaced.toLowerCase() : spaced;
  };
}

const shown = (mark: string, line: Bytes): Bytes =>
  line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;

function plain({ at, gone, to, come }: Edit, left: readonly Bytes[], right: readonly Bytes[]): Bytes {
  const span = (from: number, count: number): string =>
    count <= 1 ? String(from + count) : `${from + 1},${from + count}`;
  const letter = gone === 0 ? 'a' : come === 0 ? 'd' : 'c';
  return [
    `${span(at, gone)}${letter}${span(to, come)}\n`,
    ...left.slice(at, at + gone).map((line) => shown('< ', line)),
    ...(letter === 'c' ? ['---\n'] : []),
    ...right.slice(to, to + come).map((line) => shown('> ', line)),
  ].join('');
}

type Unified = {
  readonly left: readonly Bytes[];
  readonly right: readonly Bytes[];
  readonly around: number;
  readonly names: Bytes;
};

function unified(edits: readonly Edit[], { left, right, around, names }: Unified): Bytes {
  const hunks: Edit[][] = [];
  for (const edit of edits) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && edit.at - (last.at + last.gone) <= 2 * around) hunks.at(-1)?.push(edit);
    else hunks.push([edit]);
  }
  return names + hunks.map((hunk) => hunkText(hunk, { left, right, around })).join('');
}

function hunkText(edits: readonly Edit[], { left, right, around }: Omit<Unified, 'names'>): Bytes {
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return '';
  const from = Math.max(0, first.at - around);
  const until = Math.min(left.length, last.at + last.gone + around);
  const to = from + first.to - first.at;
  const size = until - from + edits.reduce((sum, { gone, come }) => sum + come - gone, 0);
  const span = (start: number, count: number): string =>
    count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`;
  let text = `@@ -${span(from, until - from)} +${span(to, size)} @@\n`;
  let at = from;
  for (const { at: place, gone, to: goal, come } of edits) {
    text += left
      .slice(at, place)
      .map((line) => shown(' ', line))
      .join('');
    text += left
      .slice(place, place + gone)
      .map((line) => shown('-', line))
      .join('');
    text += right
      .slice(goal, goal + come)
      .map((line) => shown('+', line))
      .join('');
    at = place + gone;
  }
  return (
    text +
    left
      .slice(at, until)
      .map((line) => shown(' ', line))
      .join('')
  );
}

function headOf(system: System, { one, other }: Names): Bytes {
  const line = (mark: string, name: Bytes): Bytes => {
    const found = name === '-' ? null : system.files.stat(name);
    const at = found?.ok === true ? found.value.modifiedAt : found === null ? system.now() : 0;
    const fraction = `${String(at % 1000).padStart(3, '0')}000000`;
    return `${mark} ${name}\t${dateText(momentOf(at))} ${clockText(momentOf(at))}.${fraction} +0000\n`;
  };
  return `${line('---', one)}${line('+++', other)}`;
}

function* compareDirectories(self: Tool, given: Given, { one, other }: Names): Step<number> {
  const left = yield* namesIn(self, one);
  const right = yield* namesIn(self, other);
  if (left === null || right === null) return 2;
  let status = 0;
  for (const name of [...new Set([...left, ...right])].toSorted()) {
    const isBoth = left.has(name) && right.has(name);
    if (isBoth || has(given, 'N')) {
      const paths = { one: `${one}/${name}`, other: `${other}/${name}` };
      status = Math.max(status, yield* compareInside(self, given, paths));
      continue;
    }
    put(self, `Only in ${left.has(name) ? one : other}: ${name}\n`);
    status = Math.max(status, 1);
  }
  return status;
}

function* namesIn(self: Tool, directory: Bytes): Step<ReadonlySet<Bytes> | null> {
  const listed = self.system.files.list(directory);
  if (listed.ok) return new Set(listed.value.map(({ name }) => name));
  yield* complain(self, `${directory}: ${messageOf(listed.errno)}`);
  return null;
}

function* compareInside(self: Tool, given: Given, { one, other }: Names): Step<number> {
  const { files } = self.system;
  const [left, right] = [files.stat(one), files.stat(other)];
  const isDeep = left.ok && right.ok && left.value.kind === 'directory' && right.value.kind === 'directory';
  const options = self.system.arguments.slice(1).filter((word) => /^-./.test(word));
  const heading = `${['diff', ...options, one, other].join(' ')}\n`;
  if (!isDeep) return yield* compareFiles(self, given, { one, other, heading });
  if (has(given, 'r')) return yield* compareDirectories(self, given, { one, other });
  put(self, `Common subdirectories: ${one} and ${other}\n`);
  return 0;
}
