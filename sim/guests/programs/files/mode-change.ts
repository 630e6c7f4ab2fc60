import type { Bytes } from '../../bytes.ts';

type Asked = { readonly mode: number; readonly isDirectory: boolean; readonly umask: number };

/** What a mode as `chmod` takes it makes of a mode; null: it is none. */
export function modeAfter(text: Bytes, asked: Asked): number | null {
  if (/^[0-7]+$/.test(text)) return octalMode(text, asked);
  let { mode } = asked;
  for (const clause of text.split(',')) {
    const found = /^([ugoa]*)((?:[-+=](?:[rwxXst]*|[ugo]|[0-7]+))+)$/.exec(clause);
    if (found === null) return null;
    const [, whom = '', actions = ''] = found;
    for (const [, operator = '', what = ''] of actions.matchAll(/([-+=])([rwxXst]+|[ugo]|[0-7]+|)/g))
      mode = changed({ ...asked, mode }, { whom, operator, what });
  }
  return mode;
}

/** A directory keeps its set-id bits where the number does not speak of them. */
function octalMode(text: Bytes, { mode, isDirectory }: Asked): number | null {
  const value = Number.parseInt(text, 8);
  if (value > 0o7777) return null;
  return isDirectory && text.length < 5 ? value | (mode & 0o6000) : value;
}

type Action = { readonly whom: string; readonly operator: string; readonly what: string };

const maskOf = (whom: string): number => {
  if (whom === '' || whom.includes('a')) return 0o7777;
  let mask = 0;
  if (whom.includes('u')) mask |= 0o4700;
  if (whom.includes('g')) mask |= 0o2070;
  if (whom.includes('o')) mask |= 0o1007;
  return mask;
};

function changed({ mode, isDirectory, umask }: Asked, { whom, operator, what }: Action): number {
  const free = whom === '' && !/^[0-7]/.test(what) ? 0o7777 & ~umask : 0o7777;
  const mask = maskOf(whom);
  const bits = bitsOf(what, { mode, isDirectory, umask }) & mask & free;
  if (operator === '+') return mode | bits;
  if (operator === '-') return mode & ~bits;
  const kept = isDirectory ? 0o6000 & ~bitsOf(what, { mode, isDirectory, umask }) : 0;
  return (mode & ~(mask & ~kept)) | bits;
}

/** How far up the bits stand that `u`, `g` and `o` copy. */
const copiedFrom: ReadonlyMap<string, number> = new Map([
  ['u', 6],
  ['g', 3],
  ['o', 0],
]);

const bitsOfLetter: ReadonlyMap<string, number> = new Map([
  ['r', 0o444],
  ['w', 0o222],
  ['x', 0o111],
  ['s', 0o6000],
  ['t', 0o1000],
]);

function bitsOf(what: string, { mode, isDirectory }: Asked): number {
  if (/^[0-7]+$/.test(what)) return Number.parseInt(what, 8) & 0o7777;
  const shift = copiedFrom.get(what);
  if (shift !== undefined) return ((mode >> shift) & 7) * 0o111;
  const canRun = isDirectory || (mode & 0o111) !== 0;
  let bits = 0;
  for (const letter of what.replaceAll('X', canRun ? 'x' : '')) bits |= bitsOfLetter.get(letter) ?? 0;
  return bits;
}
