import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { setQuietly, valueOf } from '../variables/store.ts';
import { optionsIn, wrongUse } from './builtin.ts';

/** Where the shell says it is: by the names it went through, links and all. */
function whereOf(shell: Shell): Bytes {
  const told = valueOf(shell, 'PWD');
  const { files } = shell.system;
  if (told?.startsWith('/') === true) {
    const here = files.stat('.');
    const there = files.stat(told);
    if (
      here.ok &&
      there.ok &&
      here.value.inode === there.value.inode &&
      here.value.device === there.value.device
    )
      return told;
  }
  return files.workingDirectory();
}

export function cd(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  if (rest.length > 1) return refuse(shell, 'cd: too many arguments');
  const goal = goalOf(shell, rest[0]);
  if (goal === null) return 1;
  const physical = letters.has('P') || shell.options.has('physical');
  if (!go(shell, { goal: goal.path, physical, who: 'cd' })) return 1;
  if (goal.isTold) shell.output += `${valueOf(shell, 'PWD') ?? ''}\n`;
  return 0;
}

const namedGoals: ReadonlyMap<Bytes | undefined, Bytes> = new Map([
  [undefined, 'HOME'],
  ['-', 'OLDPWD'],
]);

type CdGoal = { readonly path: Bytes; readonly isTold: boolean };

/** What the word alone does not say is told. Null: the variable that says it is not set, and told. */
function goalOf(shell: Shell, word: Bytes | undefined): CdGoal | null {
  const name = namedGoals.get(word);
  if (name === undefined) {
    const found = inSearchPath(shell, word ?? '');
    return { path: found ?? word ?? '', isTold: found !== null };
  }
  const path = valueOf(shell, name);
  if (path !== null) return { path, isTold: word === '-' };
  refuse(shell, `cd: ${name} not set`);
  return null;
}

function refuse(shell: Shell, message: Bytes): number {
  complain(shell, message);
  return 1;
}

function inSearchPath(shell: Shell, goal: Bytes): Bytes | null {
  const path = valueOf(shell, 'CDPATH') ?? '';
  if (path === '' || /^\.{0,2}\//.test(goal) || goal === '.' || goal === '..') return null;
  for (const directory of path.split(':')) {
    if (directory === '' || directory === '.') continue;
    const stat = shell.system.files.stat(`${directory}/${goal}`);
    if (stat.ok && stat.value.kind === 'directory') return `${directory}/${goal}`;
  }
  return null;
}

type Going = { readonly goal: Bytes; readonly physical: boolean; readonly who: Bytes };

function go(shell: Shell, { goal, physical, who }: Going): boolean {
  const { files } = shell.system;
  const before = whereOf(shell);
  const from = before.endsWith('/') ? before : `${before}/`;
  const path = normal(goal.startsWith('/') ? goal : from + goal);
  const answer = files.changeDirectory(goal === '' ? '.' : physical ? goal : path);
  if (!answer.ok) {
    complain(shell, `${who}: ${goal}: ${messageOf(answer.errno)}`);
    return false;
  }
  setQuietly(shell, 'OLDPWD', before);
  setQuietly(shell, 'PWD', physical ? files.workingDirectory() : path);
  return true;
}

function normal(path: Bytes): Bytes {
  const steps: Bytes[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  // Exactly two slashes in front stay: POSIX lets them mean something.
  return `${/^\/\/(?!\/)/.test(path) ? '//' : '/'}${steps.join('/')}`;
}

export function pwd(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const isPhysical = given.letters.has('P') || (shell.options.has('physical') && !given.letters.has('L'));
  shell.output += `${isPhysical ? shell.system.files.workingDirectory() : whereOf(shell)}\n`;
  return 0;
}

function shown(shell: Shell, path: Bytes): Bytes {
  const home = valueOf(shell, 'HOME') ?? '';
  if (home === '' || home === '/') return path;
  return path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

const stackOf = (shell: Shell): readonly Bytes[] => [whereOf(shell), ...shell.directories];

/** What the three that know the stack can be told: letters, a place (`+2`, `-0`) or a word. */
type Wish = {
  readonly letters: ReadonlySet<string>;
  readonly place: Bytes | null;
  readonly word: Bytes | null;
};

/** Null: refused, and told. */
function wishOf(shell: Shell, words: readonly Bytes[], allowed: RegExp): Wish | null {
  const letters = new Set<string>();
  let place: Bytes | null = null;
  for (const [at, word] of words.entries()) {
    if (at === 0 || word === '--') continue;
    if (/^[-+]\d+$/.test(word)) place = word;
    else if (allowed.test(word)) for (const letter of word.slice(1)) letters.add(letter);
    else if (/^[-+]/.test(word)) {
      wrongUse(shell, words[0] ?? '', `${word}: invalid number`);
      return null;
    } else return { letters, place, word };
  }
  return { letters, place, word: null };
}

/** From the left with a plus, from the right with a minus. Null: not there, and told. */
function placeIn(shell: Shell, who: Bytes, place: Bytes): number | null {
  const size = shell.directories.length + 1;
  const at = place.startsWith('+') ? Number(place) : size - 1 + Number(place);
  if (at >= 0 && at < size) return at;
  const label = who === 'dirs' ? place.slice(1) : place;
  complain(
    shell,
    `${who}: ${size === 1 ? '' : `${label}: `}directory stack ${size === 1 ? 'empty' : 'index out of range'}`,
  );
  return null;
}

export function dirs(shell: Shell, words: readonly Bytes[]): number {
  const wish = wishOf(shell, words, /^-[clpv]+$/);
  if (wish === null) return 2;
  const { letters, place, word } = wish;
  if (word !== null) return wrongUse(shell, 'dirs', `${word}: invalid option`);
  if (letters.has('c')) {
    shell.directories = [];
    return 0;
  }
  const stack = stackOf(shell).map((path) => (letters.has('l') ? path : shown(shell, path)));
  if (place === null) {
    shell.output += stackText(stack, letters);
    return 0;
  }
  const at = placeIn(shell, 'dirs', place);
  if (at === null) return 1;
  shell.output += `${stack[at] ?? ''}\n`;
  return 0;
}

function stackText(stack: readonly Bytes[], letters: ReadonlySet<string>): Bytes {
  if (letters.has('v')) return stack.map((path, at) => `${String(at).padStart(2)}  ${path}\n`).join('');
  return letters.has('p') ? stack.map((path) => `${path}\n`).join('') : `${stack.join(' ')}\n`;
}

export function pushd(shell: Shell, words: readonly Bytes[]): number {
  const wish = wishOf(shell, words, /^-n$/);
  if (wish === null) return 2;
  const turned = wish.word === null ? turnedStack(shell, wish.place) : [wish.word, ...stackOf(shell)];
  if (turned === null) return 1;
  const [goal = '', ...rest] = turned;
  if (!wish.letters.has('n')) {
    if (!go(shell, { goal, physical: false, who: 'pushd' })) return 1;
    shell.directories = rest;
  } else if (wish.word === null) {
    shell.directories = rest;
    return 0;
  } else shell.directories = [wish.word, ...shell.directories];
  return dirs(shell, ['dirs']);
}

/** The stack with another one on top. Null: there is none, and told. */
function turnedStack(shell: Shell, place: Bytes | null): readonly Bytes[] | null {
  const [first = '', second, ...rest] = stackOf(shell);
  if (place === null) {
    if (second !== undefined) return [second, first, ...rest];
    complain(shell, 'pushd: no other directory');
    return null;
  }
  const at = placeIn(shell, 'pushd', place);
  const stack = stackOf(shell);
  return at === null ? null : [...stack.slice(at), ...stack.slice(0, at)];
}

export function popd(shell: Shell, words: readonly Bytes[]): number {
  const wish = wishOf(shell, words, /^-n$/);
  if (wish === null) return 2;
  if (wish.word !== null) return wrongUse(shell, 'popd', `${wish.word}: invalid argument`);
  if (shell.directories.length === 0) return refuse(shell, 'popd: directory stack empty');
  const at = placeIn(shell, 'popd', wish.place ?? '+0');
  if (at === null) return 1;
  const [next = ''] = shell.directories;
  if (at === 0 && !wish.letters.has('n') && !go(shell, { goal: next, physical: false, who: 'popd' }))
    return 1;
  shell.directories = shell.directories.filter((_, place) => place !== Math.max(0, at - 1));
  return dirs(shell, ['dirs']);
}
