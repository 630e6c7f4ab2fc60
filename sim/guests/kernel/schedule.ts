import type { Kernel, Process } from './process.ts';
import type { Wait } from './program.ts';
import { charge, deliver, end, note } from './life.ts';
import { enqueue, leaveQueues, makeReady } from './queue.ts';
import { breathsTable } from './breaths.table.ts';

/** Resumes what can run, one after another, until nothing can or the time is up. */
export function run(kernel: Kernel, isTimeUp: () => boolean): 'idle' | 'more' {
  const now = kernel.now();
  for (const process of kernel.sleepers)
    if (process.until !== null && process.until <= now) makeReady(kernel, process);
  kernel.isTimeUp = isTimeUp;
  const left = runQueue(kernel);
  kernel.isTimeUp = never;
  return left;
}

const never = (): boolean => false;

function runQueue(kernel: Kernel): 'idle' | 'more' {
  while (kernel.queue.length > 0) {
    if (kernel.isTimeUp()) return 'more';
    const process = kernel.queue.shift();
    if (process === undefined) break;
    process.isQueued = false;
    if (process.state === 'ready' && !process.isStopped) resume(kernel, process);
  }
  return 'idle';
}

function resume(kernel: Kernel, process: Process): void {
  const { desk } = kernel;
  const before = desk.kernel;
  desk.kernel = kernel;
  kernel.current = process;
  kernel.breath = breathsTable[process.nice + 20] ?? 1;
  charge(kernel, process);
  try {
    if (!deliver(kernel, process)) return;
    const step = process.steps?.next();
    if (step !== undefined && isAlive(process)) after(kernel, process, step);
  } catch (error) {
    crash(kernel, process, error);
  } finally {
    kernel.current = null;
    desk.kernel = before;
  }
}

/** It may have been ended by its own doing meanwhile. */
const isAlive = (process: Process): boolean => process.state !== 'zombie';

function after(kernel: Kernel, process: Process, step: IteratorResult<Wait, number>): void {
  if (process.next !== null) {
    process.steps = process.next;
    process.next = null;
    enqueue(kernel, process);
    return;
  }
  if (step.done === true)
    return end(kernel, process, { pid: process.pid, how: 'exited', status: step.value & 255 });
  const wait = step.value;
  if (wait.kind === 'turn') return enqueue(kernel, process);
  const isDue = wait.until !== null && wait.until <= kernel.now();
  if (process.pending.length > 0 || isDue) {
    leaveQueues(kernel, process);
    process.wasInterrupted = process.pending.length > 0;
    return enqueue(kernel, process);
  }
  process.state = 'blocked';
  charge(kernel, process);
  process.until = wait.until;
  if (wait.until !== null) kernel.sleepers.add(process);
}

/** A string that would be too long is the guest's own fault; anything else is a defect of ours, and no other process's matter. */
function crash(kernel: Kernel, process: Process, error: unknown): void {
  if (error instanceof RangeError && /string length/i.test(error.message))
    return outOfMemory(kernel, process);
  kernel.listeners.fault({ pid: process.pid, name: process.name, error });
  note(
    kernel,
    `${process.name}[${process.pid}]: segfault at 0 ip 0000000000000000 sp 0000000000000000 error 4`,
  );
  end(kernel, process, { pid: process.pid, how: 'killed', signal: 'SEGV', core: false });
}

export function outOfMemory(kernel: Kernel, process: Process): void {
  const kilobytes = Math.ceil(Math.max(process.occupied.memoryBytes, kernel.ledger.bytes) / 1024);
  note(
    kernel,
    `Out of memory: Killed process ${process.pid} (${process.name}) total-vm:${kilobytes}kB, anon-rss:${kilobytes}kB, file-rss:0kB, shmem-rss:0kB, UID:${process.who.uid} pgtables:0kB oom_score_adj:0`,
  );
  end(kernel, process, { pid: process.pid, how: 'killed', signal: 'KILL', core: false });
}

export function nextWake(kernel: Kernel): number | null {
  let first: number | null = null;
  for (const { until } of kernel.sleepers)
    if (until !== null && (first === null || until < first)) first = until;
  return first;
}
