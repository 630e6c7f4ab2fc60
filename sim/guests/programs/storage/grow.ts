import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { geometryOf } from '../../files/disk/geometry.ts';
import type { Superblock } from '../../files/disk/superblock.ts';
import type { MountFacts, Program, Step, System } from '../../kernel/program.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import { has, parseOptions } from '../files/options.ts';
import { canonical, deviceNamed, mountsOf, writeContent } from './devices.ts';
import { e2fsVersion } from './mke2fs.ts';
import { xfsText } from './mkfs.ts';
import { openExt } from './tune2fs.ts';

const units: Readonly<Record<string, number>> = {
  s: 512,
  k: 1024,
  m: 1_048_576,
  g: 1_073_741_824,
  t: 1_099_511_627_776,
};

/** `5G`, or blocks. */
function blocksSaid(text: Bytes, blockBytes: number): number {
  const unit = units[text.slice(-1).toLowerCase()];
  return unit === undefined ? Number(text) : Math.floor((Number(text.slice(0, -1)) * unit) / blockBytes);
}

type Resizing = {
  readonly path: Bytes;
  readonly device: DeviceFacts;
  readonly content: Superblock;
  readonly blocks: number;
};

export const resize2fs: Program = function* (system) {
  const parsed = parseOptions(system.arguments.slice(1), { short: 'bd:fFMpPsS:z:', long: {} }, 'anywhere');
  const [word, size] = parsed.ok ? parsed.operands : [];
  const say = (text: Bytes) => system.descriptors.write(2, text);
  yield* say(`resize2fs ${e2fsVersion}\n`);
  if (!parsed.ok || word === undefined) {
    yield* say(
      'Usage: resize2fs [-d debug_flags] [-f] [-F] [-M] [-P] [-p] device [-b|-s|new_size] [-S RAID-stride] [-z undo_file]\n\n',
    );
    return 1;
  }
  const mount = system.files.mounts().findLast(({ at }) => at === canonical(system, word));
  const path = mount?.source ?? word;
  const opened = yield* openExt(system, 'resize2fs', path);
  const device = deviceNamed(system, path);
  if (opened === null || device === null) return 1;
  const { content } = opened;
  const most = Math.floor(device.sizeBytes / content.blockBytes);
  const blocks = size === undefined ? most : blocksSaid(size, content.blockBytes);
  const of = { path, device, content, blocks };
  const refusal = refusalOf(system, of, { most, isForced: has(parsed.options, 'f') });
  if (refusal !== null) {
    yield* say(refusal);
    return 1;
  }
  return yield* resize(system, of);
};

function refusalOf(
  system: System,
  { path, device, content, blocks }: Resizing,
  { most, isForced }: { readonly most: number; readonly isForced: boolean },
): Bytes | null {
  if (!Number.isInteger(blocks) || blocks <= 0) return `resize2fs: Invalid new size: ${blocks}\n\n`;
  const k = `${content.blockBytes / 1024}k`;
  if (blocks > most)
    return `The containing partition (or device) is only ${most} (${k}) blocks.\nYou requested a new size of ${blocks} blocks.\n\n`;
  if (!system.files.mayAccess(path, 'write')) return 'resize2fs: Permission denied to resize filesystem\n';
  const isMounted = mountsOf(system, device).length > 0;
  if (isMounted) return blocks < content.blocks ? 'resize2fs: On-line shrinking not supported\n' : null;
  if (content.mountedAt > content.checkedAt && !isForced) return `Please run 'e2fsck -f ${path}' first.\n\n`;
  const usage = system.storage.usage(path);
  const least =
    content.overheadBlocks + Math.ceil((usage.ok ? usage.value.usedBytes : 0) / content.blockBytes);
  return blocks < least ? `resize2fs: New size smaller than minimum (${least})\n\n` : null;
}

function* resize(system: System, { path, device, content, blocks }: Resizing): Step<number> {
  const k = `${content.blockBytes / 1024}k`;
  const say = (text: Bytes) => system.descriptors.write(1, text);
  if (blocks === content.blocks) {
    yield* system.descriptors.write(
      2,
      `The filesystem is already ${blocks} (${k}) blocks long.  Nothing to do!\n\n`,
    );
    return 0;
  }
  const mounted = mountsOf(system, device)[0];
  yield* say(
    mounted === undefined
      ? `Resizing the filesystem on ${path} to ${blocks} (${k}) blocks.\n`
      : `Filesystem at ${path} is mounted on ${mounted.at}; on-line resizing required\nold_desc_blocks = ${tablesOf(content, content.blocks)}, new_desc_blocks = ${tablesOf(content, blocks)}\n`,
  );
  const written = yield* writeContent(system, path, resized(content, blocks));
  if (!written.ok) {
    yield* system.descriptors.write(
      2,
      `resize2fs: ${messageOf(written.errno)} while trying to resize ${path}\n`,
    );
    return 1;
  }
  system.storage.adopt(path);
  yield* say(`The filesystem on ${path} is now ${blocks} (${k}) blocks long.\n\n`);
  return 0;
}

const tablesOf = ({ blockBytes }: Superblock, blocks: number): number =>
  Math.ceil((Math.ceil(blocks / (blockBytes * 8)) * 64) / blockBytes);

/** As many inodes a group, and the journal as it was. */
function resized(content: Superblock, blocks: number): Superblock {
  const { blockBytes } = content;
  const perGroup = blockBytes * 8;
  const perTable = content.inodes / Math.ceil(content.blocks / perGroup);
  const before = dividing(content, content.blocks);
  const after = dividing(content, blocks);
  return {
    ...content,
    blocks,
    inodes: perTable * Math.ceil(blocks / perGroup),
    reservedBlocks: Math.floor((content.reservedBlocks / content.blocks) * blocks),
    overheadBlocks:
      content.overheadBlocks +
      after.overheadBlocks -
      after.journalBlocks -
      (before.overheadBlocks - before.journalBlocks),
  };
}

const dividing = ({ blockBytes, type }: Superblock, blocks: number) =>
  geometryOf({ sizeBytes: blocks * blockBytes, blockBytes, hasJournal: type !== 'ext2', inodeRatio: null });

function xfsAt(
  system: System,
  word: Bytes,
): { readonly mount: MountFacts | undefined; readonly device: DeviceFacts | null } {
  const mounts = system.files.mounts();
  const place = canonical(system, word);
  const mount = mounts.findLast(({ at, source }) => at === place || source === place);
  return { mount, device: deviceNamed(system, mount?.source ?? word) };
}

export const xfsGrowfs: Program = function* (system) {
  const parsed = parseOptions(
    system.arguments.slice(1),
    { short: 'dD:e:ilL:m:nrR:tV', long: {} },
    'anywhere',
  );
  const word = parsed.ok ? parsed.operands[0] : undefined;
  if (!parsed.ok || word === undefined) {
    yield* system.descriptors.write(2, 'Usage: xfs_growfs [options] mountpoint\n');
    return 1;
  }
  const { mount, device } = xfsAt(system, word);
  if (mount?.type !== 'xfs' || device?.content?.type !== 'xfs') {
    yield* system.descriptors.write(2, `xfs_growfs: ${word} is not a mounted XFS filesystem\n`);
    return 1;
  }
  const { content } = device;
  yield* system.descriptors.write(1, xfsText(mount.source, content));
  const blocks = Math.floor(device.sizeBytes / content.blockBytes);
  if (has(parsed.options, 'n')) return 0;
  if (blocks > content.blocks) return yield* growXfs(system, mount.source, { content, blocks });
  yield* system.descriptors.write(1, 'data size unchanged, skipping\n');
  return 0;
};

type Growing = { readonly content: Superblock; readonly blocks: number };

function* growXfs(system: System, path: Bytes, { content, blocks }: Growing): Step<number> {
  const inodes = Math.floor((content.inodes / content.blocks) * blocks);
  const written = yield* writeContent(system, path, { ...content, blocks, inodes });
  if (!written.ok) {
    yield* system.descriptors.write(
      2,
      `xfs_growfs: XFS_IOC_FSGROWFSDATA xfsctl failed: ${messageOf(written.errno)}\n`,
    );
    return 1;
  }
  system.storage.adopt(path);
  yield* system.descriptors.write(1, `data blocks changed from ${content.blocks} to ${blocks}\n`);
  return 0;
}

export const xfsInfo: Program = function* (system) {
  const word = system.arguments[1] ?? '';
  const { mount, device } = xfsAt(system, word);
  if (device?.content?.type === 'xfs') {
    yield* system.descriptors.write(1, xfsText(mount?.source ?? word, device.content));
    return 0;
  }
  yield* system.descriptors.write(2, `${word}: Not a XFS mount point.\n`);
  return 1;
};
