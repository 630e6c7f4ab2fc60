import { done, failed } from '../answer.ts';
import type { Kernel, Process, SharedCalls } from './process.ts';
import { descriptorCalls } from './calls-descriptors.ts';
import { fileCalls } from './calls-files.ts';
import { occupiedMemory, processCalls } from './calls-processes.ts';
import { networkCalls } from './network.ts';
import { openPair, takeTerminal } from './pair.ts';
import type { MachineFacts, TerminalCalls, TerminalModes } from './program.ts';
import { isTired, running } from './running.ts';
import { hasGroup } from './spawn.ts';
import { mayUse } from './terminal-stream.ts';

export function sharedCalls(kernel: Kernel): SharedCalls {
  return {
    parent: () => running(kernel).parent,
    now: kernel.now,
    chance: kernel.chance,
    isTired: () => isTired(kernel),
    library: kernel.library,
    files: fileCalls(kernel),
    descriptors: descriptorCalls(kernel),
    processes: processCalls(kernel),
    terminal: terminalCalls(kernel),
    machine: machineFacts(kernel),
    network: networkCalls(kernel),
  };
}

const noModes: TerminalModes = {
  isCooked: false,
  echo: false,
  signals: false,
  returnIsNewline: false,
  newlineIsBoth: false,
};

function terminalCalls(kernel: Kernel): TerminalCalls {
  const me = (): Process => running(kernel);
  return {
    name: () => me().terminal?.name ?? null,
    size: () => me().terminal?.size() ?? { columns: 80, rows: 24 },
    modes: () => me().terminal?.modes() ?? noModes,
    changeModes: (modes) => {
      const { terminal } = me();
      if (terminal === null) return failed('ENOTTY');
      const right = mayUse(kernel, me(), { terminal, signal: 'TTOU' });
      if (right === 'wait') return failed('EINTR');
      if (right !== 'yes') return right;
      terminal.changeModes(modes);
      return done(undefined);
    },
    openPair: (size) => openPair(kernel, me(), size),
    take: (descriptor) => takeTerminal(kernel, me(), descriptor),
    foreground: () => me().terminal?.foreground ?? null,
    changeForeground: (group) => {
      const { terminal } = me();
      if (terminal === null || terminal.session !== me().session) return failed('ENOTTY');
      const right = mayUse(kernel, me(), { terminal, signal: 'TTOU' });
      if (right === 'wait') return failed('EINTR');
      if (right !== 'yes') return right;
      if (!hasGroup(kernel, me(), group)) return failed('EPERM');
      terminal.foreground = group;
      return done(undefined);
    },
  };
}

function machineFacts(kernel: Kernel): MachineFacts {
  const { view } = kernel;
  return {
    hostname: view.hostname,
    changeHostname: (name) => {
      if (running(kernel).who.uid !== 0) return failed('EPERM');
      if (name.length > 64) return failed('EINVAL');
      view.changeHostname(name);
      return done(undefined);
    },
    kernelRelease: view.kernelRelease,
    architecture: view.architecture,
    bootedAt: view.bootedAt,
    cores: view.cores,
    memoryBytes: view.memoryBytes,
    usedMemoryBytes: () => Math.min(view.memoryBytes(), view.usedMemoryBytes() + occupiedMemory(kernel)),
    load: view.load,
    processorUse: view.processorUse,
  };
}
