import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { signalTable, type SignalName } from '../../kernel/signals.table.ts';
import { unmoved } from '../../kernel/resting.ts';
import type { Shell, TrapName } from '../shell.ts';
import { runText } from './text.ts';

const ofThePrompt: readonly SignalName[] = ['INT', 'QUIT', 'TERM', 'TSTP', 'TTIN', 'TTOU'];

/** What a shell at a terminal does with signals: Ctrl-C is noted, the rest does not touch it. */
export function guardPrompt(shell: Shell): void {
  const { processes } = shell.system;
  // Not ignored: what is ignored stays so in the programs that are started.
  const held = shell.hasJobControl ? (['TSTP', 'TTIN'] as const) : [];
  for (const signal of ['INT', 'QUIT', 'TERM', ...held, 'HUP', 'WINCH'] as const)
    processes.onSignal(signal, heardAtPrompt(shell, signal));
  if (shell.hasJobControl) processes.onSignal('TTOU', 'ignore');
}

/** What is heard at a prompt: some signals are noted, those with a trap too, others do not touch it. */
export function heardAtPrompt(shell: Shell, signal: SignalName): (signal: SignalName) => void {
  const isNoted = notedAtPrompt.includes(signal) || shell.traps.has(signal);
  return isNoted ? (heard) => void shell.pendingSignals.push(heard) : unmoved;
}

const notedAtPrompt: readonly SignalName[] = ['INT', 'HUP', 'WINCH'];

/** A child starts with traps forgotten but those that ignore. */
export function forgetTraps(shell: Shell): void {
  const { processes } = shell.system;
  if (shell.isInteractive)
    for (const signal of [...ofThePrompt, 'HUP', 'WINCH'] as const) processes.onSignal(signal, 'default');
  for (const [name, command] of shell.traps) {
    if (isSignal(name)) processes.onSignal(name, command === '' ? 'ignore' : 'default');
    if (!isKept(shell, name, command)) shell.traps.delete(name);
  }
}

/** Those that are no signals go on where `set -E` and `set -T` say so. */
function isKept({ options }: Shell, name: TrapName, command: Bytes): boolean {
  if (name === 'ERR') return options.has('errtrace');
  if (name === 'DEBUG' || name === 'RETURN') return options.has('functrace');
  return command === '';
}

export const isSignal = (name: TrapName): name is SignalName => Object.hasOwn(signalTable, name);

/** Signals that came since the last command: their traps run now. */
export function* heed(shell: Shell): Step<void> {
  while (shell.pendingSignals.length > 0 && shell.unwind === null) {
    const signal = shell.pendingSignals.shift();
    if (signal === undefined) return;
    const command = shell.traps.get(signal);
    if (command !== undefined) yield* runTrap(shell, signal);
    else if (signal === 'INT') shell.unwind = { kind: 'interrupt' };
    else if (signal === 'HUP') shell.unwind = { kind: 'exit', status: 129 };
  }
}

/** The status is as before, unless the trap leaves the shell. */
export function* runTrap(shell: Shell, name: TrapName): Step<void> {
  const command = shell.traps.get(name);
  if (command === undefined || command === '') return;
  const { status, unwind, isInTrap, pipeStatus } = shell;
  shell.unwind = null;
  shell.isInTrap = true;
  yield* runText(shell, command, 'trap');
  shell.isInTrap = isInTrap;
  const left: Shell['unwind'] = shell.unwind;
  if (left === null) {
    shell.status = status;
    shell.pipeStatus = pipeStatus;
    shell.unwind = unwind;
  }
}
