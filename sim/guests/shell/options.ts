import type { Bytes } from '../bytes.ts';
import { letterOrder, optionTable, type Option, type ShellOption } from './options.table.ts';
import type { Shell } from './shell.ts';

/** `$-`. */
export function flagsOf(shell: Shell): Bytes {
  const letters = new Set<string>(
    Object.entries(optionTable).map(([name, letter]) => (shell.options.has(name as Option) ? letter : '')),
  );
  if (shell.isInteractive) letters.add('i');
  const ends = shell.readsFrom === 'string' ? 'c' : shell.readsFrom === 'input' ? 's' : '';
  return (
    Array.from('abefhikmnptuvxBCEHPT')
      .filter((letter) => letters.has(letter) && (letter === 'i' || letterOrder.includes(letter)))
      .join('') + ends
  );
}

export function turn(shell: Shell, option: Option, to: 'on' | 'off'): void {
  const options = new Set(shell.options);
  if (to === 'on') options.add(option);
  else options.delete(option);
  // Most shells have what others have: a set for each is a set too many.
  shell.options = shell.system.library.of('bash-options', [...options].join(' '), () => options);
}

export function turnShell(shell: Shell, option: ShellOption, to: 'on' | 'off'): void {
  const options = new Set(shell.shellOptions);
  if (to === 'on') options.add(option);
  else options.delete(option);
  shell.shellOptions = shell.system.library.of('bash-shopt', [...options].join(' '), () => options);
}

export function optionOfLetter(letter: string): Option | null {
  for (const [name, each] of Object.entries(optionTable))
    if (each === letter && letter !== '') return name as Option;
  return null;
}
