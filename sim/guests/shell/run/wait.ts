import type { Step } from '../../kernel/program.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import { prefix } from '../say.ts';
import type { Shell } from '../shell.ts';
import { addJob, dropJob, jobLine, noteChange, stateOf, statusOf, type Job } from './job.ts';

/** Children that changed without anyone waiting. */
export function* reap(shell: Shell): Step<void> {
  for (;;) {
    const answer = yield* shell.system.processes.wait({ pid: null, isHanging: false, alsoStopped: true });
    if (!answer.ok || answer.value === null) return;
    noteChange(shell, answer.value);
  }
}

/** Until the job in the foreground is over or stopped. */
export function* waitForJob(shell: Shell, job: Job): Step<number> {
  const { processes } = shell.system;
  shell.jobs.foreground = job;
  while (stateOf(job) === 'running') {
    const answer = yield* processes.wait({ pid: null, isHanging: true, alsoStopped: shell.hasJobControl });
    if (answer.ok && answer.value !== null) noteChange(shell, answer.value);
    else if (!answer.ok && answer.errno === 'ECHILD') break;
  }
  shell.jobs.foreground = null;
  shell.pipeStatus = job.pids.map((pid) => statusOf(job.changes.get(pid)));
  return settle(shell, job);
}

function settle(shell: Shell, job: Job): number {
  if (shell.hasJobControl) shell.system.terminal.changeForeground(shell.system.processes.group());
  if (stateOf(job) === 'stopped') return keepStopped(shell, job);
  if (job.id !== 0) dropJob(shell, job);
  tellKilled(shell, job);
  const last = job.changes.get(job.pids.at(-1) ?? 0);
  if (last?.how === 'killed' && last.signal === 'INT' && shell.isInteractive)
    shell.unwind ??= { kind: 'interrupt' };
  if (shell.options.has('pipefail')) return shell.pipeStatus.findLast((status) => status !== 0) ?? 0;
  return statusOf(last);
}

function keepStopped(shell: Shell, job: Job): number {
  if (job.id === 0) addJob(shell, job);
  job.isInBackground = true;
  job.told = 'stopped';
  shell.complaints += `\n${jobLine(shell, job, 'short')}\n`;
  return statusOf([...job.changes.values()].find((change) => change.how === 'stopped'));
}

/** A script names the process; at a prompt the word alone is enough. */
function tellKilled(shell: Shell, job: Job): void {
  for (const pid of job.pids) {
    const change = job.changes.get(pid);
    if (change?.how !== 'killed' || (pid !== job.pids.at(-1) && shell.isInteractive)) continue;
    const { says } = signalTable[change.signal];
    if (change.signal === 'INT' && shell.isInteractive) shell.complaints += '\n';
    if (says === '') continue;
    const dumped = change.core ? ' (core dumped)' : '';
    shell.complaints += shell.isInteractive
      ? `${says}${dumped}\n`
      : `${prefix(shell)}${String(pid).padStart(5)} ${(says + dumped).padEnd(24)}${job.text}\n`;
  }
}
