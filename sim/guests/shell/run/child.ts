import type { Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Descriptors, ForkRequest, Step } from '../../kernel/program.ts';
import { snapshotOf } from '../fork.ts';
import { complain, flush } from '../say.ts';
import { messageOf } from '../../answer.ts';
import type { Shell } from '../shell.ts';
import { descriptorsFor } from './descriptors.ts';
import { forgetTraps, runTrap } from './signals.ts';

type ChildRequest = {
  readonly name: Bytes;
  readonly descriptors: Descriptors;
  readonly group: ForkRequest['group'];
  readonly body: (child: Shell) => Step<number>;
};

/** A process of its own with a copy of this shell in it. */
export function startChild(shell: Shell, request: ChildRequest): Answer<number> {
  const snapshot = snapshotOf(shell);
  const answer = shell.system.processes.fork({
    name: request.name,
    descriptors: descriptorsFor(shell, request.descriptors),
    group: request.group,
    *program(system) {
      const child = snapshot(system);
      forgetTraps(child);
      return yield* finished(child, request.body(child));
    },
  });
  if (!answer.ok) complain(shell, `fork: ${messageOf(answer.errno)}`);
  return answer;
}

/** Runs it to its end, EXIT trap included: what a shell's process answers. */
export function* finished(shell: Shell, body: Step<number>): Step<number> {
  shell.status = yield* body;
  settle(shell);
  yield* flush(shell, 'bash');
  if (shell.traps.has('EXIT')) {
    shell.unwind = null;
    const { status } = shell;
    yield* runTrap(shell, 'EXIT');
    shell.status = status;
    settle(shell);
    yield* flush(shell, 'bash');
  }
  return shell.status & 0xff;
}

function settle(shell: Shell): void {
  const { unwind } = shell;
  if (unwind === null) return;
  if (unwind.kind === 'interrupt') shell.status = 130;
  else if (unwind.kind !== 'break' && unwind.kind !== 'continue') shell.status = unwind.status;
}
