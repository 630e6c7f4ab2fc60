import type { Bytes } from '../../bytes.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import { isSignal } from '../run/signals.ts';
import { complain } from '../say.ts';
import type { Shell, TrapName } from '../shell.ts';
import { singleQuoted } from '../variables/quote.ts';
import { optionsIn } from './builtin.ts';
import { listSignals, signalNamed } from './kill.ts';

export function trap(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  if (letters.has('l')) return listSignals(shell, []);
  if (letters.has('p') || rest.length === 0) return show(shell, rest);
  const [command, goals] = wishOf(rest);
  let status = 0;
  for (const word of goals) {
    const name = trapNamed(word);
    if (name === null) {
      complain(shell, `trap: ${word}: invalid signal specification`);
      status = 1;
    } else change(shell, name, command);
  }
  return status;
}

/** A number or a lone name as first word is no command: all of them go back to what is usual. */
function wishOf(rest: readonly Bytes[]): readonly [command: Bytes | null, goals: readonly Bytes[]] {
  const [command = '', ...names] = rest;
  if (names.length === 0 || /^\d+$/.test(command)) return [null, rest];
  return [command === '-' ? null : command, names];
}

function trapNamed(word: Bytes): TrapName | null {
  const upper = word.toUpperCase();
  if (upper === 'ERR' || upper === 'DEBUG' || upper === 'RETURN') return upper;
  return signalNamed(word);
}

function change(shell: Shell, name: TrapName, command: Bytes | null): void {
  if (command === null) shell.traps.delete(name);
  else shell.traps.set(name, command);
  if (!isSignal(name) || name === 'KILL' || name === 'STOP') return;
  const { processes } = shell.system;
  if (command === '') processes.onSignal(name, 'ignore');
  else if (command !== null || (shell.isInteractive && name === 'INT'))
    processes.onSignal(name, (signal) => shell.pendingSignals.push(signal));
  else processes.onSignal(name, 'default');
}

function order(name: TrapName): number {
  if (name === 'EXIT') return 0;
  if (isSignal(name)) return signalTable[name].number;
  return name === 'DEBUG' ? 65 : name === 'ERR' ? 66 : 67;
}

function show(shell: Shell, words: readonly Bytes[]): number {
  const names =
    words.length === 0
      ? [...shell.traps.keys()].toSorted((one, other) => order(one) - order(other))
      : words.map(trapNamed);
  for (const name of names) {
    const command = name === null ? undefined : shell.traps.get(name);
    if (name !== null && command !== undefined)
      shell.output += `trap -- ${singleQuoted(command)} ${isSignal(name) ? 'SIG' : ''}${name}\n`;
  }
  return 0;
}
