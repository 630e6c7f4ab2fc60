import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Superblock } from '../../files/disk/superblock.ts';
import type { Program, System } from '../../kernel/program.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain, flush } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { deviceNamed, humanSize, isHeld, mountsOf, newUuid, writeContent } from './devices.ts';

/** Hands on to the program for the type. */
export const mkfs: Program = function* (system) {
  const words = system.arguments.slice(1);
  const at = words.findIndex((word) => word === '-t' || word === '--type');
  const type = at < 0 ? 'ext2' : (words[at + 1] ?? '');
  const rest = words.filter(
    (word, place) => !(at >= 0 && (place === at || place === at + 1)) && word !== '-V' && word !== '-v',
  );
  return yield* become(system, {
    name: `mkfs.${type}`,
    words: rest,
    complaint: `mkfs: failed to execute mkfs.${type}`,
  });
};

type Becoming = { readonly name: Bytes; readonly words: readonly Bytes[]; readonly complaint: Bytes };

export function* become(system: System, { name, words, complaint }: Becoming): ReturnType<Program> {
  const descriptors = new Map([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  for (const directory of ['/sbin', '/usr/sbin', '/bin', '/usr/bin']) {
    const file = `${directory}/${name}`;
    if (!system.files.mayAccess(file, 'run')) continue;
    yield* system.processes.execute({
      file,
      arguments: [name, ...words],
      environment: system.environment,
      descriptors,
    });
  }
  yield* system.descriptors.write(2, `${complaint}: No such file or directory\n`);
  return 1;
}

const xfsBlock = 4096;
const leastXfs = 300 * 1_048_576;

export const mkfsXfs = commandOf({
  short: 'b:c:d:fi:KL:l:m:n:Np:qr:s:V',
  long: {},
  usage: '[-f] [-L label] devicename',
  version: 'version 6.3.0',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    const { system, options, operands } = call;
    const [path] = operands;
    if (path === undefined) {
      complain(call, 'no device name given in argument list');
      return;
    }
    const device = deviceNamed(system, path);
    const refusal = xfsRefusal(call, path, device);
    if (refusal !== null || device === null) {
      call.complaints += refusal ?? '';
      call.status = 1;
      return;
    }
    const block = xfsOf(system, device, valueOf(options, 'L') ?? '');
    if (!has(options, 'q')) call.output += xfsText(path, block);
    yield* flush(call);
    const written = has(options, 'N') ? null : yield* writeContent(system, path, block);
    if (written?.ok === false) complain(call, `${path}: ${messageOf(written.errno)}`);
  },
});

function xfsRefusal({ system, options }: Call, path: Bytes, device: DeviceFacts | null): Bytes | null {
  const stat = system.files.stat(path);
  if (!stat.ok) return `Error accessing specified device ${path}: ${messageOf(stat.errno)}\n`;
  if (device === null) return `mkfs.xfs: ${path}: Block device required\n`;
  if (!system.files.mayAccess(path, 'write')) return `mkfs.xfs: cannot open ${path}: Permission denied\n`;
  if (mountsOf(system, device).length > 0) return `mkfs.xfs: ${path} contains a mounted filesystem\n`;
  if (system.storage.devices().some(({ of }) => of === device.name))
    return `mkfs.xfs: ${path} appears to contain a partition table (dos).\nmkfs.xfs: Use the -f option to force overwrite.\n`;
  if (device.content !== null && !has(options, 'f'))
    return `mkfs.xfs: ${path} appears to contain an existing filesystem (${device.content.type}).\nmkfs.xfs: Use the -f option to force overwrite.\n`;
  return device.sizeBytes < leastXfs ? 'Filesystem must be larger than 300MB.\n' : null;
}

const mostLog = 521_728;

function xfsOf(system: System, device: DeviceFacts, label: Bytes): Superblock {
  const blocks = Math.floor(device.sizeBytes / xfsBlock);
  return {
    type: 'xfs',
    uuid: newUuid(system),
    label: label.slice(0, 12),
    blockBytes: xfsBlock,
    blocks,
    inodes: Math.floor((blocks * xfsBlock) / 512 / 4),
    reservedBlocks: 0,
    overheadBlocks: Math.min(mostLog, Math.max(16_384, Math.floor(blocks / 2048))),
    home: device.home,
    madeAt: Math.floor(system.now() / 1000),
    mountedAt: 0,
    checkedAt: 0,
    mounts: 0,
  };
}

export function xfsText(path: Bytes, { blocks, overheadBlocks }: Superblock): Bytes {
  const row = (left: string, right: string): string => `${left.padEnd(33)}${right}\n`;
  return [
    row(`meta-data=${path}`, `isize=512    agcount=4, agsize=${Math.ceil(blocks / 4)} blks`),
    row('         =', 'sectsz=512   attr=2, projid32bit=1'),
    row('         =', 'crc=1        finobt=1, sparse=1, rmapbt=0'),
    row('         =', 'reflink=1    bigtime=1 inobtcount=1 nrext64=0'),
    row('data     =', `bsize=4096   blocks=${blocks}, imaxpct=25`),
    row('         =', 'sunit=0      swidth=0 blks'),
    row('naming   =version 2', 'bsize=4096   ascii-ci=0, ftype=1'),
    row('log      =internal log', `bsize=4096   blocks=${overheadBlocks}, version=2`),
    row('         =', 'sectsz=512   sunit=0 blks, lazy-count=1'),
    row('realtime =none', 'extsz=4096   blocks=0, rtextents=0'),
  ].join('');
}

const pageBytes = 4096;

export const mkswap = commandOf({
  short: 'cfL:p:qU:v:',
  long: { check: 'c', force: 'f', label: 'L', uuid: 'U', quiet: 'q', pagesize: 'p' },
  usage: '[options] device [size]',
  version: 'from util-linux 2.38.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const { system, options, operands } = call;
    const [path] = operands;
    if (path === undefined) {
      call.complaints +=
        "mkswap: error: Nowhere to set up swap on?\nTry 'mkswap --help' for more information.\n";
      call.status = 1;
      return;
    }
    const device = deviceNamed(system, path);
    const refusal = swapRefusal(call, path, device);
    if (refusal !== null || device === null) {
      complain(call, refusal ?? '');
      return;
    }
    if (device.content !== null)
      call.complaints += `mkswap: ${path}: warning: wiping old ${device.content.type} signature.\n`;
    const block = swapOf(system, device, valueOf(options, 'L') ?? '');
    const written = yield* writeContent(system, path, block);
    if (!written.ok) complain(call, `${path}: ${messageOf(written.errno)}`);
    else if (!has(options, 'q')) call.output += swapText(block);
  },
});

function swapRefusal({ system }: Call, path: Bytes, device: DeviceFacts | null): Bytes | null {
  const stat = system.files.stat(path);
  if (!stat.ok) return `cannot open ${path}: ${messageOf(stat.errno)}`;
  if (!system.files.mayAccess(path, 'write')) return `cannot open ${path}: Permission denied`;
  if (device === null) return `error: ${path}: swap files are not simulated; take a disk`;
  return isHeld(system, device) ? `error: ${path} is mounted; will not make swapspace` : null;
}

const swapOf = (system: System, device: DeviceFacts, label: Bytes): Superblock => ({
  type: 'swap',
  uuid: newUuid(system),
  label: label.slice(0, 15),
  blockBytes: pageBytes,
  blocks: Math.floor(device.sizeBytes / pageBytes),
  inodes: 0,
  reservedBlocks: 0,
  overheadBlocks: 1,
  home: device.home,
  madeAt: 0,
  mountedAt: 0,
  checkedAt: 0,
  mounts: 0,
});

function swapText({ blocks, label, uuid }: Superblock): Bytes {
  const bytes = (blocks - 1) * pageBytes;
  const human = humanSize(bytes).replace(/([KMGT])$/, ' $1iB');
  const name = label === '' ? 'no label, ' : `LABEL=${label}, `;
  return `Setting up swapspace version 1, size = ${human} (${bytes} bytes)\n${name}UUID=${uuid}\n`;
}
