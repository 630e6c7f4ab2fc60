import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { singleQuoted } from '../variables/quote.ts';
import { optionsIn, wrongUse } from './builtin.ts';
import { builtinNames } from './names.table.ts';

export function alias(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const names = given.rest;
  if (names.length === 0)
    for (const [name, text] of [...shell.aliases].toSorted(([one], [other]) => (one < other ? -1 : 1)))
      shell.output += `alias ${name}=${singleQuoted(text)}\n`;
  let status = 0;
  for (const word of names) {
    const sign = word.indexOf('=', 1);
    const name = sign < 0 ? word : word.slice(0, sign);
    const text = shell.aliases.get(name);
    if (sign > 0) shell.aliases.set(name, word.slice(sign + 1));
    else if (text !== undefined) shell.output += `alias ${name}=${singleQuoted(text)}\n`;
    else {
      complain(shell, `alias: ${name}: not found`);
      status = 1;
    }
  }
  return status;
}

export function unalias(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  if (given.letters.has('a')) {
    shell.aliases.clear();
    return 0;
  }
  if (given.rest.length === 0) return wrongUse(shell, 'unalias', null);
  let status = 0;
  for (const name of given.rest) {
    if (shell.aliases.delete(name)) continue;
    complain(shell, `unalias: ${name}: not found`);
    status = 1;
  }
  return status;
}

export function times(shell: Shell): number {
  const own = shell.system.processes.list().find((each) => each.pid === shell.system.pid);
  const text = (milliseconds: number): string =>
    `${Math.floor(milliseconds / 60_000)}m${((milliseconds % 60_000) / 1000).toFixed(3)}s`;
  shell.output += `${text(own?.processorTime ?? 0)} ${text(0)}\n${text(0)} ${text(0)}\n`;
  return 0;
}

export function caller(shell: Shell, words: readonly Bytes[]): number {
  const frames = shell.frames.filter((frame) => frame.kind !== 'assignments').toReversed();
  const level = Number(words[1] ?? '0');
  const frame = frames[level];
  if (frame === undefined) return 1;
  const outer = frames[level + 1];
  const file = outer?.source.name ?? (shell.readsFrom === 'file' ? shell.name : 'environment');
  shell.output +=
    words[1] === undefined
      ? `${frame.line} ${file === '' ? 'environment' : file}\n`
      : `${frame.line} ${outer?.name ?? 'main'} ${file === '' ? 'environment' : file}\n`;
  return 0;
}

export function enable(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  let status = 0;
  if (rest.length === 0)
    for (const name of [...builtinNames].toSorted()) {
      const isOff = shell.disabled.has(name);
      if (letters.has('a') || isOff === letters.has('n'))
        shell.output += `enable ${isOff ? '-n ' : ''}${name}\n`;
    }
  for (const name of rest) {
    if (!builtinNames.has(name)) {
      complain(shell, `enable: ${name}: not a shell builtin`);
      status = 1;
    } else if (letters.has('n')) shell.disabled.add(name);
    else shell.disabled.delete(name);
  }
  return status;
}

export function help(shell: Shell, words: readonly Bytes[]): number {
  const [, name] = words;
  if (name === undefined) {
    shell.output +=
      'GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)\nThese shell commands are defined internally.\n\n';
    shell.output += `${[...builtinNames].toSorted().join('\n')}\n`;
    return 0;
  }
  if (builtinNames.has(name)) {
    shell.output += `${name}: ${name} [arguments]\n`;
    return 0;
  }
  complain(
    shell,
    `help: no help topics match \`${name}'.  Try \`help help' or \`man -k ${name}' or \`info ${name}'.`,
  );
  return 1;
}

export function complete(shell: Shell, words: readonly Bytes[]): number {
  const at = words.indexOf('-W');
  const name = words.at(-1);
  if (at > 0 && name !== undefined)
    shell.completions.set(
      name,
      (words[at + 1] ?? '').split(/\s+/).filter((word) => word !== ''),
    );
  return 0;
}

export function compgen(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, values, rest } = given;
  const start = rest[0] ?? '';
  const all = [
    ...(values.get('W') ?? '').split(/\s+/),
    ...(letters.has('v') ? [...shell.variables.keys()] : []),
    ...(letters.has('b') ? [...builtinNames] : []),
    ...(letters.has('a') ? [...shell.aliases.keys()] : []),
    ...(values.get('A') === 'function' ? [...shell.functions.keys()] : []),
  ].filter((word) => word !== '' && word.startsWith(start));
  for (const word of all) shell.output += `${word}\n`;
  return all.length > 0 ? 0 : 1;
}
