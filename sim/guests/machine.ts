import type { Answer } from './answer.ts';
import { done } from './answer.ts';
import type { FileDelta } from './files/node.ts';
import { spaceDelta, takeSpaceChanges } from './files/space.ts';
import { attachTerminal, freeName } from './kernel/pair.ts';
import { factsOf } from './kernel/calls-processes.ts';
import type { KernelOptions } from './kernel/kernel.ts';
import { createKernel } from './kernel/kernel.ts';
import { end, post } from './kernel/life.ts';
import type { Endpoint } from './network/connection.ts';
import { holderOf, offer } from './kernel/network.ts';
import type { Kernel, KernelLine, TerminalDevice } from './kernel/process.ts';
import type { ChildChange, Peer, ProcessFacts } from './kernel/program.ts';
import { wake } from './kernel/queue.ts';
import { nextWake, run } from './kernel/schedule.ts';
import type { SignalName } from './kernel/signals.table.ts';
import type { StartRequest } from './kernel/start.ts';
import { startProcess } from './kernel/start.ts';
import type { Drain, Feed } from './terminal/channel.ts';
import type { Terminal, TerminalOptions } from './terminal/terminal.ts';
import { createTerminal } from './terminal/terminal.ts';

export type { MachineView } from './kernel/machine-view.ts';
export type MachineOptions = KernelOptions;

export type Demand = { readonly cores: number; readonly memoryBytes: number };

export type Start = Omit<StartRequest, 'lines'> & {
  readonly lines:
    | { readonly kind: 'terminal'; readonly terminal: Terminal }
    | { readonly kind: 'streams'; readonly input: Feed; readonly output: Drain; readonly error: Drain }
    | { readonly kind: 'none' };
};

export type Machine = {
  readonly start: (request: Start) => Answer<number>;
  /** Resumes what can run, until nothing can or the time is up. */
  readonly run: (isTimeUp: () => boolean) => 'idle' | 'more';
  readonly isRunnable: () => boolean;
  /** Lab time at which a sleeper wants to be woken: call `run` then. */
  readonly nextWake: () => number | null;
  /** What its processes would use now if they could, uncapped by what there is but by the cores. */
  readonly demand: () => Demand;
  readonly takeChanges: () => FileDelta;
  readonly delta: () => FileDelta;
  /** As root would; negative: a group. False: there is none. */
  readonly kill: (pid: number, signal: SignalName) => boolean;
  readonly onExit: (listener: (pid: number, change: ChildChange) => void) => () => void;
  readonly processes: () => readonly ProcessFacts[];
  /** A terminal with the next free name. */
  readonly openTerminal: (options: Omit<TerminalOptions, 'name'>) => Terminal;
  readonly terminals: () => readonly TerminalDevice[];
  readonly log: () => readonly KernelLine[];
  /** A connection from outside to one of its addresses and ports; null: nobody listens there. */
  readonly dial: (to: Peer, from: Peer) => Endpoint | null;
  /** Ports that somebody listens on. */
  readonly ports: () => readonly {
    readonly port: number;
    readonly address: string;
    readonly owner: number;
  }[];
  /** The power goes: nothing gets a last word. Lines hang up. */
  readonly halt: () => void;
};

export function createMachine(options: MachineOptions): Machine {
  const kernel = createKernel(options);
  return {
    start: (request) => start(kernel, request),
    run: (isTimeUp) => run(kernel, isTimeUp),
    isRunnable: () => kernel.queue.length > 0,
    nextWake: () => nextWake(kernel),
    demand: () => demand(kernel),
    takeChanges: () => takeSpaceChanges(kernel.space),
    delta: () => spaceDelta(kernel.space),
    kill: (pid, signal) => kill(kernel, pid, signal),
    onExit: (listener) => {
      kernel.listeners.exits.add(listener);
      return () => kernel.listeners.exits.delete(listener);
    },
    processes: () => [...kernel.processes.values()].map((process) => factsOf(kernel, process)),
    openTerminal: (options) => {
      const terminal = createTerminal({ ...options, name: freeName(kernel) });
      attachTerminal(kernel, terminal);
      return terminal;
    },
    terminals: () => [...kernel.terminals.values()],
    log: () => kernel.log,
    dial: (to, from) => offer(kernel, to, from),
    ports: () =>
      [...kernel.network.listeners].map((listener) => {
        const { port, address } = listener;
        return { port, address, owner: holderOf(kernel, listener) };
      }),
    halt: () => halt(kernel),
  };
}

function start(kernel: Kernel, request: Start): Answer<number> {
  const { lines } = request;
  if (lines.kind === 'terminal') attachTerminal(kernel, lines.terminal);
  if (lines.kind === 'streams')
    for (const channel of [lines.input, lines.output, lines.error])
      channel.attach((queue) => wake(kernel, queue));
  const started = startProcess(kernel, { ...request, lines: streamsOf(lines) });
  return started.ok ? done(started.value.pid) : started;
}

function streamsOf(lines: Start['lines']): StartRequest['lines'] {
  if (lines.kind !== 'streams') return lines;
  const { input, output, error } = lines;
  return { kind: 'streams', input: input.stream, output: output.stream, error: error.stream };
}

function demand(kernel: Kernel): Demand {
  let cores = 0;
  let memoryBytes = 0;
  for (const process of kernel.processes.values()) {
    const facts = factsOf(kernel, process);
    cores += facts.demand;
    memoryBytes += facts.memoryBytes;
  }
  return { cores: Math.min(cores, kernel.view.cores()), memoryBytes };
}

function kill(kernel: Kernel, pid: number, signal: SignalName): boolean {
  const targets = [...kernel.processes.values()].filter((process) =>
    pid < 0 ? process.group === -pid : process.pid === pid,
  );
  for (const process of targets) post(kernel, process, signal);
  return targets.length > 0;
}

function halt(kernel: Kernel): void {
  for (const process of [...kernel.processes.values()].toReversed())
    end(kernel, process, { pid: process.pid, how: 'killed', signal: 'KILL', core: false });
  kernel.processes.clear();
  kernel.queue.length = 0;
}
