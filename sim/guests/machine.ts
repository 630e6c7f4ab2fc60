import type { Answer } from './answer.ts';
import { done } from './answer.ts';
import type { Bytes } from './bytes.ts';
import type { FileDelta } from './files/node.ts';
import { spaceDelta, takeSpaceChanges } from './files/space.ts';
import { attachTerminal, freeName } from './kernel/pair.ts';
import { factsOf, ownMemory } from './kernel/calls-processes.ts';
import type { KernelOptions } from './kernel/kernel.ts';
import { createKernel } from './kernel/kernel.ts';
import { fold, unfold } from './kernel/fold/fold.ts';
import { wakeFolded } from './kernel/fold/wake.ts';
import { end, post } from './kernel/life.ts';
import type { Endpoint } from './network/connection.ts';
import type { WireInterface } from './network/wire.ts';
import { offer, openPorts } from './kernel/network.ts';
import type { Kernel, KernelLine, OpenPort, TerminalDevice } from './kernel/process.ts';
import { mountFacts } from './files/space.ts';
import type { ChildChange, MountFacts, Peer, ProcessFacts } from './kernel/program.ts';
import { nextWake, run } from './kernel/schedule.ts';
import type { SignalName } from './kernel/signals.table.ts';
import type { StartRequest } from './kernel/start.ts';
import { hasOtherDisks, syncDisks } from './kernel/storage/disks.ts';
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

export type Standing = { readonly hostname: Bytes; readonly interfaces: readonly WireInterface[] };

export type Machine = {
  readonly start: (request: Start) => Answer<number>;
  /** Resumes what can run, until nothing can or the time is up. */
  readonly run: (isTimeUp: () => boolean) => 'idle' | 'more';
  /** Puts it away in little memory, where all its processes rest; whoever wants something of it wakes it. */
  readonly fold: () => boolean;
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
  /** Its name and its cards as it has them now. */
  readonly standing: () => Standing;
  readonly mounts: () => readonly MountFacts[];
  /** A terminal with the next free name. */
  readonly openTerminal: (options: Omit<TerminalOptions, 'name'>) => Terminal;
  readonly terminals: () => readonly TerminalDevice[];
  readonly log: () => readonly KernelLine[];
  /** A connection from outside to one of its addresses and ports; null: nobody listens there. */
  readonly dial: (to: Peer, from: Peer) => Endpoint | null;
  /** Ports that somebody listens on. */
  readonly ports: () => readonly OpenPort[];
  /** The lab may have given it disks or taken some. */
  readonly findDisks: () => void;
  /** The power goes: nothing gets a last word. Lines hang up. */
  readonly halt: () => void;
};

export function createMachine(options: MachineOptions): Machine {
  const kernel = createKernel(options);
  const awake = (): Kernel => {
    unfold(kernel);
    return kernel;
  };
  return {
    start: (request) => start(awake(), request),
    run: (isTimeUp) => (isAsleep(kernel) ? 'idle' : run(awake(), isTimeUp)),
    fold: () => fold(kernel),
    isRunnable: () => kernel.queue.length > 0,
    nextWake: () => (kernel.folded === null ? nextWake(kernel) : kernel.folded.wakeAt),
    demand: () => demand(kernel),
    takeChanges: () => (kernel.folded === null ? takeSpaceChanges(kernel.space) : new Map()),
    delta: () => spaceDelta(awake().space),
    kill: (pid, signal) => kill(awake(), pid, signal),
    onExit: (listener) => {
      kernel.listeners.exits.add(listener);
      return () => kernel.listeners.exits.delete(listener);
    },
    processes: () => [...awake().processes.values()].map((process) => factsOf(kernel, process)),
    standing: () => ({
      hostname: kernel.view.hostname(),
      interfaces: kernel.network.wire.interfaces(),
    }),
    mounts: () => mountFacts(awake().space),
    openTerminal: (options) => {
      const terminal = createTerminal({ ...options, name: freeName(kernel) });
      attachTerminal(kernel, terminal);
      return terminal;
    },
    terminals: () => [...kernel.terminals.values()],
    log: () => kernel.log,
    dial: (to, from) => offer(awake(), to, from),
    ports: () => kernel.folded?.ports ?? openPorts(kernel),
    findDisks: () => {
      if (hasOtherDisks(kernel)) syncDisks(awake());
    },
    halt: () => halt(awake()),
  };
}

function start(kernel: Kernel, request: Start): Answer<number> {
  const { lines } = request;
  if (lines.kind === 'terminal') attachTerminal(kernel, lines.terminal);
  if (lines.kind === 'streams')
    for (const channel of [lines.input, lines.output, lines.error])
      channel.attach((queue) => wakeFolded(kernel, queue));
  const started = startProcess(kernel, { ...request, lines: streamsOf(lines) });
  return started.ok ? done(started.value.pid) : started;
}

function streamsOf(lines: Start['lines']): StartRequest['lines'] {
  if (lines.kind !== 'streams') return lines;
  const { input, output, error } = lines;
  return { kind: 'streams', input: input.stream, output: output.stream, error: error.stream };
}

/** It is put away, and no sleeper's time has come. */
const isAsleep = ({ folded, now }: Kernel): boolean =>
  folded !== null && (folded.wakeAt === null || folded.wakeAt > now());

function demand(kernel: Kernel): Demand {
  if (kernel.folded !== null) {
    const { processes, memoryBytes } = kernel.folded;
    return { cores: 0, memoryBytes: processes * ownMemory + memoryBytes };
  }
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
