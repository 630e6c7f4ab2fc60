import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';

function levelsIn(shell: Shell, words: readonly Bytes[]): number | null {
  const [name = '', text] = words;
  if (text === undefined) return 1;
  if (!/^[-+]?\d+$/.test(text)) {
    complain(shell, `${name}: ${text}: numeric argument required`);
    shell.unwind = { kind: 'exit', status: 128 };
    return null;
  }
  if (Number(text) > 0) return Number(text);
  complain(shell, `${name}: ${text}: loop count out of range`);
  return null;
}

export function leaveLoop(shell: Shell, words: readonly Bytes[]): number {
  const kind = words[0] === 'break' ? 'break' : 'continue';
  if (shell.loopDepth === 0) {
    complain(shell, `${kind}: only meaningful in a \`for', \`while', or \`until' loop`);
    return 0;
  }
  const levels = levelsIn(shell, words);
  if (levels === null) {
    if (shell.unwind === null) shell.unwind = { kind: 'break', levels: shell.loopDepth };
    return 1;
  }
  shell.unwind = { kind, levels: Math.min(levels, shell.loopDepth) };
  return 0;
}

export function returnFrom(shell: Shell, words: readonly Bytes[]): number {
  const isInside = shell.frames.some((frame) => frame.kind !== 'assignments');
  if (!isInside) {
    complain(shell, "return: can only `return' from a function or sourced script");
    return 2;
  }
  const status = statusIn(shell, words);
  shell.unwind = { kind: 'return', status };
  return status;
}

export function leaveShell(shell: Shell, words: readonly Bytes[]): number {
  if (shell.isInteractive && shell.subshellDepth === 0) {
    shell.complaints += shell.isLogin ? 'logout\n' : 'exit\n';
    if (hasStopped(shell) && !shell.exitWarned) {
      shell.complaints += 'There are stopped jobs.\n';
      shell.exitWarned = true;
      return 1;
    }
  }
  if (words.length > 2 && /^[-+]?\d+$/.test(words[1] ?? '')) {
    complain(shell, `${words[0] ?? ''}: too many arguments`);
    return 1;
  }
  const status = statusIn(shell, words);
  shell.unwind = { kind: 'exit', status };
  return status;
}

function hasStopped(shell: Shell): boolean {
  return [...shell.jobs.all.values()].some(
    (job) => job.told === 'stopped' && [...job.changes.values()].some((change) => change.how === 'stopped'),
  );
}

function statusIn(shell: Shell, words: readonly Bytes[]): number {
  const [name = '', text] = words[1] === '--' ? [words[0], words[2]] : words;
  if (text === undefined) return shell.status;
  if (/^\s*[-+]?\d+\s*$/.test(text)) return Number(BigInt.asUintN(8, BigInt(text.trim().replace(/^\+/, ''))));
  complain(shell, `${name}: ${text}: numeric argument required`);
  return 2;
}

export function shift(shell: Shell, words: readonly Bytes[]): number {
  const text = words[1] ?? '1';
  if (!/^[-+]?\d+$/.test(text)) {
    complain(shell, `shift: ${text}: numeric argument required`);
    return 1;
  }
  const count = Number(text);
  if (count < 0) {
    complain(shell, `shift: ${text}: shift count out of range`);
    return 1;
  }
  if (count > shell.positional.length) return 1;
  shell.positional = shell.positional.slice(count);
  return 0;
}
