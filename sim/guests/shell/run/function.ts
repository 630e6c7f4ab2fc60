import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { complain, flush, lineOf } from '../say.ts';
import type { Frame, FunctionDefinition, Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';
import { restore } from './assignment.ts';
import { runList, runNode, settle } from './run.ts';
import { runTrap } from './signals.ts';

/** Deeper than any script means to go; a real shell dies of its stack about there. */
const depthLimit = 2000;

export function* callFunction(
  shell: Shell,
  definition: FunctionDefinition,
  words: readonly Bytes[],
): Step<number> {
  const limit = Number(valueOf(shell, 'FUNCNEST') ?? '0') || depthLimit;
  if (shell.callDepth >= limit) {
    complain(shell, `${definition.name}: maximum function nesting level exceeded (${limit})`);
    yield* flush(shell, 'bash');
    shell.unwind = { kind: 'discard', status: 1 };
    return settle(shell, 1);
  }
  const { positional, source, position, loopDepth } = shell;
  const frame: Frame = {
    kind: 'function',
    name: definition.name,
    source: definition.source,
    line: lineOf(shell),
    hidden: new Map(),
    options: null,
  };
  shell.frames.push(frame);
  shell.positional = words.slice(1);
  shell.source = definition.source;
  shell.callDepth += 1;
  shell.loopDepth = 0;
  const outerTrap = shell.options.has('functrace') ? undefined : shell.traps.get('RETURN');
  if (outerTrap !== undefined) shell.traps.delete('RETURN');
  const status = yield* runBody(shell, definition);
  if (outerTrap !== undefined && !shell.traps.has('RETURN')) shell.traps.set('RETURN', outerTrap);
  shell.callDepth -= 1;
  shell.loopDepth = loopDepth;
  shell.source = source;
  shell.position = position;
  shell.positional = positional;
  shell.frames.splice(shell.frames.lastIndexOf(frame), 1);
  restore(shell, frame);
  return status;
}

function* runBody(shell: Shell, { node }: FunctionDefinition): Step<number> {
  const { body } = node;
  const status =
    body.type === 'CompoundList' ? yield* runList(shell, body.commands) : yield* runNode(shell, body);
  if (shell.traps.has('RETURN')) yield* runTrap(shell, 'RETURN');
  if (shell.unwind?.kind !== 'return') return status;
  const returned = shell.unwind.status;
  shell.unwind = null;
  return settle(shell, returned);
}
