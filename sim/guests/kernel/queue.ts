import { asleep } from './program-tools.ts';
import type { Step } from './program.ts';
import type { Kernel, Process, WaitQueue } from './process.ts';

const nobody: readonly Process[] = [];

export const createQueue = (): WaitQueue => ({ waiting: nobody });

const nowhere: readonly WaitQueue[] = [];

/** Puts a process where it gets its turn; a stopped one waits until it is continued. */
export function enqueue(kernel: Kernel, process: Process): void {
  if (process.isQueued || process.isStopped || process.state !== 'ready') return;
  process.isQueued = true;
  process.chargedAt = kernel.now();
  kernel.queue.push(process);
  if (kernel.queue.length === 1 && kernel.current === null) kernel.listeners.ready();
}

export function makeReady(kernel: Kernel, process: Process): void {
  if (process.state !== 'blocked') return;
  process.state = 'ready';
  leaveQueues(kernel, process);
  enqueue(kernel, process);
}

export function leaveQueues(kernel: Kernel, process: Process): void {
  if (process.until !== null) kernel.sleepers.delete(process);
  process.until = null;
  for (const queue of process.waits) leave(queue, process);
  process.waits = nowhere;
}

// A thousand machines wait most of the time: an array of the right size is the least that holds one process.
function join(queue: WaitQueue, process: Process): void {
  if (queue.waiting.includes(process)) return;
  queue.waiting = queue.waiting.length === 0 ? [process] : queue.waiting.concat(process);
}

function leave(queue: WaitQueue, process: Process): void {
  const isOnly = queue.waiting.length === 1 && queue.waiting[0] === process;
  queue.waiting = isOnly ? nobody : queue.waiting.filter((other) => other !== process);
}

export function wake(kernel: Kernel, queue: WaitQueue | null): void {
  if (queue === null) return;
  for (const process of queue.waiting) makeReady(kernel, process);
}

/** Waits for any of the queues or the time; true: a handled signal came first. */
export function* block(
  process: Process,
  queues: readonly (WaitQueue | null)[],
  until: number | null,
): Step<boolean> {
  // What `filter` makes has room for more than it will ever hold.
  const waits = queues.filter((queue) => queue !== null).slice();
  for (const queue of waits) join(queue, process);
  process.waits = waits;
  process.wasInterrupted = false;
  yield until === null ? asleep : { kind: 'blocked', until };
  const was = process.wasInterrupted;
  process.wasInterrupted = false;
  return was;
}
