import type { Statement } from 'unbash';
import type { Step } from '../../kernel/program.ts';
import { flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { startChild } from './child.ts';
import { addJob, jobOf } from './job.ts';
import { settle } from './run.ts';
import { runHere, textOfNode } from './subshell.ts';

/** `command &`: its own group at a prompt; in a script it hears no Ctrl-C and reads nothing. */
export function* startBackground(shell: Shell, statement: Statement): Step<number> {
  yield* flush(shell, 'bash');
  const nothing = shell.hasJobControl
    ? null
    : yield* shell.system.descriptors.open('/dev/null', { access: 'read' }, 0);
  const isMonitored = shell.hasJobControl;
  const answer = startChild(shell, {
    name: 'bash',
    descriptors: nothing?.ok === true ? new Map([[0, nothing.value]]) : new Map(),
    group: isMonitored ? 'own' : 'parent',
    *body(child) {
      if (!isMonitored)
        for (const signal of ['INT', 'QUIT'] as const) child.system.processes.onSignal(signal, 'ignore');
      return yield* runHere(child, statement.command);
    },
  });
  if (nothing?.ok === true) shell.system.descriptors.close(nothing.value);
  if (!answer.ok) return settle(shell, 254);
  const job = jobOf([answer.value], textOfNode(shell, statement).replace(/\s*&$/, ''), answer.value);
  job.isInBackground = true;
  addJob(shell, job);
  shell.lastBackground = answer.value;
  if (shell.isInteractive && shell.subshellDepth === 0) shell.complaints += `[${job.id}] ${answer.value}\n`;
  yield* flush(shell, 'bash');
  return settle(shell, 0);
}
