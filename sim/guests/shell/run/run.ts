import type { AndOr, CommandNode, PipelineNode, Redirected, Statement } from 'unbash';
import type { Step } from '../../kernel/program.ts';
import { flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { runArithmetic } from './arithmetic.ts';
import { startBackground } from './background.ts';
import { runCase, runFor, runForArithmetic, runIf, runSelect, runWhile } from './compound.ts';
import { runConditional } from './conditional.ts';
import { runPipeline } from './pipeline.ts';
import { withRedirects } from './redirect.ts';
import { heed, runTrap } from './signals.ts';
import { runSimple } from './simple.ts';
import { runSubshell } from './subshell.ts';
import { turn } from '../../kernel/program-tools.ts';

export function* runList(shell: Shell, statements: readonly Statement[]): Step<number> {
  let status = 0;
  for (const statement of statements) {
    if (shell.pendingSignals.length > 0) yield* heed(shell);
    if (shell.unwind !== null) return shell.status;
    if (shell.system.isTired()) yield turn;
    if (statement.background === true) status = yield* startBackground(shell, statement);
    else status = yield* runNode(shell, statement.command);
    if (shell.unwind !== null) return status;
  }
  return status;
}

export function* runNode(shell: Shell, node: PipelineNode | AndOr): Step<number> {
  if (shell.options.has('noexec')) return 0;
  switch (node.type) {
    case 'Command':
      return yield* checked(shell, runSimple(shell, node));
    case 'AndOr':
      return yield* runAndOr(shell, node);
    case 'Pipeline':
      return yield* runPipeline(shell, node);
    default:
      return yield* runCompound(shell, node);
  }
}

function* runCompound(shell: Shell, node: Exclude<CommandNode, { type: 'Command' }>): Step<number> {
  switch (node.type) {
    case 'ArithmeticCommand':
      return yield* checked(shell, runArithmetic(shell, node));
    case 'TestCommand':
      return yield* checked(shell, runConditional(shell, node));
    case 'Subshell':
      return yield* checked(shell, runSubshell(shell, node));
    case 'BraceGroup':
      return yield* runList(shell, node.body.commands);
    case 'If':
      return yield* runIf(shell, node);
    case 'While':
      return yield* runWhile(shell, node);
    case 'For':
      return yield* runFor(shell, node);
    case 'ArithmeticFor':
      return yield* runForArithmetic(shell, node);
    case 'Case':
      return yield* runCase(shell, node);
    case 'Select':
      return yield* runSelect(shell, node);
    case 'Redirected':
      return yield* runRedirected(shell, node);
    case 'Function':
      return define(shell, node);
    case 'Coproc':
      shell.complaints += `${shell.name}: coproc: not supported in this guest\n`;
      yield* flush(shell, 'coproc');
      return settle(shell, 1);
    default:
      return node satisfies never;
  }
}

function define(shell: Shell, node: Extract<CommandNode, { type: 'Function' }>): number {
  const name = node.name.value;
  shell.functions.set(name, { name, node, source: shell.source, isExported: false });
  return settle(shell, 0);
}

function* runRedirected(shell: Shell, node: Redirected): Step<number> {
  const { command } = node;
  const isAlone =
    command.type === 'Subshell' || command.type === 'ArithmeticCommand' || command.type === 'TestCommand';
  shell.position = node.pos;
  const inner = withRedirects(shell, node.redirects, {
    run: () => (isAlone ? runUnchecked(shell, command) : runCompound(shell, command)),
  });
  return isAlone ? yield* checked(shell, inner) : yield* inner;
}

function* runUnchecked(shell: Shell, command: Redirected['command']): Step<number> {
  if (command.type === 'Subshell') return yield* runSubshell(shell, command);
  if (command.type === 'ArithmeticCommand') return yield* runArithmetic(shell, command);
  return command.type === 'TestCommand'
    ? yield* runConditional(shell, command)
    : yield* runCompound(shell, command);
}

export function settle(shell: Shell, status: number): number {
  shell.status = status;
  return status;
}

/** A failure nobody looks at: the ERR trap, and `set -e` leaves. */
export function* checked(shell: Shell, step: Step<number>): Step<number> {
  const status = yield* step;
  if (status !== 0 && shell.guarded === 0 && shell.unwind === null) yield* failedUnseen(shell);
  return status;
}

function* failedUnseen(shell: Shell): Step<void> {
  const { status } = shell;
  if (shell.traps.has('ERR') && !shell.isInTrap && seesErrors(shell)) yield* runTrap(shell, 'ERR');
  if (shell.options.has('errexit')) shell.unwind ??= { kind: 'exit', status };
}

function seesErrors(shell: Shell): boolean {
  return shell.options.has('errtrace') || shell.frames.every((frame) => frame.kind !== 'function');
}

function* runAndOr(shell: Shell, node: AndOr): Step<number> {
  let status = 0;
  for (const [at, command] of node.commands.entries()) {
    const operator = at === 0 ? null : node.operators[at - 1];
    if (operator === '&&' && status !== 0) continue;
    if (operator === '||' && status === 0) continue;
    const isLast = at === node.commands.length - 1;
    status = isLast ? yield* runNode(shell, command) : yield* guarded(shell, runNode(shell, command));
    if (shell.unwind !== null) return status;
  }
  return status;
}

/** Its failure is a question, not an accident. */
export function* guarded(shell: Shell, step: Step<number>): Step<number> {
  shell.guarded += 1;
  const status = yield* step;
  shell.guarded = Math.max(0, shell.guarded - 1);
  return status;
}
