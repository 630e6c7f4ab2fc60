import type { AndOr, CommandNode, PipelineNode, Subshell } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Descriptors, ForkRequest, Step } from '../../kernel/program.ts';
import { flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { startChild } from './child.ts';
import { jobOf } from './job.ts';
import { settle } from './run.ts';
import { runList, runNode } from './run.ts';
import { waitForJob } from './wait.ts';

export function* runSubshell(shell: Shell, node: Subshell): Step<number> {
  shell.position = node.pos;
  yield* flush(shell, 'bash');
  const pid = startNode(shell, node, {
    descriptors: new Map(),
    group: shell.hasJobControl ? 'own' : 'parent',
  });
  if (pid === null) return settle(shell, 254);
  if (shell.hasJobControl) shell.system.terminal.changeForeground(pid);
  const status = yield* waitForJob(shell, jobOf([pid], textOfNode(shell, node), pid));
  yield* flush(shell, 'bash');
  return settle(shell, status);
}

type ChildPlace = { readonly descriptors: Descriptors; readonly group: ForkRequest['group'] };

/** One part of a pipeline, or what is in brackets, as a process. */
export function startNode(shell: Shell, node: CommandNode, place: ChildPlace): number | null {
  const answer = startChild(shell, {
    ...place,
    name: 'bash',
    *body(child) {
      child.loopDepth = 0;
      return yield* runHere(child, node);
    },
  });
  return answer.ok ? answer.value : null;
}

/** In a child that was started for it: brackets need no other one. */
export function* runHere(child: Shell, node: PipelineNode | AndOr): Step<number> {
  return node.type === 'Subshell' ? yield* runList(child, node.body.commands) : yield* runNode(child, node);
}

export function textOfNode(shell: Shell, node: { readonly pos: number; readonly end: number }): Bytes {
  return shell.source.text.slice(node.pos, node.end).trim();
}
