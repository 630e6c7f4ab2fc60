import type { Bytes } from '../../bytes.ts';
import type { BaseTree, FileNode } from '../../files/file-node.ts';
import { createNode } from '../../files/file-node.ts';
import { liveDirectory, liveLink } from '../../files/live/live-node.ts';
import { put } from '../../files/tree.ts';
import type { Desk } from '../process.ts';
import { machineAt } from '../running.ts';
import { devicesOf } from './disks.ts';
import type { DeviceFacts } from './facts.ts';

/** /dev/disk: devices by what stands on them, made when somebody looks, so that all machines share it. */
export function withDiskNames(base: BaseTree, desk: Desk): BaseTree {
  const by = (name: Bytes, of: (facts: DeviceFacts) => Bytes | undefined): FileNode =>
    liveDirectory(name, () =>
      devicesOf(machineAt(desk)).flatMap((facts) => {
        const called = of(facts);
        return called === undefined || called === ''
          ? []
          : [liveLink(called.replaceAll('/', '\\x2f'), () => `../../${facts.name}`)];
      }),
    );
  const list = (): readonly FileNode[] => [
    by('by-label', ({ content }) => content?.label),
    by(
      'by-path',
      ({ special: [, minor], kind }) =>
        `pci-0000:03:00.0-scsi-0:0:${minor >> 4}:0${kind === 'part' ? `-part${minor & 15}` : ''}`,
    ),
    by('by-uuid', ({ content }) => content?.uuid),
  ];
  const begin = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, at: 0, isBase: true } as const;
  const inode = base.nodes + 1;
  const node = createNode({ ...begin, inode, content: '', special: null, live: { list } });
  put(base.root, 'disk', node);
  return { ...base, nodes: base.nodes + 1 };
}
