import { done, failed } from '../answer.ts';
import type { Desk, Kernel, Process, SharedCalls } from './process.ts';
import { againCalls } from './calls-again.ts';
import { descriptorCalls } from './calls-descriptors.ts';
import { fileCalls } from './calls-files.ts';
import { occupiedMemory, processCalls } from './calls-processes.ts';
import type { MachineFacts } from './machine-facts.ts';
import { networkCalls } from './network.ts';
import { openPair, takeTerminal } from './pair.ts';
import { isTired, machineAt, running } from './running.ts';
import { hasGroup } from './spawn.ts';
import { storageCalls } from './storage/calls-storage.ts';
import type { TerminalCalls, TerminalModes } from './terminal-facts.ts';
import { mayUse } from './terminal-stream.ts';

/** One set for all machines of a distribution: a set for each is what a thousand of them would be made of. */
export function sharedCalls(desk: Desk): SharedCalls {
  return {
    parent: () => running(machineAt(desk)).parent,
    isTired: () => isTired(machineAt(desk)),
    files: fileCalls(desk),
    descriptors: descriptorCalls(desk),
    processes: processCalls(desk),
    again: againCalls(desk),
    terminal: terminalCalls(desk),
    machine: machineFacts(desk),
    network: networkCalls(desk),
    storage: storageCalls(desk),
  };
}

const noModes: TerminalModes = {
  isCooked: false,
  echo: false,
  signals: false,
  returnIsNewline: false,
  newlineIsBoth: false,
};

function terminalCalls(desk: Desk): TerminalCalls {
  const here = (): Kernel => machineAt(desk);
  const me = (): Process => running(here());
  return {
    name: () => me().terminal?.name ?? null,
    size: () => me().terminal?.size() ?? { columns: 80, rows: 24 },
    modes: () => me().terminal?.modes() ?? noModes,
    changeModes: (modes) => {
      const { terminal } = me();
      if (terminal === null) return failed('ENOTTY');
      const right = mayUse(here(), me(), { terminal, signal: 'TTOU' });
      if (right === 'wait') return failed('EINTR');
      if (right !== 'yes') return right;
      terminal.changeModes(modes);
      return done(undefined);
    },
    openPair: (size) => openPair(here(), me(), size),
    take: (descriptor) => takeTerminal(here(), me(), descriptor),
    foreground: () => me().terminal?.foreground ?? null,
    changeForeground: (group) => {
      const { terminal } = me();
      if (terminal === null || terminal.session !== me().session) return failed('ENOTTY');
      const right = mayUse(here(), me(), { terminal, signal: 'TTOU' });
      if (right === 'wait') return failed('EINTR');
      if (right !== 'yes') return right;
      if (!hasGroup(here(), me(), group)) return failed('EPERM');
      terminal.foreground = group;
      return done(undefined);
    },
  };
}

function clockCalls(here: () => Kernel): MachineFacts['clock'] {
  return {
    error: () => here().clock.error(),
    isServed: () => here().clock.isServed(),
    change: (error) => {
      const kernel = here();
      if (running(kernel).who.uid !== 0) return failed('EPERM');
      kernel.clock.change({ ...error, at: kernel.now() });
      return done(undefined);
    },
  };
}

function machineFacts(desk: Desk): MachineFacts {
  const here = (): Kernel => machineAt(desk);
  const view = (): Kernel['view'] => here().view;
  return {
    hostname: () => view().hostname(),
    changeHostname: (name) => {
      if (running(here()).who.uid !== 0) return failed('EPERM');
      if (name.length > 64) return failed('EINVAL');
      view().changeHostname(name);
      return done(undefined);
    },
    get kernelRelease() {
      return view().kernelRelease;
    },
    get architecture() {
      return view().architecture;
    },
    bootedAt: () => view().bootedAt() + here().wall() - here().now(),
    bootId: () => view().bootedAt(),
    clock: clockCalls(here),
    cores: () => view().cores(),
    memoryBytes: () => view().memoryBytes(),
    usedMemoryBytes: () => Math.min(view().memoryBytes(), view().usedMemoryBytes() + occupiedMemory(here())),
    load: () => view().load(),
    processorUse: () => view().processorUse(),
    hypervisor: () => view().hypervisor ?? null,
  };
}
