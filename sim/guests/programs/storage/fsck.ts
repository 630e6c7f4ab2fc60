import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Superblock } from '../../files/disk/superblock.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import { baseName } from '../files/command.ts';
import type { Options } from '../files/options.ts';
import { has, parseOptions } from '../files/options.ts';
import { deviceNamed, mountsOf, sourceNamed, writeContent } from './devices.ts';
import { readFstab } from '../../system/fstab.ts';
import { e2fsVersion } from './mke2fs.ts';
import { become } from './mkfs.ts';

const operational = 8;
const usageStatus = 16;
const passes = `Pass 1: Checking inodes, blocks, and sizes
Pass 2: Checking directory structure
Pass 3: Checking directory connectivity
Pass 4: Checking reference counts
Pass 5: Checking group summary information
`;
const noSuperblock = `
The superblock could not be read or does not describe a valid ext2/ext3/ext4
filesystem.  If the device is valid and it really contains an ext2/ext3/ext4
filesystem (and not swap or ufs or something else), then the superblock
is corrupt, and you might try running e2fsck with an alternate superblock:
    e2fsck -b 8193 <device>
 or
    e2fsck -b 32768 <device>

`;

/** Checks ext2, ext3 and ext4: what our kernel writes is whole. */
export const e2fsck: Program = function* (system) {
  const name = baseName(system.arguments[0] ?? '');
  const parsed = parseOptions(
    system.arguments.slice(1),
    { short: 'ab:B:cC:dDE:fFj:kl:L:npPrstvVyz:', long: {} },
    'anywhere',
  );
  const path = parsed.ok ? sourceNamed(system, parsed.operands[0] ?? '') : null;
  if (!parsed.ok || parsed.operands.length === 0 || path === null) {
    yield* system.descriptors.write(
      2,
      `Usage: ${name} [-panyrcdfktvDFV] [-b superblock] [-B blocksize]\n\t\t[-l|-L bad_blocks_file] [-C fd] [-j external_journal]\n\t\t[-E extended-options] [-z undo_file] device\n`,
    );
    return usageStatus;
  }
  const isQuiet = has(parsed.options, 'p') || has(parsed.options, 'a');
  if (!isQuiet) yield* system.descriptors.write(2, `e2fsck ${e2fsVersion}\n`);
  return yield* check({ system, name, options: parsed.options }, path);
};

type Checking = { readonly system: System; readonly name: Bytes; readonly options: Options };

function* check({ system, name, options }: Checking, path: Bytes): Step<number> {
  const device = deviceNamed(system, path);
  const unread = refusalOf(system, path, device);
  if (unread !== null || device === null) {
    yield* system.descriptors.write(1, `${name}: ${unread ?? ''}`);
    return operational;
  }
  const { content } = device;
  if (content === null || !content.type.startsWith('ext'))
    return yield* noMagic({ system, name, options }, path);
  if (mountsOf(system, device).length > 0 && !has(options, 'n')) {
    yield* system.descriptors.write(2, `${path} is mounted.\ne2fsck: Cannot continue, aborting.\n\n\n`);
    return operational;
  }
  if (!mayGoOn(system, options)) {
    yield* system.descriptors.write(2, 'e2fsck: need terminal for interactive repairs\n');
    return operational;
  }
  yield* system.descriptors.write(1, report(system, path, { device, content, isFull: has(options, 'f') }));
  if (has(options, 'f') && !has(options, 'n'))
    yield* writeContent(system, path, { ...content, checkedAt: Math.floor(system.now() / 1000) });
  return 0;
}

function mayGoOn(system: System, options: Options): boolean {
  const mayAsk = system.descriptors.isTerminal(0) && system.descriptors.isTerminal(1);
  return mayAsk || ['p', 'a', 'y', 'n'].some((key) => has(options, key));
}

function refusalOf(system: System, path: Bytes, device: DeviceFacts | null): Bytes | null {
  const stat = system.files.stat(path);
  const open = `while trying to open ${path}\n`;
  if (!stat.ok) return `${messageOf(stat.errno)} ${open}Possibly non-existent device?\n`;
  if (!system.files.mayAccess(path, 'read')) return `Permission denied ${open}`;
  return device === null ? `No such device or address ${open}` : null;
}

function* noMagic({ system, name, options }: Checking, path: Bytes): Step<number> {
  const { descriptors } = system;
  yield* descriptors.write(2, `${name}: Bad magic number in super-block while trying to open ${path}\n`);
  yield* descriptors.write(1, noSuperblock.replace('\n', has(options, 'p') ? `${path}: \n` : '\n'));
  return operational;
}

type Found = { readonly device: DeviceFacts; readonly content: Superblock; readonly isFull: boolean };

function report(system: System, path: Bytes, { content, isFull }: Found): Bytes {
  const usage = system.storage.usage(path);
  const { usedInodes, usedBytes } = usage.ok ? usage.value : { usedInodes: 0, usedBytes: 0 };
  const blocks = content.overheadBlocks + Math.ceil(usedBytes / content.blockBytes);
  const title = content.label === '' ? path : content.label;
  const files = `${usedInodes}/${content.inodes} files`;
  return isFull
    ? `${passes}${title}: ${files} (0.0% non-contiguous), ${blocks}/${content.blocks} blocks\n`
    : `${title}: clean, ${files}, ${blocks}/${content.blocks} blocks\n`;
}

/** Looks at what stands on a device, and hands on to the checker for it. */
export const fsck: Program = function* (system) {
  const words = system.arguments.slice(1);
  const isAll = words.some((word) => /^-[A-Za-z]*A/.test(word));
  if (!words.includes('-T')) yield* system.descriptors.write(1, 'fsck from util-linux 2.38.1\n');
  const devices = words.filter((word) => !word.startsWith('-'));
  const passed = words.filter((word) => word.startsWith('-') && !/^-[AMRTNCs]/.test(word));
  const listed = readFstab(system)
    .filter(({ pass, type }) => pass !== '0' && type !== 'swap')
    .map(({ source }) => source);
  const [first] = isAll || devices.length === 0 ? listed.filter((one) => !isRoot(system, one)) : devices;
  if (first === undefined) return 0;
  const path = sourceNamed(system, first) ?? first;
  const type = deviceNamed(system, path)?.content?.type ?? 'ext2';
  if (type === 'swap') {
    yield* system.descriptors.write(2, `fsck: error: ${path}: swap is not checked\n`);
    return operational;
  }
  return yield* become(system, {
    name: `fsck.${type}`,
    words: [...passed, path],
    complaint: `fsck: error: failed to execute fsck.${type}`,
  });
};

const isRoot = (system: System, source: Bytes): boolean =>
  system.files.mounts()[0]?.source === sourceNamed(system, source);

/** XFS mends itself when it is mounted. */
export const fsckXfs: Program = function* (system) {
  const path = system.arguments.findLast((word) => word.startsWith('/'));
  if (path !== undefined && deviceNamed(system, path) !== null) return 0;
  yield* system.descriptors.write(2, `fsck.xfs: ${path ?? ''} does not exist\n`);
  return operational;
};
