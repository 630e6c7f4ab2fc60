import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { optionsIn, wrongUse } from './builtin.ts';
import { limits } from './limits.table.ts';

export function umask(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  const { files } = shell.system;
  const [mode] = rest;
  if (mode === undefined) {
    const text = letters.has('S') ? symbolic(files.umask()) : files.umask().toString(8).padStart(4, '0');
    shell.output += letters.has('p') ? `umask ${letters.has('S') ? '-S ' : ''}${text}\n` : `${text}\n`;
    return 0;
  }
  const mask = /^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) & 0o777 : masked(files.umask(), mode);
  if (mask === null) {
    complain(
      shell,
      /^\d/.test(mode)
        ? `umask: ${mode}: octal number out of range`
        : `umask: \`${mode[0] ?? ''}': invalid symbolic mode character`,
    );
    return 1;
  }
  files.changeUmask(mask);
  if (letters.has('S')) shell.output += `${symbolic(mask)}\n`;
  return 0;
}

function symbolic(mask: number): string {
  const bits = (shift: number): string =>
    ['r', 'w', 'x'].filter((_, at) => ((mask >> shift) & (4 >> at)) === 0).join('');
  return `u=${bits(6)},g=${bits(3)},o=${bits(0)}`;
}

function masked(before: number, text: Bytes): number | null {
  let allowed = ~before & 0o777;
  for (const clause of text.split(',')) {
    const found = /^([ugoa]*)([-+=])([rwx]*)$/.exec(clause);
    if (found === null) return null;
    const [, who = '', operator = '', letters = ''] = found;
    const bits = Array.from(letters).reduce((sum, letter) => sum | ({ r: 4, w: 2, x: 1 }[letter] ?? 0), 0);
    for (const [letter, shift] of [
      ['u', 6],
      ['g', 3],
      ['o', 0],
    ] as const) {
      if (who !== '' && !who.includes('a') && !who.includes(letter)) continue;
      if (operator === '=') allowed &= ~(7 << shift);
      if (operator === '-') allowed &= ~(bits << shift);
      else allowed |= bits << shift;
    }
  }
  return ~allowed & 0o777;
}

/** Told as Debian sets them; guests are bounded by the kernel here, so they cannot be changed. */
export function ulimit(shell: Shell, words: readonly Bytes[]): number {
  const letters = words
    .slice(1)
    .filter((word) => word.startsWith('-'))
    .join('')
    .replaceAll('-', '');
  const value = words.slice(1).find((word) => !word.startsWith('-'));
  if (letters.includes('a')) {
    shell.output += limits.map(([, label, text]) => `${label}${text}\n`).join('');
    return 0;
  }
  const letter = Array.from(letters).find((each) => each !== 'S' && each !== 'H') ?? 'f';
  const limit = limits.find(([each]) => each === letter);
  if (limit === undefined) return wrongUse(shell, 'ulimit', `-${letter}: invalid option`);
  if (value === undefined) shell.output += `${limit[2]}\n`;
  else if (value !== limit[2] && value !== 'hard' && value !== 'soft' && value !== 'unlimited') {
    complain(shell, `ulimit: ${limit[1].slice(0, 27).trim()}: cannot modify limit: Operation not permitted`);
    return 1;
  }
  return 0;
}
