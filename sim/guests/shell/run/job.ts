import type { Bytes } from '../../bytes.ts';
import type { ChildChange } from '../../kernel/program.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import type { Shell } from '../shell.ts';

/** Processes that a command line started. */
export type Job = {
  /** 0 while it is in the foreground and was never stopped. */
  id: number;
  readonly pids: readonly number[];
  readonly group: number;
  readonly text: Bytes;
  readonly changes: Map<number, ChildChange>;
  isInBackground: boolean;
  /** What the user was told last. */
  told: JobState;
  ignoresHangup: boolean;
};

type JobState = 'running' | 'stopped' | 'done';

export type Jobs = {
  readonly all: Map<number, Job>;
  /** In the foreground now: no number yet. */
  foreground: Job | null;
  current: number | null;
  previous: number | null;
  /** How children ended that no job knows any more: `wait` may still ask. */
  readonly ended: Map<number, number>;
};

export const noJobs = (): Jobs => ({
  all: new Map(),
  foreground: null,
  current: null,
  previous: null,
  ended: new Map(),
});

const endedLimit = 1024;

export function jobOf(pids: readonly number[], text: Bytes, group: number): Job {
  return {
    id: 0,
    pids,
    group,
    text,
    changes: new Map(),
    isInBackground: false,
    told: 'running',
    ignoresHangup: false,
  };
}

export function stateOf(job: Job): JobState {
  let stopped = false;
  for (const pid of job.pids) {
    const how = job.changes.get(pid)?.how;
    if (how === undefined || how === 'continued') return 'running';
    if (how === 'stopped') stopped = true;
  }
  return stopped ? 'stopped' : 'done';
}

export function statusOf(change: ChildChange | undefined): number {
  switch (change?.how) {
    case 'exited':
      return change.status;
    case 'killed':
    case 'stopped':
      return 128 + signalTable[change.signal].number;
    default:
      return 0;
  }
}

export function addJob(shell: Shell, job: Job): void {
  const { jobs } = shell;
  job.id = Math.max(0, ...jobs.all.keys()) + 1;
  jobs.all.set(job.id, job);
  makeCurrent(shell, job);
}

export function makeCurrent({ jobs }: Shell, job: Job): void {
  if (jobs.current === job.id) return;
  jobs.previous = jobs.current;
  jobs.current = job.id;
}

export function dropJob({ jobs }: Shell, job: Job): void {
  for (const [pid, change] of job.changes) jobs.ended.set(pid, statusOf(change));
  for (const pid of jobs.ended.keys()) {
    if (jobs.ended.size <= endedLimit) break;
    jobs.ended.delete(pid);
  }
  jobs.all.delete(job.id);
  if (jobs.current === job.id) {
    jobs.current = jobs.previous;
    jobs.previous = null;
  }
  if (jobs.previous === job.id) jobs.previous = null;
  const rest = [...jobs.all.keys()].toReversed();
  jobs.current ??= rest[0] ?? null;
  jobs.previous ??= rest.find((id) => id !== jobs.current) ?? null;
}

/** A child changed: the job it belongs to learns it. */
export function noteChange({ jobs }: Shell, change: ChildChange): void {
  const job =
    jobs.foreground?.pids.includes(change.pid) === true ? jobs.foreground : findJob(jobs, change.pid);
  if (job === undefined) {
    if (change.how === 'exited' || change.how === 'killed') jobs.ended.set(change.pid, statusOf(change));
    return;
  }
  job.changes.set(change.pid, change);
}

function findJob(jobs: Jobs, pid: number): Job | undefined {
  for (const job of jobs.all.values()) if (job.pids.includes(pid)) return job;
  return undefined;
}

function stateText(job: Job): Bytes {
  const change = job.changes.get(job.pids.at(-1) ?? 0);
  switch (stateOf(job)) {
    case 'running':
      return 'Running';
    case 'stopped':
      return change?.how !== 'stopped' || change.signal === 'TSTP'
        ? 'Stopped'
        : signalTable[change.signal].says;
    default:
      return endText(change);
  }
}

function endText(change: ChildChange | undefined): Bytes {
  if (change?.how === 'killed') {
    const { signal, core } = change;
    return `${signal === 'INT' ? 'Interrupt' : signalTable[signal].says}${core ? ' (core dumped)' : ''}`;
  }
  const status = statusOf(change);
  return status === 0 ? 'Done' : `Exit ${status}`;
}

/** `[1]+  Running                 sleep 9 &`. */
export function jobLine(shell: Shell, job: Job, form: 'short' | 'long'): Bytes {
  const mark = shell.jobs.current === job.id ? '+' : shell.jobs.previous === job.id ? '-' : ' ';
  const pid = form === 'long' ? `${String(job.pids[0] ?? 0).padStart(5)} ` : '';
  const amp = stateOf(job) === 'running' && job.isInBackground ? ' &' : '';
  return `[${job.id}]${mark}  ${pid}${stateText(job).padEnd(24)}${job.text}${amp}`;
}
