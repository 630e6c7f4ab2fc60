import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { dropJob, jobLine, makeCurrent, stateOf, type Job } from '../run/job.ts';
import type { Call } from '../run/simple.ts';
import { reap, waitForJob } from '../run/wait.ts';
import { complain, flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { optionsIn } from './builtin.ts';
import { jobNamed, noSuchJob } from './job-named.ts';

export function* jobs(shell: Shell, call: Call): Step<number> {
  const given = optionsIn(shell, call.words);
  if (given === null) return 2;
  const { letters, rest } = given;
  yield* reap(shell);
  const wanted = rest.map((word) => ({ word, job: jobNamed(shell, word) }));
  const lost = wanted.find((each) => each.job === null);
  if (lost !== undefined) return noSuchJob(shell, 'jobs', lost.word);
  const all = rest.length > 0 ? wanted.flatMap(({ job }) => job ?? []) : [...shell.jobs.all.values()];
  for (const job of all) if (isWanted(job, letters)) tell(shell, job, letters);
  for (const job of Array.from(shell.jobs.all.values()))
    if (stateOf(job) === 'done' && job.told === 'done') dropJob(shell, job);
  return 0;
}

function isWanted(job: Job, letters: ReadonlySet<string>): boolean {
  const state = stateOf(job);
  return !(letters.has('r') && state !== 'running') && !(letters.has('s') && state !== 'stopped');
}

function tell(shell: Shell, job: Job, letters: ReadonlySet<string>): void {
  const line = letters.has('p')
    ? String(job.group)
    : jobLine(shell, job, letters.has('l') ? 'long' : 'short');
  shell.output += `${line}\n`;
  job.told = stateOf(job);
}

export function* foreground(shell: Shell, call: Call): Step<number> {
  const job = wantedJob(shell, call.words);
  if (job === null) return 1;
  shell.output += `${job.text}\n`;
  yield* flush(shell, 'fg');
  job.isInBackground = false;
  shell.system.terminal.changeForeground(job.group);
  resume(shell, job);
  const status = yield* waitForJob(shell, job);
  yield* flush(shell, 'fg');
  return status;
}

function wantedJob(shell: Shell, words: readonly Bytes[]): Job | null {
  const [name = '', word] = words;
  if (!shell.hasJobControl) {
    complain(shell, `${name}: no job control`);
    return null;
  }
  const job = jobNamed(shell, word === undefined ? '%+' : /^\d+$/.test(word) ? `%${word}` : word);
  if (job === null) noSuchJob(shell, name, word ?? 'current');
  return job;
}

function resume(shell: Shell, job: Job): void {
  for (const [pid, change] of job.changes)
    if (change.how === 'stopped') job.changes.set(pid, { pid, how: 'continued' });
  shell.system.processes.kill(-job.group, 'CONT');
}

export function background(shell: Shell, words: readonly Bytes[]): number {
  const job = wantedJob(shell, words);
  if (job === null) return 1;
  if (stateOf(job) === 'running') {
    complain(shell, `bg: job ${job.id} already in background`);
    return 0;
  }
  resume(shell, job);
  job.isInBackground = true;
  job.told = 'running';
  makeCurrent(shell, job);
  shell.output += `[${job.id}]${shell.jobs.current === job.id ? '+' : '-'} ${job.text} &\n`;
  return 0;
}

export function disown(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  const all = letters.has('a')
    ? [...shell.jobs.all.values()]
    : (rest.length === 0 ? ['%+'] : rest).map((word) => jobNamed(shell, word) ?? word);
  let status = 0;
  for (const job of all) {
    if (typeof job === 'string') status = noSuchJob(shell, 'disown', job === '%+' ? 'current' : job);
    else if (letters.has('h')) job.ignoresHangup = true;
    else shell.jobs.all.delete(job.id);
  }
  return status;
}

export function suspend(shell: Shell): number {
  if (shell.isLogin) {
    complain(shell, 'suspend: cannot suspend a login shell');
    return 1;
  }
  shell.system.processes.kill(shell.system.pid, 'STOP');
  return 0;
}
