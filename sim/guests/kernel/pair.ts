import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { createTerminal } from '../terminal/terminal.ts';
import { unfold } from './fold/fold.ts';
import { wakeFolded } from './fold/wake.ts';
import { postToGroup } from './life.ts';
import { createNameless, install } from './open.ts';
import { nameless } from './pipe.ts';
import type { Kernel, Process, Stream } from './process.ts';
import { createQueue, wake } from './queue.ts';
import type { TerminalPair } from './terminal-facts.ts';

/** What nobody has read of a terminal's screen: then writers wait. */
const capacity = 65_536;

export function freeName(kernel: Kernel): string {
  let number = 0;
  while (kernel.terminals.has(`pts/${number}`)) number += 1;
  return `pts/${number}`;
}

/** A terminal comes into being at its machine. */
export function attachTerminal(kernel: Kernel, terminal: Terminal): void {
  if (kernel.terminals.get(terminal.name) === terminal) return;
  if (kernel.terminals.has(terminal.name))
    throw new Error(
      `The machine has a terminal ${terminal.name} already: take another name, or openTerminal.`,
    );
  kernel.terminals.set(terminal.name, terminal);
  terminal.attach({
    signal: (group, signal) => {
      unfold(kernel);
      postToGroup(kernel, group, signal);
    },
    wake: (queue) => wakeFolded(kernel, queue),
    hungUp: () => {
      unfold(kernel);
      kernel.terminals.delete(terminal.name);
      if (terminal.session !== null) hangUp(kernel, terminal.session, terminal.foreground);
    },
  });
}

/** A session's terminal and its foreground group, for whoever hangs it up. */
function hangUp(kernel: Kernel, session: number, foreground: number | null): void {
  const leader = kernel.processes.get(session);
  const groups = new Set([leader?.group, foreground]);
  for (const group of groups) {
    if (group === undefined || group === null) continue;
    postToGroup(kernel, group, 'HUP');
    postToGroup(kernel, group, 'CONT');
  }
}

type Size = { readonly columns: number; readonly rows: number };

/** A terminal whose other end is a descriptor: what a server of logins sits at. */
export function openPair(kernel: Kernel, process: Process, size: Size): Answer<TerminalPair> {
  const readers = createQueue();
  let shown: Bytes = '';
  const terminal = createTerminal({
    ...size,
    name: freeName(kernel),
    send: (bytes) => {
      shown += bytes;
      wake(kernel, readers);
    },
    isFull: () => shown.length >= capacity,
  });
  const stream: Stream = {
    kind: 'channel',
    terminal: null,
    readers,
    writers: null,
    isReadable: () => shown !== '',
    read: (_by, most) => {
      if (shown === '') return 'wait';
      const bytes = shown.slice(0, most);
      shown = shown.slice(bytes.length);
      terminal.drained();
      return done(bytes);
    },
    write: (_by, bytes) => {
      terminal.input(bytes);
      return done(bytes.length);
    },
    close: () => terminal.hangup(),
  };
  attachTerminal(kernel, terminal);
  const access = { access: 'both', path: '/dev/ptmx', nameless: nameless(kernel) } as const;
  const held = install(kernel, process, createNameless(stream, access));
  if (!held.ok) return held;
  return done({ descriptor: held.value, name: terminal.name, resize: terminal.resize });
}

/** As the first of a session that has none yet. */
export function takeTerminal(kernel: Kernel, process: Process, descriptor: number): Answer<void> {
  const terminal = process.descriptors[descriptor]?.stream.terminal ?? null;
  if (terminal === null || terminal.isHungUp()) return failed('ENOTTY');
  if (process.session !== process.pid || process.terminal !== null || terminal.session !== null)
    return failed('EPERM');
  const own = kernel.terminals.get(terminal.name) ?? terminal;
  process.terminal = own;
  own.session = process.session;
  own.foreground = process.group;
  return done(undefined);
}
