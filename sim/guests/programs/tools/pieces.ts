import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { linesOf, longTexts, plainTexts, wholeFile } from '../text/files.ts';
import { has, valueOf, type Given } from '../text/options.ts';
import { complain, coreForm, fail, marked, put, quoted, tool, wrongCall, type Tool } from '../text/tool.ts';

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 512,
  K: 1024,
  k: 1024,
  M: 1_048_576,
  G: 1_073_741_824,
  kB: 1000,
  KB: 1000,
  MB: 1_000_000,
  GB: 1_000_000_000,
};

function sizeOf(text: Bytes): number | null {
  const found = /^(\d+)([a-zA-Z]*)$/.exec(text);
  const unit = units[found?.[2] ?? '?'];
  return found === null || unit === undefined ? null : Number(found[1]) * unit;
}

const splitForm = coreForm(
  'a:b:C:dl:n:x',
  {
    'suffix-length': 'a',
    bytes: 'b',
    lines: 'l',
    number: 'n',
    'numeric-suffixes': 'd',
    'additional-suffix': 'more:',
    verbose: 'verbose',
  },
  '[OPTION]... [FILE [PREFIX]]',
);

/** Cuts a file into pieces: by lines, by bytes, or into so many. */
export const split = tool(splitForm, function* (self, given) {
  const [name = '-', prefix = 'x', extra] = given.operands;
  if (extra !== undefined) return yield* wrongCall(self, splitForm, `extra operand ${quoted(extra)}`);
  const fault = wrongNumber(given);
  if (fault !== null) {
    yield* complain(self, fault);
    return 1;
  }
  const text = yield* wholeFile(self, name, longTexts);
  if (text === null) return 1;
  for (const [at, piece] of piecesOf(text, given).entries()) {
    const suffix = suffixOf(given, at);
    if (suffix === null) return yield* exhausted(self);
    const goal = `${prefix}${suffix}${valueOf(given, 'more') ?? ''}`;
    if (has(given, 'verbose')) put(self, `creating file ${quoted(goal)}\n`);
    const written = self.system.files.writeFile(goal, piece, 0o666);
    if (!written.ok) yield* fail(self, `${goal}: ${messageOf(written.errno)}`);
    if (!written.ok) return 1;
  }
  return 0;
});

const numbers = { b: 'bytes', l: 'lines', n: 'chunks' } as const;

function wrongNumber(given: Given): Bytes | null {
  for (const letter of ['b', 'l', 'n'] as const) {
    const text = valueOf(given, letter);
    if (text !== null && (sizeOf(text) ?? 0) <= 0)
      return `invalid number of ${numbers[letter]}: ${marked(text)}`;
  }
  return null;
}

function piecesOf(text: Bytes, given: Given): readonly Bytes[] {
  const [bytes, count] = [valueOf(given, 'b'), valueOf(given, 'n')];
  if (bytes !== null) return byBytes(text, { size: sizeOf(bytes), count: 0 });
  if (count !== null) return byBytes(text, { size: null, count: Number(count) });
  return byLines(text, sizeOf(valueOf(given, 'l') ?? '1000') ?? 1000);
}

/** Null: there are no more. */
function suffixOf(given: Given, at: number): Bytes | null {
  const width = Number(valueOf(given, 'a') ?? 2);
  if (!has(given, 'd')) return lettersOf(at, width);
  const digits = String(at).padStart(width, '0');
  return digits.length > width ? null : digits;
}

function* exhausted(self: Tool): Step<number> {
  yield* complain(self, 'output file suffixes exhausted');
  return 1;
}

function byLines(text: Bytes, count: number): readonly Bytes[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return Array.from({ length: Math.ceil(lines.length / count) }, (_, at) =>
    lines.slice(at * count, (at + 1) * count).join(''),
  );
}

function byBytes(
  text: Bytes,
  { size, count }: { readonly size: number | null; readonly count: number },
): readonly Bytes[] {
  if (size !== null)
    return Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
      text.slice(at * size, (at + 1) * size),
    );
  const each = Math.floor(text.length / count);
  return Array.from({ length: count }, (_, at) =>
    text.slice(at * each, at === count - 1 ? undefined : (at + 1) * each),
  );
}

/** aa, ab … zz; null: there are no more. */
function lettersOf(at: number, width: number): Bytes | null {
  let [text, rest] = ['', at];
  for (let place = 0; place < width; place += 1) {
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return rest > 0 ? null : text;
}

const truncateForm = coreForm(
  'cor:s:',
  { 'no-create': 'c', 'io-blocks': 'o', reference: 'r', size: 's' },
  'OPTION... FILE...',
);

/** Makes files shorter or longer. */
export const truncate = tool(truncateForm, function* (self, given) {
  const wish = valueOf(given, 's');
  const like = valueOf(given, 'r');
  if (wish === null && like === null)
    return yield* wrongCall(
      self,
      truncateForm,
      `you must specify either ${marked('--size')} or ${marked('--reference')}`,
    );
  if (given.operands.length === 0) return yield* wrongCall(self, truncateForm, 'missing file operand');
  const size = like === null ? sizeWished(wish ?? '') : sizeLike(self, like);
  if (typeof size === 'string') {
    yield* complain(self, size);
    return 1;
  }
  for (const name of given.operands) yield* resize(self, name, { ...size, isMaking: !has(given, 'c') });
  return self.status;
});

type Wish = Pick<Size, 'size' | 'mark'>;

/** A text is what is wrong. */
function sizeWished(text: Bytes): Wish | Bytes {
  const mark = /^[+\-<>/%]/.exec(text)?.[0] ?? '';
  const number = text.slice(mark.length);
  const size = sizeOf(number);
  return size === null ? `Invalid number: ${marked(number)}` : { size, mark };
}

function sizeLike({ system }: Tool, name: Bytes): Wish | Bytes {
  const found = system.files.stat(name);
  return found.ok
    ? { size: found.value.size, mark: '' }
    : `cannot stat ${quoted(name)}: ${messageOf(found.errno)}`;
}

type Size = { readonly size: number; readonly mark: string; readonly isMaking: boolean };

function* resize(self: Tool, name: Bytes, { size, mark, isMaking }: Size): Step<void> {
  const { system } = self;
  if (!isMaking && !system.files.stat(name).ok) return;
  const opened = yield* system.descriptors.open(name, { access: 'write', create: isMaking }, 0o666);
  if (!opened.ok) {
    yield* fail(self, `cannot open ${quoted(name)} for writing: ${messageOf(opened.errno)}`);
    return;
  }
  const found = system.descriptors.stat(opened.value);
  const goal = sizeAfter(found.ok ? found.value.size : 0, size, mark);
  const resized = system.descriptors.truncate(opened.value, goal);
  system.descriptors.close(opened.value);
  if (!resized.ok)
    yield* fail(self, `failed to truncate ${quoted(name)} at ${size} bytes: ${messageOf(resized.errno)}`);
}

function sizeAfter(now: number, size: number, mark: string): number {
  const sizes: Readonly<Record<string, number>> = {
    '+': now + size,
    '-': Math.max(0, now - size),
    '<': Math.min(now, size),
    '>': Math.max(now, size),
    '/': Math.floor(now / size) * size,
    '%': Math.ceil(now / size) * size,
  };
  return sizes[mark] ?? size;
}

const shufForm = coreForm(
  'ei:n:o:rz',
  { echo: 'e', 'input-range': 'i', 'head-count': 'n', output: 'o', repeat: 'r', 'zero-terminated': 'z' },
  '[OPTION]... [FILE]',
);

/** Lines in an order that chance gives. */
export const shuf = tool(shufForm, function* (self, given) {
  const range = valueOf(given, 'i');
  if (range !== null && !/^\d+-\d+$/.test(range)) {
    yield* complain(self, `invalid input range: ${marked(range)}`);
    return 1;
  }
  const end = has(given, 'z') ? '\0' : '\n';
  const lines = range === null ? yield* linesToShuffle(self, given, end) : numbersIn(range);
  if (lines === null) return 1;
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const other = Math.floor(self.system.chance() * (at + 1));
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }
  const chosen = lines.slice(0, Number(valueOf(given, 'n') ?? lines.length));
  const text = chosen.map((line) => `${line}${end}`).join('');
  const goal = valueOf(given, 'o');
  if (goal === null) put(self, text);
  else self.system.files.writeFile(goal, text, 0o666);
  return self.status;
});

function* linesToShuffle(self: Tool, given: Given, end: Bytes): Step<Bytes[] | null> {
  if (has(given, 'e')) return [...given.operands];
  const text = yield* wholeFile(self, given.operands[0] ?? '-', plainTexts);
  return text === null ? null : linesOf(text, end);
}

function numbersIn(range: Bytes): Bytes[] {
  const [from = 0, to = 0] = range.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}
