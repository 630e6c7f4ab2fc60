import { failed, messageOf, type Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { ChildChange, Step } from '../../kernel/program.ts';
import { plainTexts, wholeFile } from './files.ts';
import { has, lastOf, valueOf, type Given } from './options.ts';
import { complain, flush, marked, tool, wrongCall, writeAll, type Tool } from './tool.ts';

const form = {
  short: '0a:d:E:e::i::I:l::L:n:oprs:tP:x',
  long: {
    null: '0',
    'arg-file': 'a',
    delimiter: 'd',
    eof: 'e',
    replace: 'i',
    'max-lines': 'l',
    'max-args': 'n',
    interactive: 'p',
    'no-run-if-empty': 'r',
    'max-chars': 's',
    verbose: 't',
    'max-procs': 'P',
    exit: 'x',
    'open-tty': 'o',
  },
  usage: '[OPTION]... COMMAND [INITIAL-ARGS]...',
  version: 'GNU findutils) 4.9.0',
  stopsAtOperand: true,
} as const;

type Item = { readonly text: Bytes; /** Ends a line of the input. */ readonly isLast: boolean };

export const xargs = tool(form, function* (self, given) {
  const refused = refusal(given);
  if (refused !== null) return yield* wrongCall(self, {}, refused);
  const text = yield* wholeFile(self, valueOf(given, 'a') ?? '-', {
    ...plainTexts,
    open: (name, errno) => `Cannot open input file ${marked(name)}: ${messageOf(errno)}`,
  });
  if (text === null) return 1;
  const replaced = given.all.findLast(({ name }) => name === 'I' || name === 'i');
  const items = itemsOf(given, text, replaced !== undefined);
  if (items === null) {
    yield* complain(
      self,
      `unmatched ${openQuote(text)} quote; by default quotes are special to xargs unless you use the -0 option`,
    );
    return 1;
  }
  const commands = commandsOf(given, items, replaced === undefined ? null : (replaced.value ?? '{}'));
  return yield* runAll(self, commands, has(given, 't') ? 'told' : 'quiet');
});

/** What is no number, or too small a one. */
function refusal(given: Given): Bytes | null {
  for (const letter of ['n', 'L', 's', 'P']) {
    const value = valueOf(given, letter) ?? '1';
    if (!/^\d+$/.test(value)) return `invalid number "${value}" for -${letter} option`;
    if (letter !== 'P' && Number(value) < 1) return `value ${value} for -${letter} option should be >= 1`;
  }
  return null;
}

const openQuote = (text: Bytes): 'double' | 'single' =>
  /"[^"\n]*$|"[^"\n]*\n/.test(text) && !/^[^"]*'/.test(text) ? 'double' : 'single';

/** `mark` is what the items take the place of. */
function commandsOf(given: Given, items: readonly Item[], mark: Bytes | null): readonly (readonly Bytes[])[] {
  const command = given.operands.length === 0 ? ['echo'] : given.operands;
  if (mark !== null)
    return items.map(({ text }) =>
      command.map((word, at) => (at === 0 ? word : word.replaceAll(mark, () => text))),
    );
  const groups = grouped(given, items);
  if (groups.length === 0 && !has(given, 'r')) return [command];
  return groups.map((group) => [...command, ...group]);
}

function itemsOf(given: Given, text: Bytes, isByLine: boolean): readonly Item[] | null {
  const delimiter = has(given, '0') ? '\0' : delimiterOf(valueOf(given, 'd'));
  if (delimiter !== null) {
    const parts = text.split(delimiter);
    if (parts.at(-1) === '') parts.pop();
    return parts.map((part) => ({ text: part, isLast: true }));
  }
  const items = isByLine ? linesOf(text) : wordsOf(text);
  const end = valueOf(given, 'E') ?? valueOf(given, 'e') ?? '';
  const stop = end === '' || items === null ? -1 : items.findIndex((item) => item.text === end);
  return stop < 0 || items === null ? items : items.slice(0, stop);
}

function delimiterOf(text: Bytes | null): Bytes | null {
  if (text === null) return null;
  const named: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\0': '\0', '\\\\': '\\' };
  return named[text] ?? text;
}

/** For -I: whole lines without the blanks before them. */
function linesOf(text: Bytes): readonly Item[] | null {
  const lines: Item[] = [];
  for (const line of text.split('\n')) {
    const words = wordsOf(line.replace(/^[ \t]+/, '').replace(/[ \t]/g, '\\$&'));
    if (words === null) return null;
    if (words.length > 0) lines.push({ text: words.map((word) => word.text).join(' '), isLast: true });
  }
  return lines;
}

function wordsOf(text: Bytes): Item[] | null {
  const items: Item[] = [];
  let word: Bytes | null = null;
  for (let at = 0; at <= text.length;) {
    if (at < text.length && !isBlank(text[at])) {
      const piece = pieceAt(text, at);
      if (piece === null) return null;
      word = (word ?? '') + piece.bytes;
      at = piece.to;
      continue;
    }
    if (word !== null)
      items.push({ text: word, isLast: text[at] === '\n' && !/[ \t]/.test(text[at - 1] ?? '') });
    word = null;
    at += 1;
  }
  return items;
}

const isBlank = (byte: string | undefined): boolean => byte === ' ' || byte === '\t' || byte === '\n';

/** A byte of a word, or what is quoted there; null: the quote does not end in its line. */
function pieceAt(text: Bytes, at: number): { readonly bytes: Bytes; readonly to: number } | null {
  const byte = text[at] ?? '';
  if (byte === '\\') return { bytes: text[at + 1] ?? '', to: at + 2 };
  if (byte !== '"' && byte !== "'") return { bytes: byte, to: at + 1 };
  const close = text.indexOf(byte, at + 1);
  const lineEnd = text.indexOf('\n', at + 1);
  if (close < 0 || (lineEnd >= 0 && lineEnd < close)) return null;
  return { bytes: text.slice(at + 1, close), to: close + 1 };
}

const mostBytes = 131_072;

type Limits = {
  readonly words: number;
  readonly lines: number;
  readonly bytes: number;
  /** Bytes of the command itself. */
  readonly start: number;
};

function limitsOf(given: Given): Limits {
  const last = lastOf(given, 'nLl');
  const isByLines = last === 'L' || last === 'l';
  const command = given.operands.reduce((sum, word) => sum + word.length + 1, 0);
  return {
    words: last === 'n' ? Number(valueOf(given, 'n')) : Number.POSITIVE_INFINITY,
    lines: isByLines ? Number(valueOf(given, last) ?? '1') : Number.POSITIVE_INFINITY,
    bytes: Math.min(Number(valueOf(given, 's') ?? mostBytes), mostBytes),
    start: given.operands.length === 0 ? 5 : command,
  };
}

type Group = { readonly words: Bytes[]; bytes: number; lines: number };

function grouped(given: Given, items: readonly Item[]): Bytes[][] {
  const limits = limitsOf(given);
  const groups: Group[] = [];
  for (const item of items) {
    const before = groups.at(-1);
    const group =
      before === undefined || isFull(before, limits, item)
        ? { words: [], bytes: limits.start, lines: 0 }
        : before;
    if (group !== before) groups.push(group);
    group.words.push(item.text);
    group.bytes += item.text.length + 1;
    if (item.isLast) group.lines += 1;
  }
  return groups.map(({ words }) => words);
}

const isFull = (group: Group, limits: Limits, next: Item): boolean =>
  group.words.length >= limits.words ||
  group.lines >= limits.lines ||
  group.bytes + next.text.length + 1 > limits.bytes;

function* runAll(self: Tool, commands: readonly (readonly Bytes[])[], how: 'told' | 'quiet'): Step<number> {
  let status = 0;
  for (const words of commands) {
    if (how === 'told') yield* writeAll(self.system, 2, `${words.join(' ')}\n`);
    yield* flush(self);
    const ended = yield* runOne(self, words);
    if (ended >= 124) return ended;
    status = Math.max(status, ended);
    if (self.system.isTired()) yield turn;
  }
  return status;
}

function* runOne(self: Tool, words: readonly Bytes[]): Step<number> {
  const { system } = self;
  const [name = ''] = words;
  const spawned = yield* start(self, name, words);
  if (!spawned.ok) {
    yield* complain(self, `${name}: ${messageOf(spawned.errno)}`);
    return spawned.errno === 'ENOENT' ? 127 : 126;
  }
  for (;;) {
    const change = yield* system.processes.wait({ pid: spawned.value, isHanging: true, alsoStopped: false });
    if (change.ok && change.value !== null) return yield* statusOf(self, name, change.value);
    if (!change.ok && change.errno !== 'EINTR') return 1;
  }
}

/** With nothing to read. */
function* start(self: Tool, name: Bytes, words: readonly Bytes[]): Step<Answer<number>> {
  const { system } = self;
  const file = lookUp(self, name);
  if (file === null) return failed('ENOENT');
  const nothing = yield* system.descriptors.open('/dev/null', { access: 'read' }, 0);
  const descriptors = new Map([
    [1, 1],
    [2, 2],
  ]);
  if (nothing.ok) descriptors.set(0, nothing.value);
  const spawned = system.processes.spawn({
    file,
    arguments: words,
    environment: system.environment,
    descriptors,
    group: 'parent',
  });
  if (nothing.ok) system.descriptors.close(nothing.value);
  return spawned;
}

function* statusOf(self: Tool, name: Bytes, change: ChildChange): Step<number> {
  if (change.how === 'killed') {
    yield* complain(self, `${name}: terminated by signal ${change.signal}`);
    return 125;
  }
  if (change.how !== 'exited' || change.status === 0) return 0;
  if (change.status !== 255) return 123;
  yield* complain(self, `${name}: exited with status 255; aborting`);
  return 124;
}

export function lookUp({ system }: Tool, name: Bytes): Bytes | null {
  if (name.includes('/')) return name;
  for (const directory of (system.environment.get('PATH') ?? '/bin:/usr/bin').split(':')) {
    const path = `${directory === '' ? '.' : directory}/${name}`;
    const stat = system.files.stat(path);
    if (stat.ok && stat.value.kind === 'file' && system.files.mayAccess(path, 'run')) return path;
  }
  return null;
}
