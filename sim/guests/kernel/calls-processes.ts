import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import { charge, forget, post, reap } from './life.ts';
import type { Desk, Kernel, Process } from './process.ts';
import type { ChildChange, ProcessCalls, ProcessFacts, Step } from './program.ts';
import { block } from './queue.ts';
import { machineAt, running } from './running.ts';
import { outOfMemory } from './schedule.ts';
import type { SignalName } from './signals.table.ts';
import { execute, fork, hasGroup, spawn } from './spawn.ts';

/** What a process has beside what it says it occupies: its tables. */
export const ownMemory = 4_194_304;

export function processCalls(desk: Desk): ProcessCalls {
  const here = (): Kernel => machineAt(desk);
  const me = (): Process => running(here());
  return {
    spawn: (request) => spawn(here(), request),
    fork: (request) => fork(here(), request),
    execute: (request) => execute(here(), request),
    wait: (of) => wait(here(), of),
    kill: (pid, signal) => kill(here(), pid, signal),
    onSignal: (signal, handler) => {
      if (signal === 'KILL' || signal === 'STOP') return failed('EINVAL');
      if (handler === 'default') me().handlers.delete(signal);
      else me().handlers.set(signal, handler);
      if (handler === 'ignore') forget(me(), [signal]);
      return done(undefined);
    },
    rest: (resting) => {
      me().resting = resting;
    },
    sleep: (milliseconds) => sleep(here(), milliseconds),
    pause: () => pause(here()),
    group: () => me().group,
    changeGroup: (pid, group) => changeGroup(here(), pid, group),
    newSession: () => newSession(here()),
    who: () => me().who,
    realWho: () => me().real,
    become: (who) => {
      const process = me();
      const isOwn = who.uid === process.real.uid && who.gid === process.real.gid;
      if (process.who.uid !== 0 && !isOwn) return failed('EPERM');
      process.who = process.real = who;
      return done(undefined);
    },
    list: () => {
      const ahead = here().wall() - here().now();
      return [...here().processes.values()].map((process) => {
        const facts = factsOf(here(), process);
        return ahead === 0 ? facts : { ...facts, startedAt: facts.startedAt + ahead };
      });
    },
    renice: (pid, nice) => renice(here(), pid, nice),
    occupy: (load) => {
      const process = me();
      charge(here(), process);
      process.occupied = { cores: Math.max(0, load.cores), memoryBytes: Math.max(0, load.memoryBytes) };
      if (occupiedMemory(here()) > here().view.memoryBytes() + swapBytes(here()))
        outOfMemory(here(), process);
    },
  };
}

/** What the lab gives it, and what was switched on in it. */
export const swapBytes = ({ storage, view }: Kernel): number =>
  storage.swaps.reduce((sum, { sizeBytes }) => sum + sizeBytes, view.swapBytes());

export function occupiedMemory(kernel: Kernel): number {
  let bytes = 0;
  for (const { occupied } of kernel.processes.values()) bytes += occupied.memoryBytes;
  return bytes;
}

type Wanted = Parameters<ProcessCalls['wait']>[0];

function* wait(kernel: Kernel, of: Wanted): Step<Answer<ChildChange | null>> {
  const process = running(kernel);
  for (;;) {
    const change = process.changes.find(
      ({ pid, how }) => fits(kernel, pid, of.pid) && (of.alsoStopped || how === 'exited' || how === 'killed'),
    );
    if (change !== undefined) {
      process.changes = process.changes.filter((other) => other !== change);
      if (change.how === 'exited' || change.how === 'killed') reap(kernel, change.pid);
      return done(change);
    }
    if (!process.children.some((pid) => fits(kernel, pid, of.pid))) return failed('ECHILD');
    if (!of.isHanging) return done(null);
    if (yield* block(process, [process.forChildren], null)) return failed('EINTR');
  }
}

/** null: any; negative: of that group. */
function fits(kernel: Kernel, pid: number, wanted: number | null): boolean {
  if (wanted === null || pid === wanted) return true;
  return wanted < 0 && kernel.processes.get(pid)?.group === -wanted;
}

function kill(kernel: Kernel, pid: number, signal: SignalName | 'none'): Answer<void> {
  const process = running(kernel);
  const targets = [...kernel.processes.values()].filter((other) => isTarget(process, other, pid));
  if (targets.length === 0) return failed('ESRCH');
  const allowed = targets.filter((other) => maySignal(process, other, signal));
  if (allowed.length === 0) return failed('EPERM');
  if (signal !== 'none') for (const other of allowed) post(kernel, other, signal);
  return done(undefined);
}

function isTarget(process: Process, other: Process, pid: number): boolean {
  if (pid > 0) return other.pid === pid;
  if (pid === -1) return other.pid !== 1 && other.pid !== process.pid;
  return other.group === (pid === 0 ? process.group : -pid);
}

function maySignal({ who, real, session }: Process, other: Process, signal: SignalName | 'none'): boolean {
  if (who.uid === 0 || [other.real.uid, other.who.uid].some((uid) => uid === who.uid || uid === real.uid))
    return true;
  return signal === 'CONT' && other.session === session;
}

function* sleep(kernel: Kernel, milliseconds: number): Step<Answer<void>> {
  const process = running(kernel);
  const until = kernel.now() + Math.max(0, milliseconds);
  if (yield* block(process, [], until)) return failed('EINTR');
  return yield* sleepOn(kernel, until);
}

export function* sleepOn(kernel: Kernel, until: number): Step<Answer<void>> {
  const process = running(kernel);
  while (kernel.now() < until) if (yield* block(process, [], until)) return failed('EINTR');
  return done(undefined);
}

export function* pause(kernel: Kernel): Step<void> {
  while (!(yield* block(running(kernel), [], null)));
}

function changeGroup(kernel: Kernel, pid: number, wanted: number): Answer<void> {
  const process = running(kernel);
  const target = pid === 0 ? process : kernel.processes.get(pid);
  if (target === undefined || (target !== process && target.parent !== process.pid)) return failed('ESRCH');
  const group = wanted === 0 ? target.pid : wanted;
  if (group < 0) return failed('EINVAL');
  if (target.session !== process.session || target.session === target.pid) return failed('EPERM');
  if (group !== target.pid && !hasGroup(kernel, process, group)) return failed('EPERM');
  target.group = group;
  return done(undefined);
}

function newSession(kernel: Kernel): Answer<void> {
  const process = running(kernel);
  for (const other of kernel.processes.values()) if (other.group === process.pid) return failed('EPERM');
  process.session = process.group = process.pid;
  process.terminal = null;
  return done(undefined);
}

function renice(kernel: Kernel, pid: number, nice: number): Answer<void> {
  const process = running(kernel);
  const target = pid === 0 ? process : kernel.processes.get(pid);
  if (target === undefined) return failed('ESRCH');
  if (process.who.uid !== 0 && process.who.uid !== target.who.uid) return failed('EPERM');
  const wanted = Math.min(19, Math.max(-20, Math.trunc(nice)));
  if (process.who.uid !== 0 && wanted < target.nice) return failed('EACCES');
  target.nice = wanted;
  return done(undefined);
}

export function factsOf(kernel: Kernel, process: Process): ProcessFacts {
  charge(kernel, process);
  const isRunning = process.state === 'ready' && !process.isStopped;
  return {
    pid: process.pid,
    parent: process.parent,
    group: process.group,
    session: process.session,
    terminal: process.terminal?.name ?? null,
    who: process.who,
    name: process.name,
    arguments: process.arguments,
    state: stateOf(process),
    startedAt: process.startedAt,
    processorTime: process.processorTime,
    demand: Math.max(isRunning ? 1 : 0, process.occupied.cores),
    memoryBytes: process.state === 'zombie' ? 0 : ownMemory + process.occupied.memoryBytes,
    nice: process.nice,
  };
}

function stateOf(process: Process): ProcessFacts['state'] {
  if (process.state === 'zombie') return 'zombie';
  if (process.isStopped) return 'stopped';
  return process.state === 'ready' ? 'running' : 'sleeping';
}
