import { done, failed } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { FileNode } from '../../files/file-node.ts';
import { liveDirectory, liveLink, liveNode, liveSetting, liveText } from '../../files/live/live-node.ts';
import { mountFacts } from '../../files/space.ts';
import { networkFiles } from './net-texts.ts';
import { partitionsText, swapsText } from './disk-texts.ts';
import type { Kernel } from '../process.ts';
import { processDirectory } from './process-directory.ts';
import { uuidText } from './uuid-text.ts';
import {
  cpuText,
  deviceTraffic,
  diskStatistics,
  loadText,
  memoryText,
  statText,
  uptimeText,
  versionText,
} from './texts.ts';

const commandLine = 'BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 ro quiet\n';
const known = ['sysfs', 'tmpfs', 'proc', 'devtmpfs', 'devpts', 'pipefs'];
const onDisks = ['ext3', 'ext2', 'ext4', 'xfs'];

/** /proc: all of it made when it is read. */
export function procRoot(kernel: () => Kernel): FileNode {
  const live = { list: () => entriesOf(kernel()), find: (name: Bytes) => entryOf(kernel(), name) };
  return liveNode('', { kind: 'directory', mode: 0o555, live });
}

const entriesOf = (kernel: Kernel): readonly FileNode[] => [
  ...[...fixedEntries.values()].map((make) => make(kernel)),
  ...[...kernel.processes.values()].map((process) => processDirectory(kernel, process)),
];

function entryOf(kernel: Kernel, name: Bytes): FileNode | null {
  const process = /^[1-9][0-9]*$/.test(name) ? kernel.processes.get(Number(name)) : undefined;
  if (process !== undefined) return processDirectory(kernel, process);
  return fixedEntries.get(name)?.(kernel) ?? null;
}

type Entry = readonly [name: Bytes, make: (kernel: Kernel) => FileNode];

const text = (name: Bytes, read: (kernel: Kernel) => Bytes): Entry => [
  name,
  (kernel) => liveText(name, () => read(kernel)),
];

const fixedEntries: ReadonlyMap<Bytes, (kernel: Kernel) => FileNode> = new Map<Bytes, Entry[1]>([
  text('cmdline', () => commandLine),
  text('cpuinfo', ({ view }) => cpuText(view)),
  text('diskstats', ({ view }) => diskStatistics(view)),
  text('filesystems', (kernel) => fileSystems(kernel)),
  text('loadavg', loadText),
  text('meminfo', memoryText),
  ['mounts', () => liveLink('mounts', () => 'self/mounts')],
  [
    'net',
    (kernel) =>
      liveDirectory('net', () => [
        liveText('dev', () => deviceTraffic(kernel.view)),
        ...networkFiles(kernel),
      ]),
  ],
  ['self', () => liveLink('self', ({ pid }) => String(pid))],
  text('stat', statText),
  text('partitions', (kernel) => partitionsText(kernel)),
  text('swaps', (kernel) => swapsText(kernel)),
  ['sys', (kernel) => settings(kernel)],
  text('uptime', uptimeText),
  text('version', ({ view }) => versionText(view)),
]);

function fileSystems(kernel: Kernel): Bytes {
  const disks = new Set([...mountFacts(kernel.space).map(({ type }) => type), ...onDisks]);
  for (const type of known) disks.delete(type);
  return [...known.map((type) => `nodev\t${type}\n`), ...[...disks].map((type) => `\t${type}\n`)].join('');
}

function settings(kernel: Kernel): FileNode {
  const { view } = kernel;
  const line = (name: Bytes, read: () => Bytes): FileNode => liveText(name, () => `${read()}\n`);
  const random = (): readonly FileNode[] => [
    line('boot_id', () => uuidText(kernel, view.bootedAt())),
    line('entropy_avail', () => '256'),
    line('poolsize', () => '256'),
    line('uuid', () => uuidText(kernel, null)),
  ];
  const names = (): readonly FileNode[] => [
    liveSetting(
      'hostname',
      () => `${view.hostname()}\n`,
      (bytes, { who }) => {
        if (who.uid !== 0) return failed('EACCES');
        const name = bytes.split('\n', 1)[0] ?? '';
        if (name.length > 64) return failed('EINVAL');
        view.changeHostname(name);
        return done(undefined);
      },
    ),
    line('osrelease', () => view.kernelRelease),
    line('ostype', () => 'Linux'),
    line('pid_max', () => '4194304'),
    liveDirectory('random', random),
    line('threads-max', () => String(kernel.limits.processes)),
    line('version', () => view.kernelVersion),
  ];
  const files = (): readonly FileNode[] => [
    line('file-max', () => '9223372036854775807'),
    line('nr_open', () => String(kernel.limits.descriptors)),
  ];
  return liveDirectory('sys', () => [liveDirectory('fs', files), liveDirectory('kernel', names)]);
}
