import type { ChildChange } from './program.ts';
import type { Description, Kernel, Process } from './process.ts';
import { enqueue, leaveQueues, makeReady, wake } from './queue.ts';
import type { SignalName } from './signals.table.ts';
import { signalTable } from './signals.table.ts';

const stopSignals: readonly SignalName[] = ['STOP', 'TSTP', 'TTIN', 'TTOU'];
const initPid = 1;

const none: readonly never[] = [];

function keep(process: Process, signal: SignalName): void {
  if (!process.pending.includes(signal)) process.pending = process.pending.concat(signal);
}

/** Signals that came and are not to be heard. */
export function forget(process: Process, signals: readonly SignalName[]): void {
  if (process.pending.length > 0)
    process.pending = process.pending.filter((signal) => !signals.includes(signal));
}

/** A signal to one process: done at once where it can be, else kept until its next turn. */
export function post(kernel: Kernel, process: Process, signal: SignalName): void {
  if (process.state === 'zombie') return;
  if (signal === 'KILL') {
    if (process.pid !== initPid) end(kernel, process, killedBy(process, signal));
    return;
  }
  if (signal === 'CONT') goOn(kernel, process);
  else if (stopSignals.includes(signal)) forget(process, ['CONT']);
  const handler = signal === 'STOP' ? 'default' : (process.handlers.get(signal) ?? 'default');
  if (handler === 'ignore') return;
  if (handler === 'default') return byDefault(kernel, process, signal);
  keep(process, signal);
  if (process.state !== 'blocked') return;
  makeReady(kernel, process);
  process.wasInterrupted = true;
}

function byDefault(kernel: Kernel, process: Process, signal: SignalName): void {
  if (process.pid === initPid) return;
  const { action } = signalTable[signal];
  switch (action) {
    case 'ignore':
    case 'continue':
      return;
    case 'stop':
      if (signal === 'STOP' || !isOrphaned(kernel, process.group)) stop(kernel, process, signal);
      return;
    case 'end':
    case 'core':
      // What runs just now cannot be taken away under its own feet.
      if (process === kernel.current || process.isStopped) keep(process, signal);
      else end(kernel, process, killedBy(process, signal));
      return;
    default:
      action satisfies never;
  }
}

const killedBy = (process: Process, signal: SignalName): ChildChange => ({
  pid: process.pid,
  how: 'killed',
  signal,
  core: false,
});

function stop(kernel: Kernel, process: Process, signal: SignalName): void {
  if (process.isStopped) return;
  process.isStopped = true;
  charge(kernel, process);
  tellParent(kernel, process, { pid: process.pid, how: 'stopped', signal });
}

function goOn(kernel: Kernel, process: Process): void {
  forget(process, stopSignals);
  if (!process.isStopped) return;
  process.isStopped = false;
  tellParent(kernel, process, { pid: process.pid, how: 'continued' });
  // Signals that came meanwhile are its to hear now.
  if (process.pending.length > 0) makeReady(kernel, process);
  enqueue(kernel, process);
}

/** Before a process goes on: handlers are called; false: it does not go on. */
export function deliver(kernel: Kernel, process: Process): boolean {
  for (;;) {
    const [signal] = process.pending;
    if (signal === undefined) return true;
    forget(process, [signal]);
    const handler = process.handlers.get(signal) ?? 'default';
    if (handler === 'ignore') continue;
    if (handler !== 'default') {
      handler(signal);
      continue;
    }
    end(kernel, process, killedBy(process, signal));
    return false;
  }
}

export function postToGroup(kernel: Kernel, group: number, signal: SignalName): void {
  for (const process of kernel.processes.values()) if (process.group === group) post(kernel, process, signal);
}

/** Nobody outside the group but in its session could continue it, so it may not be stopped by the terminal. */
export function isOrphaned(kernel: Kernel, group: number): boolean {
  for (const process of kernel.processes.values()) {
    if (process.group !== group || process.state === 'zombie') continue;
    const parent = kernel.processes.get(process.parent);
    if (parent !== undefined && parent.group !== group && parent.session === process.session) return false;
  }
  return true;
}

export function end(kernel: Kernel, process: Process, change: ChildChange): void {
  if (process.state === 'zombie') return;
  charge(kernel, process);
  leaveQueues(kernel, process);
  process.state = 'zombie';
  process.isStopped = false;
  process.steps = process.next = process.resting = null;
  process.pending = none;
  process.handlers.clear();
  process.occupied = { cores: 0, memoryBytes: 0 };
  for (const description of process.descriptors) if (description !== undefined) letGo(description);
  process.descriptors = [];
  const groups = groupsOfChildren(kernel, process);
  adoptChildren(kernel, process);
  if (process.session === process.pid) endSession(kernel, process);
  for (const group of groups) stirOrphans(kernel, group);
  tellParent(kernel, process, change);
  for (const listener of kernel.listeners.exits) listener(process.pid, change);
}

export function letGo(description: Description): void {
  description.holders -= 1;
  if (description.holders === 0) description.stream.close(description);
}

function groupsOfChildren(kernel: Kernel, process: Process): ReadonlySet<number> {
  const groups = new Set<number>([process.group]);
  for (const pid of process.children) groups.add(kernel.processes.get(pid)?.group ?? process.group);
  return groups;
}

function adoptChildren(kernel: Kernel, process: Process): void {
  const init = kernel.processes.get(initPid);
  const heir = init === undefined || init === process || init.state === 'zombie' ? null : init;
  for (const pid of process.children) {
    const child = kernel.processes.get(pid);
    if (child === undefined) continue;
    child.parent = heir === null ? 0 : initPid;
    if (heir !== null) heir.children = heir.children.concat(pid);
    if (child.state !== 'zombie') continue;
    const last = process.changes.find((change) => change.pid === pid);
    if (heir === null || last === undefined) reap(kernel, pid);
    else tellParent(kernel, child, last);
  }
  process.children = none;
  process.changes = [];
}

/** Its terminal hangs up for everyone who is left. */
function endSession(kernel: Kernel, leader: Process): void {
  const { terminal } = leader;
  for (const process of kernel.processes.values())
    if (process.session === leader.session) process.terminal = null;
  if (terminal === null || terminal.session !== leader.session) return;
  const { foreground } = terminal;
  terminal.session = terminal.foreground = null;
  if (foreground === null) return;
  postToGroup(kernel, foreground, 'HUP');
  postToGroup(kernel, foreground, 'CONT');
}

function stirOrphans(kernel: Kernel, group: number): void {
  const members = [...kernel.processes.values()].filter((process) => process.group === group);
  if (!members.some(({ isStopped }) => isStopped) || !isOrphaned(kernel, group)) return;
  postToGroup(kernel, group, 'HUP');
  postToGroup(kernel, group, 'CONT');
}

function tellParent(kernel: Kernel, process: Process, change: ChildChange): void {
  const parent = kernel.processes.get(process.parent);
  const isOver = change.how === 'exited' || change.how === 'killed';
  const isDeaf =
    parent === undefined || parent.state === 'zombie' || parent.handlers.get('CHLD') === 'ignore';
  if (isDeaf) {
    if (isOver) reap(kernel, process.pid);
    if (parent !== undefined) wake(kernel, parent.forChildren);
    return;
  }
  parent.changes = [...parent.changes.filter(({ pid }) => pid !== process.pid), change];
  wake(kernel, parent.forChildren);
  post(kernel, parent, 'CHLD');
}

export function reap(kernel: Kernel, pid: number): void {
  const process = kernel.processes.get(pid);
  if (process === undefined) return;
  const parent = kernel.processes.get(process.parent);
  if (parent !== undefined) parent.children = parent.children.filter((child) => child !== pid);
  kernel.processes.delete(pid);
}

/** Processor time is lab time spent with something to do. */
export function charge(kernel: Kernel, process: Process): void {
  const now = kernel.now();
  const passed = now - process.chargedAt;
  process.chargedAt = now;
  if (passed <= 0) return;
  const busy = process.state === 'ready' && !process.isStopped ? 1 : 0;
  process.processorTime += passed * Math.max(busy, process.occupied.cores);
}

export function note(kernel: Kernel, text: string): void {
  const line = { at: kernel.now(), text };
  kernel.log.push(line);
  if (kernel.log.length > mostLines) kernel.log.shift();
  kernel.listeners.logged(line);
}

const mostLines = 1000;
