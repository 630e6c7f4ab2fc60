import type { Shell } from '../shell.ts';

/** Only the outermost text of a script that is no prompt goes on with its next line. */
export function isDefined(shell: Shell): boolean {
  return shell.frames.every((frame) => frame.kind === 'assignments') && !shell.isInTrap;
}

/** What a loop does with an unwinding: `leave`, or go on with its next round. */
export function afterRound(shell: Shell): 'leave' | 'go on' {
  const { unwind } = shell;
  if (unwind === null) return 'go on';
  if (unwind.kind !== 'break' && unwind.kind !== 'continue') return 'leave';
  if (unwind.levels > 1) {
    shell.unwind = { kind: unwind.kind, levels: unwind.levels - 1 };
    return 'leave';
  }
  shell.unwind = null;
  return unwind.kind === 'break' ? 'leave' : 'go on';
}
