import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import { dropJob, noteChange, stateOf, statusOf } from '../run/job.ts';
import type { Call } from '../run/simple.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { assign, setTo } from '../variables/store.ts';
import { optionsIn } from './builtin.ts';
import { jobNamed } from './job-named.ts';

export function* waitFor(shell: Shell, call: Call): Step<number> {
  const given = optionsIn(shell, call.words);
  if (given === null) return 2;
  const { letters, values, rest } = given;
  if (letters.has('n')) return yield* waitForNext(shell, values.get('p') ?? null);
  if (rest.length === 0) return yield* waitForAll(shell);
  let status = 0;
  for (const word of rest) status = yield* waitForOne(shell, word);
  return status;
}

/** Waits for a change; the status where a signal came that has a trap. */
function* change(shell: Shell): Step<number | null> {
  const answer = yield* shell.system.processes.wait({
    pid: null,
    isHanging: true,
    alsoStopped: shell.hasJobControl,
  });
  if (answer.ok && answer.value !== null) noteChange(shell, answer.value);
  if (answer.ok || answer.errno !== 'EINTR') return answer.ok ? null : 127;
  const [signal] = shell.pendingSignals;
  return signal === undefined || signal === 'CHLD' || signal === 'WINCH'
    ? null
    : 128 + signalTable[signal].number;
}

function* waitForAll(shell: Shell): Step<number> {
  while ([...shell.jobs.all.values()].some((job) => stateOf(job) === 'running')) {
    const ended = yield* change(shell);
    if (ended !== null) return ended === 127 ? 0 : ended;
  }
  if (!shell.isInteractive)
    for (const job of Array.from(shell.jobs.all.values())) if (stateOf(job) === 'done') dropJob(shell, job);
  return 0;
}

function* waitForOne(shell: Shell, word: Bytes): Step<number> {
  const job = jobNamed(shell, word);
  if (job === null) {
    const known = shell.jobs.ended.get(Number(word));
    if (known !== undefined) return known;
    if (word.startsWith('%')) complain(shell, `wait: ${word}: no such job`);
    else if (/^\d+$/.test(word)) complain(shell, `wait: pid ${word} is not a child of this shell`);
    else {
      complain(shell, `wait: \`${word}': not a pid or valid job spec`);
      return 1;
    }
    return 127;
  }
  while (stateOf(job) === 'running') {
    const ended = yield* change(shell);
    if (ended !== null) return ended;
  }
  const status = statusOf(job.changes.get(job.pids.at(-1) ?? 0));
  if (stateOf(job) === 'done' && !shell.isInteractive) dropJob(shell, job);
  return status;
}

function* waitForNext(shell: Shell, name: Bytes | null): Step<number> {
  if (shell.jobs.all.size === 0) return 127;
  for (;;) {
    const done = [...shell.jobs.all.values()].find((job) => stateOf(job) === 'done');
    if (done !== undefined) {
      if (name !== null) assign(shell, setTo(name, String(done.pids.at(-1) ?? 0)));
      const status = statusOf(done.changes.get(done.pids.at(-1) ?? 0));
      dropJob(shell, done);
      return status;
    }
    const ended = yield* change(shell);
    if (ended !== null) return ended;
  }
}
