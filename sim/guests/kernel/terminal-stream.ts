import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import { isOrphaned, postToGroup } from './life.ts';
import type { Kernel, Process, Stream, TerminalDevice } from './process.ts';
import type { SignalName } from './signals.table.ts';

export function terminalStream(kernel: Kernel, terminal: TerminalDevice): Stream {
  return {
    kind: 'terminal',
    terminal,
    readers: terminal.readers,
    writers: terminal.writers,
    isReadable: () => terminal.isHungUp() || terminal.isReadable(),
    read: (by, most) => {
      if (terminal.isHungUp()) return done('');
      const right = mayUse(kernel, by, { terminal, signal: 'TTIN' });
      if (right !== 'yes') return right;
      const bytes = terminal.take(most);
      return bytes === null ? 'wait' : done(bytes);
    },
    write: (_by, bytes) => {
      if (terminal.isHungUp()) return failed('EIO');
      return terminal.put(bytes) ? done(bytes.length) : 'wait';
    },
    close: () => undefined,
  };
}

/** The terminal belongs to its foreground group; another group that wants it is stopped. */
export function mayUse(
  kernel: Kernel,
  by: Process,
  { terminal, signal }: { readonly terminal: TerminalDevice; readonly signal: 'TTIN' | 'TTOU' },
): 'yes' | 'wait' | Answer<never> {
  const isForeign = by.terminal !== terminal || terminal.foreground === null;
  if (isForeign || terminal.foreground === by.group) return 'yes';
  const isIgnored = by.handlers.get(signal) === 'ignore';
  if (isIgnored && signal === 'TTOU') return 'yes';
  if (isIgnored || isOrphaned(kernel, by.group)) return failed('EIO');
  postToGroup(kernel, by.group, signal satisfies SignalName);
  return 'wait';
}
