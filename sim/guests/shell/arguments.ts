import type { Bytes } from '../bytes.ts';
import { optionOfLetter, turn, turnShell } from './options.ts';
import { isOption, isShellOption } from './options.table.ts';
import { bashVersion, type Shell } from './shell.ts';

export type Plan = {
  readonly command: Bytes | null;
  readonly file: Bytes | null;
  readonly flags: ReadonlySet<string>;
};

const bareOptions: ReadonlySet<string> = new Set([
  '--norc',
  '--noprofile',
  '--login',
  '--posix',
  '--noediting',
  '--verbose',
  '--restricted',
  '--debugger',
]);

/** A number: the shell ends at once with it. */
export function readArguments(shell: Shell, words: readonly Bytes[]): Plan | number {
  const flags = new Set<string>();
  if (shell.name.startsWith('-')) flags.add('l');
  if (words[1] === '--version') {
    shell.output += `GNU bash, version ${bashVersion} (x86_64-pc-linux-gnu)\n`;
    return 0;
  }
  let at = 1;
  while (/^[-+]./.test(words[at] ?? '') && words[at] !== '--') {
    const taken = readWord(shell, { word: words[at] ?? '', next: words[at + 1], flags });
    if (taken < 0) return 2;
    at += taken;
  }
  if (words[at] === '--' || words[at] === '-') at += 1;
  return planOf(shell, { words, at, flags });
}

type Letters = { readonly word: Bytes; readonly next: Bytes | undefined; readonly flags: Set<string> };

/** How many words were taken; -1: refused, and told. */
function readWord(shell: Shell, what: Letters): number {
  const { word, flags } = what;
  if (word === '--rcfile' || word === '--init-file') return 2;
  if (bareOptions.has(word)) {
    flags.add(word === '--login' ? 'l' : word);
    return 1;
  }
  if (word.startsWith('--')) return refuse(shell, `${word}: invalid option`);
  for (const letter of word.slice(1)) if (!readLetter(shell, letter, what)) return -1;
  return /[oO]/.test(word) ? 2 : 1;
}

/** False: refused, and told. */
function readLetter(shell: Shell, letter: string, { word, next, flags }: Letters): boolean {
  const to = word.startsWith('-') ? 'on' : 'off';
  if (letter === 'o' || letter === 'O') {
    const isKnown = next !== undefined && (letter === 'o' ? setOption : setShellOption)(shell, next, to);
    return isKnown || refuse(shell, `${next ?? word}: invalid option name`) > 0;
  }
  if ('cislD'.includes(letter)) {
    flags.add(letter);
    return true;
  }
  const option = optionOfLetter(letter);
  if (option === null) return refuse(shell, `${word[0] ?? '-'}${letter}: invalid option`) > 0;
  turn(shell, option, to);
  return true;
}

function setOption(shell: Shell, name: Bytes, to: 'on' | 'off'): boolean {
  if (!isOption(name)) return false;
  turn(shell, name, to);
  return true;
}

function setShellOption(shell: Shell, name: Bytes, to: 'on' | 'off'): boolean {
  if (!isShellOption(name)) return false;
  turnShell(shell, name, to);
  return true;
}

function refuse(shell: Shell, message: Bytes): number {
  shell.complaints += `${shell.name}: ${message}\n`;
  return -1;
}

function planOf(
  shell: Shell,
  {
    words,
    at,
    flags,
  }: { readonly words: readonly Bytes[]; readonly at: number; readonly flags: Set<string> },
): Plan | number {
  let rest = words.slice(at);
  let command: Bytes | null = null;
  let file: Bytes | null = null;
  if (flags.has('c')) {
    const [text, ...others] = rest;
    if (text === undefined) {
      refuse(shell, '-c: option requires an argument');
      return 2;
    }
    command = text;
    shell.name = others[0] ?? shell.name;
    rest = others.slice(1);
    shell.readsFrom = 'string';
  } else if (!flags.has('s') && rest[0] !== undefined) {
    file = rest[0];
    shell.name = file;
    rest = rest.slice(1);
    shell.readsFrom = 'file';
  }
  shell.positional = rest;
  const { descriptors } = shell.system;
  const talks = command === null && file === null && descriptors.isTerminal(0) && descriptors.isTerminal(2);
  shell.isInteractive = flags.has('i') || talks;
  shell.isLogin = flags.has('l');
  return { command, file, flags };
}
