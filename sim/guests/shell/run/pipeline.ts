import type { CommandNode, Pipeline } from 'unbash';
import { messageOf } from '../../answer.ts';
import type { Step } from '../../kernel/program.ts';
import { complain, flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { jobOf } from './job.ts';
import { checked, guarded, runNode, settle } from './run.ts';
import { startNode, textOfNode } from './subshell.ts';
import { clockOf, timeText } from './time.ts';
import { waitForJob } from './wait.ts';

export function* runPipeline(shell: Shell, node: Pipeline): Step<number> {
  const negations = node.prefixes.filter((prefix) => prefix.type === 'Negation').length;
  const time = node.prefixes.find((prefix) => prefix.type === 'Time');
  const from = clockOf(shell);
  const step = runCommands(shell, node);
  const status = negations > 0 ? yield* guarded(shell, step) : yield* step;
  if (time !== undefined) {
    shell.complaints += timeText(shell, from, time.posix === undefined ? 'bash' : 'posix');
    yield* flush(shell, 'time');
  }
  if (shell.unwind !== null || negations === 0) return status;
  return settle(shell, negations % 2 === 1 ? (status === 0 ? 1 : 0) : status);
}

function* runCommands(shell: Shell, node: Pipeline): Step<number> {
  const [only] = node.commands;
  if (only === undefined) return settle(shell, 0);
  if (node.commands.length === 1) return yield* runNode(shell, only);
  return yield* checked(shell, runConnected(shell, node));
}

function* runConnected(shell: Shell, node: Pipeline): Step<number> {
  shell.position = node.pos;
  yield* flush(shell, 'bash');
  const started = startAll(shell, node);
  if (started === null) return settle(shell, 254);
  const job = jobOf(started.pids, textOfNode(shell, node), started.pids[0] ?? 0);
  if (started.last !== null) return yield* lastHere(shell, started.last, job);
  if (shell.hasJobControl) shell.system.terminal.changeForeground(job.group);
  const status = yield* waitForJob(shell, job);
  yield* flush(shell, 'bash');
  return settle(shell, status);
}

type LastHere = { readonly node: CommandNode; readonly reading: number };
type Started = { readonly pids: readonly number[]; readonly last: LastHere | null };

/** Each part a process, joined by pipes; with `lastpipe` the last one runs in this shell. */
function startAll(shell: Shell, node: Pipeline): Started | null {
  const pids: number[] = [];
  let reading: number | null = null;
  const keepsLast = shell.shellOptions.has('lastpipe') && !shell.hasJobControl;
  for (const [at, command] of node.commands.entries()) {
    const isLast = at === node.commands.length - 1;
    if (isLast && keepsLast && reading !== null) return { pids, last: { node: command, reading } };
    const part: PipePart = { command, reading, operator: node.operators[at], group: groupFor(shell, pids) };
    const started: PartStarted | null = isLast ? startPart(shell, part, null) : startBeforePipe(shell, part);
    if (started === null) return null;
    pids.push(started.pid);
    reading = started.reading;
  }
  return { pids, last: null };
}

type PipePart = {
  readonly command: CommandNode;
  readonly reading: number | null;
  readonly operator: string | undefined;
  readonly group: 'own' | 'parent' | number;
};

type PartStarted = { readonly pid: number; readonly reading: number | null };

function startBeforePipe(shell: Shell, part: PipePart): PartStarted | null {
  const pipe = shell.system.descriptors.pipe();
  if (pipe.ok) return startPart(shell, part, pipe.value);
  complain(shell, `pipe error: ${messageOf(pipe.errno)}`);
  return null;
}

/** `pipe`: to the part after it. */
function startPart(
  shell: Shell,
  { command, reading, operator, group }: PipePart,
  pipe: readonly [number, number] | null,
): PartStarted | null {
  const descriptors = new Map<number, number>();
  // The shell's own ends are none of the part's: a writer that kept the reading one would never get SIGPIPE.
  for (const own of [reading, ...(pipe ?? [])]) if (own !== null) descriptors.set(own, -1);
  if (reading !== null) descriptors.set(0, reading);
  if (pipe !== null) descriptors.set(1, pipe[1]);
  if (pipe !== null && operator === '|&') descriptors.set(2, pipe[1]);
  const pid = startNode(shell, command, { descriptors, group });
  if (reading !== null) shell.system.descriptors.close(reading);
  if (pipe !== null) shell.system.descriptors.close(pipe[1]);
  return pid === null ? null : { pid, reading: pipe === null ? null : pipe[0] };
}

function groupFor(shell: Shell, pids: readonly number[]): 'own' | 'parent' | number {
  return shell.hasJobControl ? (pids[0] ?? 'own') : 'parent';
}

function* lastHere(shell: Shell, last: LastHere, job: ReturnType<typeof jobOf>): Step<number> {
  const { descriptors } = shell.system;
  const saved = descriptors.duplicate(0, { least: 10 });
  descriptors.duplicate(last.reading, 0);
  descriptors.close(last.reading);
  const status = yield* guarded(shell, runNode(shell, last.node));
  if (saved.ok) {
    descriptors.duplicate(saved.value, 0);
    descriptors.close(saved.value);
  } else {
    descriptors.close(0);
  }
  const { unwind } = shell;
  const before = yield* waitForJob(shell, job);
  shell.unwind = unwind;
  shell.pipeStatus = [...shell.pipeStatus, status];
  return settle(shell, shell.options.has('pipefail') && status === 0 ? before : status);
}
