import type { Assignment, Command, CommandArgument } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { builtins, specialBuiltins } from '../builtins/builtins.table.ts';
import type { Builtin } from '../builtins/builtin.ts';
import { expandWords, oneField } from '../expand/expand.ts';
import { complain, flush } from '../say.ts';
import type { FunctionDefinition, Shell } from '../shell.ts';
import { runAssignment, withAssignments } from './assignment.ts';
import { callFunction } from './function.ts';
import { runFile } from './program-file.ts';
import { withRedirects } from './redirect.ts';
import { settle } from './run.ts';
import { runTrap } from './signals.ts';
import { traceWords, traced } from './trace.ts';

/** Builtins whose arguments may be assignments, which then are not split. */
const declaring: ReadonlySet<Bytes> = new Set(['declare', 'typeset', 'local', 'export', 'readonly']);

export function* runSimple(shell: Shell, node: Command): Step<number> {
  shell.position = node.pos;
  shell.lastSubstitution = null;
  if (shell.traps.has('DEBUG') && !shell.isInTrap) yield* debug(shell, node);
  const outer = shell.substitutions;
  shell.substitutions = [];
  const status = yield* runPlain(shell, node);
  if (shell.complaints !== '' || shell.output !== '') yield* flush(shell, node.name?.value ?? 'bash');
  for (const descriptor of shell.substitutions) shell.system.descriptors.close(descriptor);
  shell.substitutions = outer;
  if (shell.unwind?.kind === 'discard' || shell.unwind?.kind === 'exit')
    return settle(shell, shell.unwind.status);
  return settle(shell, status);
}

function* debug(shell: Shell, node: Command): Step<void> {
  if (shell.frames.some((frame) => frame.kind === 'function') && !shell.options.has('functrace')) return;
  shell.command = shell.source.text.slice(node.pos, node.end);
  yield* runTrap(shell, 'DEBUG');
}

function* runPlain(shell: Shell, node: Command): Step<number> {
  const words = yield* nameOf(shell, node);
  if (shell.unwind !== null) return 1;
  const declares =
    declaring.has(words[0] ?? '') ||
    (words[0] === 'command' && node.args.some((each) => each.type === 'Assignment'));
  const args = yield* argumentsOf(shell, node.args, { declares });
  words.push(...args.words);
  if (shell.unwind !== null) return 1;
  const assignments = node.prefix.filter((each): each is Assignment => each.type === 'Assignment');
  if (words.length === 0) return yield* runAssignments(shell, node, assignments);
  const call: Call = { words, declared: args.declared, node };
  if (shell.options.has('xtrace')) yield* traceCall(shell, words, assignments);
  const redirects = node.redirects;
  const run = (): Step<number> => dispatch(shell, call, assignments);
  if (redirects.length === 0) return yield* run();
  return yield* withRedirects(shell, redirects, { run, keeps: words[0] === 'exec' });
}

function* nameOf(shell: Shell, { name }: Command): Step<Bytes[]> {
  if (name === undefined) return [];
  const field = oneField(shell, name.text);
  return field === null ? yield* expandWords(shell, [name.text]) : [field];
}

function* traceCall(shell: Shell, words: readonly Bytes[], assignments: readonly Assignment[]): Step<void> {
  yield* traceWords(shell, [...assignments.map((each) => each.text), ...traced(words)]);
}

/** `declared`: of arguments that are assignments, what they assign, by place. */
type Arguments = { readonly words: readonly Bytes[]; readonly declared: ReadonlyMap<number, Assignment> };

function* argumentsOf(
  shell: Shell,
  args: readonly CommandArgument[],
  { declares }: { declares: boolean },
): Step<Arguments> {
  const words: Bytes[] = [];
  const declared = new Map<number, Assignment>();
  for (const arg of args) {
    if (arg.type === 'Assignment' && declares) {
      declared.set(words.length + 1, arg);
      words.push(arg.text);
      continue;
    }
    const field = oneField(shell, arg.text);
    if (field === null) words.push(...(yield* expandWords(shell, [arg.text])));
    else words.push(field);
    if (shell.unwind !== null) break;
  }
  return { words, declared };
}

export type Call = {
  readonly words: readonly Bytes[];
  readonly declared: ReadonlyMap<number, Assignment>;
  readonly node: Command | null;
};

/** Without a command: the variables are set, then redirections are opened for nothing. */
function* runAssignments(shell: Shell, node: Command, assignments: readonly Assignment[]): Step<number> {
  const status = yield* assignAll(shell, assignments);
  if (node.redirects.length === 0 || shell.unwind !== null) return status;
  const opened = yield* withRedirects(shell, node.redirects, {
    *run() {
      yield* flush(shell, 'bash');
      return 0;
    },
  });
  return opened === 0 ? (shell.lastSubstitution ?? 0) : opened;
}

function* assignAll(shell: Shell, assignments: readonly Assignment[]): Step<number> {
  for (const assignment of assignments) {
    const isDone = yield* runAssignment(shell, assignment);
    if (shell.unwind !== null) return 1;
    if (!isDone) {
      shell.unwind = { kind: 'discard', status: 1 };
      return 1;
    }
  }
  return shell.lastSubstitution ?? 0;
}

type Goal =
  | { readonly kind: 'function'; readonly definition: FunctionDefinition }
  | { readonly kind: 'builtin'; readonly builtin: Builtin }
  | { readonly kind: 'file' };

function goalOf(shell: Shell, name: Bytes): Goal {
  const definition = shell.functions.get(name);
  if (definition !== undefined) return { kind: 'function', definition };
  const builtin = builtins.get(name);
  return builtin === undefined || shell.disabled.has(name) ? { kind: 'file' } : { kind: 'builtin', builtin };
}

function* dispatch(shell: Shell, call: Call, assignments: readonly Assignment[]): Step<number> {
  const name = call.words[0] ?? '';
  const goal = goalOf(shell, name);
  const run = (): Step<number> => start(shell, goal, call);
  const status = assignments.length === 0 ? yield* run() : yield* withAssignments(shell, assignments, run);
  shell.lastArgument = call.words.at(-1) ?? '';
  if (goal.kind !== 'file') shell.pipeStatus = [status];
  if (
    goal.kind === 'builtin' &&
    specialBuiltins.has(name) &&
    assignments.length > 0 &&
    shell.options.has('posix')
  )
    shell.status = status;
  return status;
}

function* start(shell: Shell, goal: Goal, call: Call): Step<number> {
  switch (goal.kind) {
    case 'function':
      return yield* callFunction(shell, goal.definition, call.words);
    case 'builtin':
      return yield* runBuiltin(shell, goal.builtin, call);
    case 'file':
      return yield* runFile(shell, call.words, call.node);
    default:
      return goal satisfies never;
  }
}

function* runBuiltin(shell: Shell, builtin: Builtin, call: Call): Step<number> {
  const name = call.words[0] ?? '';
  if (
    call.words[1] === '--help' &&
    call.words.length === 2 &&
    !['echo', 'test', '[', ':', 'true', 'false', 'printf'].includes(name)
  ) {
    shell.output += `${name}: ${name} [arguments]\n`;
    return 2;
  }
  const status = builtin.kind === 'quick' ? builtin.run(shell, call.words) : yield* builtin.run(shell, call);
  if (shell.complaints === '' && shell.output === '') return status;
  return (yield* flush(shell, name)) || status !== 0 ? status : 1;
}

/** `command` and `builtin` skip functions. */
export function* runWithoutFunctions(shell: Shell, call: Call, which: 'command' | 'builtin'): Step<number> {
  const name = call.words[0] ?? '';
  const builtin = builtins.get(name);
  if (builtin !== undefined && !shell.disabled.has(name)) return yield* runBuiltin(shell, builtin, call);
  if (which === 'command') return yield* runFile(shell, call.words, call.node);
  complain(shell, `builtin: ${name}: not a shell builtin`);
  return 1;
}
