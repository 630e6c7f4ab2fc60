import type { Bytes } from '../../bytes.ts';
import type { Asker, FileNode } from '../../files/file-node.ts';
import { liveDirectory, liveJump, liveNode, liveText } from '../../files/live/live-node.ts';
import { mountFacts } from '../../files/space.ts';
import { pathOf } from '../../files/tree.ts';
import { current, find, rootOf } from '../../files/walk.ts';
import { factsOf } from '../calls-processes.ts';
import { placeOfOpen } from '../pipe.ts';
import type { Description, Kernel, Process } from '../process.ts';
import { signalTable } from '../signals.table.ts';

const letters = { running: 'R', sleeping: 'S', stopped: 'T', zombie: 'Z' } as const;
const words = { R: 'running', S: 'sleeping', T: 'stopped', Z: 'zombie' } as const;
const pageBytes = 4096;
const rootCredentials = { uid: 0, gid: 0, groups: [] } as const;

/** /proc/<pid>: belongs to who runs it. */
export function processDirectory(kernel: Kernel, process: Process): FileNode {
  const name = String(process.pid);
  const text = (file: Bytes, read: () => Bytes): FileNode => owned(process, liveText(file, read));
  const secret = (file: Bytes, read: () => Bytes): FileNode => {
    const node = text(file, read);
    node.mode = 0o400;
    return node;
  };
  return owned(
    process,
    liveDirectory(name, () => [
      text('cmdline', () => process.arguments.map((word) => `${word}\0`).join('')),
      text('comm', () => `${process.name}\n`),
      owned(
        process,
        liveJump(
          'cwd',
          () => pathOf(current(process.directory)),
          () => process.directory,
        ),
      ),
      secret('environ', () => [...process.environment].map(([key, value]) => `${key}=${value}\0`).join('')),
      owned(
        process,
        liveJump(
          'exe',
          () => process.executable,
          () => placeOf(kernel, process.executable),
        ),
      ),
      descriptorDirectory(kernel, process),
      text('limits', () => limitsText(kernel)),
      text('maps', () => mapsText(process)),
      text('mounts', () => mountsText(kernel)),
      owned(
        process,
        liveJump(
          'root',
          () => '/',
          () => rootOf(kernel.space),
        ),
      ),
      text('stat', () => statLine(kernel, process)),
      text('statm', () => `${pagesOf(kernel, process)} ${pagesOf(kernel, process)} 0 0 0 0 0\n`),
      text('status', () => statusText(kernel, process)),
    ]),
  );
}

function owned(process: Process, node: FileNode): FileNode {
  node.uid = process.who.uid;
  node.gid = process.who.gid;
  return node;
}

function placeOf(kernel: Kernel, path: Bytes): ReturnType<typeof rootOf> | null {
  const asker: Asker = { who: rootCredentials, pid: 0 };
  const caller = { asker, from: rootOf(kernel.space), umask: 0 };
  const place = find(kernel.space, caller, { path, last: 'follow' });
  return place.ok ? place.value : null;
}

function descriptorDirectory(kernel: Kernel, process: Process): FileNode {
  const link = (description: Description, at: number): FileNode =>
    owned(
      process,
      liveJump(
        String(at),
        () => nameOf(description),
        () => placeOfOpen(kernel, description),
      ),
    );
  const directory = liveNode('fd', {
    kind: 'directory',
    mode: 0o500,
    live: {
      list: () =>
        process.descriptors.flatMap((description, at) =>
          description === undefined ? [] : [link(description, at)],
        ),
    },
  });
  return owned(process, directory);
}

function nameOf({ path, place, stream }: Description): Bytes {
  if (place === null || stream.kind === 'pipe' || stream.kind === 'channel') return path;
  const here = current(place);
  return here.node.links === 0 ? `${path} (deleted)` : pathOf(here);
}

const pagesOf = (kernel: Kernel, process: Process): number =>
  Math.ceil(factsOf(kernel, process).memoryBytes / pageBytes);

function statLine(kernel: Kernel, process: Process): Bytes {
  const facts = factsOf(kernel, process);
  const { terminal } = process;
  const ticks = Math.floor(facts.processorTime / 10);
  const started = Math.max(0, Math.floor((facts.startedAt - kernel.view.bootedAt()) / 10));
  return `${[
    process.pid,
    `(${process.name})`,
    letters[facts.state],
    process.parent,
    process.group,
    process.session,
    terminal === null ? 0 : 136 * 256 + terminal.number,
    terminal?.foreground ?? -1,
    '4194304 0 0 0 0',
    `${ticks} 0 0 0`,
    20 + process.nice,
    process.nice,
    '1 0',
    started,
    facts.memoryBytes,
    Math.ceil(facts.memoryBytes / pageBytes),
    '18446744073709551615 1 1 0 0 0',
    `${maskOf(process.pending)} 0 ${maskOf(ignoredBy(process))} ${maskOf(caughtBy(process))}`,
    '0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0',
  ].join(' ')}\n`;
}

const ignoredBy = ({ handlers }: Process): ReadonlySet<keyof typeof signalTable> =>
  new Set([...handlers].flatMap(([name, handler]) => (handler === 'ignore' ? [name] : [])));
const caughtBy = ({ handlers }: Process): ReadonlySet<keyof typeof signalTable> =>
  new Set([...handlers].flatMap(([name, handler]) => (typeof handler === 'function' ? [name] : [])));

function maskOf(signals: Iterable<keyof typeof signalTable>): number {
  let mask = 0;
  for (const name of signals) mask |= 1 << (signalTable[name].number - 1);
  return mask >>> 0;
}

const hexMask = (signals: Iterable<keyof typeof signalTable>): string =>
  maskOf(signals).toString(16).padStart(16, '0');

function statusText(kernel: Kernel, process: Process): Bytes {
  const facts = factsOf(kernel, process);
  const { who, real } = process;
  const letter = letters[facts.state];
  const kilobytes = `${String(Math.ceil(facts.memoryBytes / 1024)).padStart(8)} kB`;
  return [
    `Name:\t${process.name}`,
    `Umask:\t${process.umask.toString(8).padStart(4, '0')}`,
    `State:\t${letter} (${words[letter]})`,
    `Tgid:\t${process.pid}`,
    'Ngid:\t0',
    `Pid:\t${process.pid}`,
    `PPid:\t${process.parent}`,
    'TracerPid:\t0',
    `Uid:\t${real.uid}\t${who.uid}\t${who.uid}\t${who.uid}`,
    `Gid:\t${real.gid}\t${who.gid}\t${who.gid}\t${who.gid}`,
    'FDSize:\t64',
    `Groups:\t${who.groups.map((gid) => `${gid} `).join('')}`,
    ...(facts.state === 'zombie'
      ? []
      : [`VmPeak:\t${kilobytes}`, `VmSize:\t${kilobytes}`, `VmRSS:\t${kilobytes}`]),
    'Threads:\t1',
    `SigPnd:\t${hexMask(process.pending)}`,
    `SigBlk:\t${'0'.repeat(16)}`,
    `SigIgn:\t${hexMask(ignoredBy(process))}`,
    `SigCgt:\t${hexMask(caughtBy(process))}`,
    '',
  ].join('\n');
}

function limitsText({ limits }: Kernel): Bytes {
  const rows = [
    ['Limit', 'Soft Limit', 'Hard Limit', 'Units'],
    ['Max cpu time', 'unlimited', 'unlimited', 'seconds'],
    ['Max file size', 'unlimited', 'unlimited', 'bytes'],
    ['Max core file size', '0', 'unlimited', 'bytes'],
    ['Max processes', String(limits.processes), String(limits.processes), 'processes'],
    ['Max open files', String(limits.descriptors), String(limits.descriptors), 'files'],
  ];
  return rows
    .map(
      ([name = '', soft = '', hard = '', unit = '']) =>
        `${name.padEnd(26)}${soft.padEnd(21)}${hard.padEnd(21)}${unit.padEnd(10)}\n`,
    )
    .join('');
}

const mapsText = ({ executable }: Process): Bytes =>
  [
    `555555554000-555555560000 r-xp 00000000 08:01 2                          ${executable}`,
    '7ffffffde000-7ffffffff000 rw-p 00000000 00:00 0                          [stack]',
    '',
  ].join('\n');

const mountsText = (kernel: Kernel): Bytes =>
  mountFacts(kernel.space)
    .map(({ source, at, type, options }) => `${source} ${at} ${type} ${options} 0 0\n`)
    .join('');
