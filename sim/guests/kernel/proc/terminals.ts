import type { FileNode, Place } from '../../files/file-node.ts';
import { liveDirectory, liveNode } from '../../files/live/live-node.ts';
import type { Kernel, TerminalDevice } from '../process.ts';

const terminalGroup = 5;

/** /dev/pts: who sits at a terminal owns it. */
export function terminalsRoot(kernel: () => Kernel): FileNode {
  return liveDirectory('', () =>
    [...kernel().terminals.values()]
      .filter(({ name }) => name.startsWith('pts/'))
      .map((terminal) => terminalNode(kernel(), terminal)),
  );
}

function terminalNode(kernel: Kernel, terminal: TerminalDevice): FileNode {
  const node = liveNode(String(terminal.number), { kind: 'character', mode: 0o620, live: {} });
  node.inode = terminal.number + 3;
  node.gid = terminalGroup;
  node.uid = terminal.session === null ? 0 : (kernel.processes.get(terminal.session)?.real.uid ?? 0);
  node.special = [136, terminal.number];
  node.modifiedAt = node.changedAt = node.accessedAt = kernel.wall();
  return node;
}

export function terminalPlace(kernel: Kernel, terminal: TerminalDevice): Place {
  const source = kernel.space.sources.find(({ type }) => type === 'devpts') ?? kernel.pipeSource;
  const node = terminalNode(kernel, terminal);
  node.parent = source.root();
  return { source, node };
}
