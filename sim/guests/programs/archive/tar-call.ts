import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { has, parseOptions, valueOf, valuesOf, type Given } from '../text/options.ts';

export type TarCall = {
  readonly system: System;
  readonly verb: 'create' | 'extract' | 'list' | 'append';
  readonly file: Bytes;
  readonly isPacked: boolean;
  readonly isXz: boolean;
  readonly isTold: boolean;
  readonly strips: number;
  readonly excludes: readonly Bytes[];
  readonly given: Given;
  readonly operands: readonly Bytes[];
  /** Where it works: what -C said. */
  readonly directory: Bytes | null;
  status: number;
};

const form = {
  short: 'cxtrzvf:C:pkOhamPT:X:jJ',
  long: {
    create: 'c',
    extract: 'x',
    get: 'x',
    list: 't',
    append: 'r',
    gzip: 'z',
    gunzip: 'z',
    verbose: 'v',
    file: 'f',
    directory: 'C',
    'preserve-permissions': 'p',
    'keep-old-files': 'k',
    'to-stdout': 'O',
    dereference: 'h',
    'auto-compress': 'a',
    exclude: 'exclude:',
    'strip-components': 'strip:',
    touch: 'm',
    'absolute-names': 'P',
    'numeric-owner': 'numeric',
    'no-same-owner': 'no-same-owner',
    'same-owner': 'same',
    overwrite: 'overwrite',
    version: 'version',
    help: 'help',
    bzip2: 'j',
    xz: 'J',
  },
};

const verbs = { c: 'create', x: 'extract', t: 'list', r: 'append' } as const;

/** A text is what is wrong. */
export function readTarCall(system: System): TarCall | Bytes {
  const parsed = parseOptions(withDash(system.arguments.slice(1)), form);
  const more = "Try 'tar --help' or 'tar --usage' for more information.\n";
  if (!parsed.ok) return `tar: ${parsed.message}\n${more}`;
  const { given } = parsed;
  const chosen = (['c', 'x', 't', 'r'] as const).filter((letter) => has(given, letter));
  const [letter, second] = chosen;
  if (second !== undefined)
    return `tar: You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option\n${more}`;
  if (letter === undefined)
    return `tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\n${more}`;
  const file = valueOf(given, 'f') ?? '-';
  if (has(given, 'j'))
    return `tar (child): bzip2: Cannot exec: No such file or directory\ntar (child): Error is not recoverable: exiting now\ntar: Child returned status 2\ntar: Error is not recoverable: exiting now\n`;
  return {
    system,
    verb: verbs[letter],
    file,
    isXz: has(given, 'J') || (has(given, 'a') && /\.t?xz$/.test(file)),
    isPacked: has(given, 'z') || (has(given, 'a') && /\.(tgz|gz)$/.test(file)),
    isTold: has(given, 'v'),
    strips: Number(valueOf(given, 'strip') ?? '0'),
    excludes: valuesOf(given, 'exclude'),
    given,
    operands: parsed.given.operands,
    directory: valueOf(given, 'C'),
    status: 0,
  };
}

/** `tar czf a.tgz x`: the first word may lack its dash, and then its values follow in order. */
function withDash([first = '', ...rest]: readonly Bytes[]): readonly Bytes[] {
  if (first.startsWith('-') || first === '') return first === '' ? rest : [first, ...rest];
  const letters: Bytes[] = [];
  const left = [...rest];
  for (const letter of first) {
    letters.push(`-${letter}`);
    if ('fCTX'.includes(letter)) letters.push(left.shift() ?? '');
  }
  return [...letters, ...left];
}
