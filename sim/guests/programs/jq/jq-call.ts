import type { Bytes } from '../../bytes.ts';
import { textOf } from '../../bytes.ts';
import { messageOf } from '../../answer.ts';
import type { Step, System } from '../../kernel/program.ts';
import type { Json, Layout } from './json.ts';
import { readJson } from './read-json.ts';

export type JqCall = {
  readonly filter: string | null;
  readonly files: readonly Bytes[];
  readonly input: 'json' | 'slurped' | 'raw' | 'raw-slurped' | 'none';
  readonly layout: Layout;
  readonly isRaw: boolean;
  readonly end: string;
  /** -e: the status says whether the last value is true. */
  readonly tellsByStatus: boolean;
  readonly variables: ReadonlyMap<string, Json>;
};

export const usage =
  'Usage:\tjq [OPTIONS] FILTER [FILES...]\n\tjq [OPTIONS] --args FILTER [ARGUMENTS...]\n\tjq [OPTIONS] --jsonargs FILTER [JSON_VALUES...]\n';

type Reading = {
  readonly system: System;
  readonly words: readonly Bytes[];
  at: number;
  readonly flags: Set<string>;
  readonly operands: Bytes[];
  readonly named: Map<string, Json>;
  indent: number;
  file: Bytes | null;
  wrong: Bytes | null;
};

const letters: Readonly<Record<string, string>> = {
  r: 'raw-output',
  j: 'join-output',
  c: 'compact-output',
  s: 'slurp',
  n: 'null-input',
  e: 'exit-status',
  S: 'sort-keys',
  R: 'raw-input',
  a: 'ascii-output',
  C: 'color-output',
  M: 'monochrome-output',
};
const known = new Set([...Object.values(letters), 'tab', 'unbuffered', 'args', 'jsonargs']);

/** A text is what is wrong with the words. */
export function* readJqCall(system: System): Step<JqCall | Bytes> {
  const reading: Reading = {
    system,
    words: system.arguments.slice(1),
    at: 0,
    flags: new Set(),
    operands: [],
    named: new Map(),
    indent: 2,
    file: null,
    wrong: null,
  };
  for (; reading.at < reading.words.length && reading.wrong === null; reading.at += 1)
    takeWord(reading, reading.words[reading.at] ?? '');
  if (reading.wrong !== null) return reading.wrong;
  yield* [];
  return callOf(reading);
}

function takeWord(reading: Reading, word: Bytes): void {
  if (word.startsWith('--')) takeLong(reading, word.slice(2));
  else if (word.startsWith('-') && word.length > 1)
    for (const letter of word.slice(1).split('')) takeLetter(reading, letter);
  else reading.operands.push(word);
}

const next = (reading: Reading): Bytes => reading.words[(reading.at += 1)] ?? '';

function takeLetter(reading: Reading, letter: string): void {
  const name = letters[letter];
  if (name !== undefined) reading.flags.add(name);
  else if (letter === 'f') reading.file = next(reading);
  else reading.wrong ??= `Unknown arguments\n${usage}`;
}

function takeLong(reading: Reading, name: string): void {
  if (known.has(name)) reading.flags.add(name);
  else if (name === 'from-file') reading.file = next(reading);
  else if (name === 'indent') reading.indent = Math.min(7, Math.max(0, Number(next(reading)) || 0));
  else if (name === 'arg') reading.named.set(textOf(next(reading)), textOf(next(reading)));
  else if (name === 'argjson' || name === 'slurpfile' || name === 'rawfile') takeNamed(reading, name);
  else reading.wrong ??= `Unknown arguments\n${usage}`;
}

function takeNamed(reading: Reading, how: 'argjson' | 'slurpfile' | 'rawfile'): void {
  const name = textOf(next(reading));
  const given = next(reading);
  if (how === 'argjson') {
    const read = readJson(textOf(given));
    const [value] = read.values;
    if (value === undefined || read.fault !== null)
      reading.wrong ??= `jq: Invalid JSON text passed to --argjson\n${usage}`;
    else reading.named.set(name, value);
    return;
  }
  const content = reading.system.files.readFile(given);
  if (!content.ok) {
    reading.wrong ??= `jq: Bad JSON in --${how} ${name} ${given}: Could not open ${given}: ${messageOf(content.errno)}\n`;
    return;
  }
  const text = textOf(content.value);
  reading.named.set(name, how === 'rawfile' ? text : readJson(text).values);
}

function callOf(reading: Reading): JqCall | Bytes {
  const { flags, operands, system, file, named } = reading;
  const content = file === null ? null : system.files.readFile(file);
  if (content?.ok === false) return `jq: error: Could not open ${file ?? ''}: ${messageOf(content.errno)}\n`;
  const [first, ...others] = operands;
  const filter = content === null ? first : content.value;
  const rest = content === null ? others : operands;
  const positional = positionalOf(flags, rest);
  return {
    filter: filter === undefined ? null : textOf(filter),
    files: positional === null ? rest : [],
    input: inputOf(flags),
    layout: layoutOf(flags, reading.indent),
    isRaw: flags.has('raw-output') || flags.has('join-output'),
    end: flags.has('join-output') ? '' : '\n',
    tellsByStatus: flags.has('exit-status'),
    variables: new Map([
      ...named,
      [
        'ARGS',
        new Map<string, Json>([
          ['positional', positional ?? []],
          ['named', new Map(named)],
        ]),
      ],
    ]),
  };
}

function positionalOf(flags: ReadonlySet<string>, words: readonly Bytes[]): Json[] | null {
  if (flags.has('args')) return words.map((word) => textOf(word));
  return flags.has('jsonargs') ? words.map((word) => readJson(textOf(word)).values[0] ?? null) : null;
}

function layoutOf(flags: ReadonlySet<string>, indent: number): Layout {
  const usual = flags.has('tab') ? '\t' : ' '.repeat(indent);
  return {
    indent: flags.has('compact-output') ? '' : usual,
    isSorted: flags.has('sort-keys'),
    isAscii: flags.has('ascii-output'),
  };
}

function inputOf(flags: ReadonlySet<string>): JqCall['input'] {
  if (flags.has('null-input')) return 'none';
  if (flags.has('raw-input')) return flags.has('slurp') ? 'raw-slurped' : 'raw';
  return flags.has('slurp') ? 'slurped' : 'json';
}
