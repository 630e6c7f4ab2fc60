import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Superblock } from '../../files/disk/superblock.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { baseName } from '../files/command.ts';
import type { Options } from '../files/options.ts';
import { has, parseOptions, valueOf } from '../files/options.ts';
import { dateText, deviceNamed, sourceNamed, writeContent } from './devices.ts';
import { e2fsVersion } from './mke2fs.ts';

type Opened = { readonly path: Bytes; readonly content: Superblock };

/** null: it was said why not. */
export function* openExt(system: System, name: Bytes, word: Bytes): Step<Opened | null> {
  const path = sourceNamed(system, word) ?? word;
  const stat = system.files.stat(path);
  const content = deviceNamed(system, path)?.content ?? null;
  const say = (why: Bytes) =>
    system.descriptors.write(2, `${name}: ${why} while trying to open ${path}\n${noSuper}`);
  if (!stat.ok) yield* say(messageOf(stat.errno));
  else if (!system.files.mayAccess(path, 'read')) yield* say('Permission denied');
  else if (content === null || !content.type.startsWith('ext')) {
    const found =
      content === null
        ? ''
        : `${path} contains a ${content.type} file system${content.label === '' ? '' : ` labelled '${content.label}'`}\n`;
    yield* system.descriptors.write(
      2,
      `${name}: Bad magic number in super-block while trying to open ${path}\n`,
    );
    yield* system.descriptors.write(1, found);
  } else return { path, content };
  return null;
}

const noSuper = "Couldn't find valid filesystem superblock.\n";

const usage = `Usage: tune2fs [-c max_mounts_count] [-e errors_behavior] [-f] [-g group]
\t[-i interval[d|m|w]] [-j] [-J journal_options] [-l]
\t[-m reserved_blocks_percent] [-o [^]mount_options[,...]]
\t[-r reserved_blocks_count] [-u user] [-C mount_count]
\t[-L volume_label] [-M last_mounted_dir]
\t[-O [^]feature[,...]] [-Q quota_options]
\t[-E extended-option[,...]] [-T last_check_time] [-U UUID]
\t[-I new_inode_size] [-z undo_file] device
`;

/** Of its options those that change what is kept here; others are refused by name. */
const simulated = 'lLmrf';

export const tune2fs: Program = function* (system) {
  const parsed = parseOptions(
    system.arguments.slice(1),
    { short: 'c:e:fg:i:jJ:lm:o:r:u:C:L:M:O:Q:E:T:U:I:z:', long: {} },
    'anywhere',
  );
  yield* system.descriptors.write(1, `tune2fs ${e2fsVersion}\n`);
  if (!parsed.ok || parsed.operands.length !== 1 || parsed.options.length === 0) {
    yield* system.descriptors.write(2, usage);
    return 1;
  }
  const { options } = parsed;
  const other = options.find(({ key }) => !simulated.includes(key));
  if (other !== undefined) {
    yield* system.descriptors.write(2, `tune2fs: -${other.key} is not simulated\n`);
    return 1;
  }
  const opened = yield* openExt(system, 'tune2fs', parsed.operands[0] ?? '');
  if (opened === null) return 1;
  if (has(options, 'l')) {
    yield* system.descriptors.write(1, headText(system, opened));
    return 0;
  }
  return yield* change(system, options, opened);
};

function* change(system: System, options: Options, { path, content }: Opened): Step<number> {
  const share = valueOf(options, 'm');
  const count = valueOf(options, 'r');
  const reservedBlocks =
    share === null
      ? Number(count ?? content.reservedBlocks)
      : Math.floor((content.blocks * Number(share)) / 100);
  if (share !== null)
    yield* system.descriptors.write(
      1,
      `Setting reserved blocks percentage to ${share}% (${reservedBlocks} blocks)\n`,
    );
  if (count !== null) yield* system.descriptors.write(1, `Setting reserved blocks count to ${count}\n`);
  const label = valueOf(options, 'L') ?? content.label;
  return yield* rewrite(system, 'tune2fs', { path, content: { ...content, label, reservedBlocks } });
}

function* rewrite(system: System, name: Bytes, { path, content }: Opened): Step<number> {
  if (content.label.length > 16) yield* system.descriptors.write(2, 'Warning: label too long, truncating.\n');
  const written = yield* writeContent(system, path, { ...content, label: content.label.slice(0, 16) });
  if (written.ok) {
    system.storage.adopt(path);
    return 0;
  }
  yield* system.descriptors.write(
    2,
    `${name}: ${messageOf(written.errno)} while trying to open ${path}\n${noSuper}`,
  );
  return 1;
}

export const e2label: Program = function* (system) {
  const [word, label] = system.arguments.slice(1);
  if (word === undefined) {
    yield* system.descriptors.write(2, 'Usage: e2label device [newlabel]\n');
    return 1;
  }
  const opened = yield* openExt(system, 'e2label', word);
  if (opened === null) return 1;
  if (label !== undefined)
    return yield* rewrite(system, 'e2label', { path: opened.path, content: { ...opened.content, label } });
  yield* system.descriptors.write(1, `${opened.content.label}\n`);
  return 0;
};

export const dumpe2fs: Program = function* (system) {
  const parsed = parseOptions(system.arguments.slice(1), { short: 'bfghimxVo:', long: {} }, 'anywhere');
  const name = baseName(system.arguments[0] ?? '');
  yield* system.descriptors.write(2, `dumpe2fs ${e2fsVersion}\n`);
  const word = parsed.ok ? parsed.operands[0] : undefined;
  if (!parsed.ok || word === undefined) {
    yield* system.descriptors.write(
      2,
      `Usage: ${name} [-bfghimxV] [-o superblock=<num>] [-o blocksize=<num>] device\n`,
    );
    return 1;
  }
  const opened = yield* openExt(system, 'dumpe2fs', word);
  if (opened === null) return 1;
  yield* system.descriptors.write(1, `${headText(system, opened)}\n`);
  return 0;
};

const features = {
  ext2: 'ext_attr resize_inode dir_index filetype sparse_super large_file',
  ext3: 'has_journal ext_attr resize_inode dir_index filetype sparse_super large_file',
  ext4: 'has_journal ext_attr resize_inode dir_index filetype extent 64bit flex_bg sparse_super large_file huge_file dir_nlink extra_isize metadata_csum',
} as const;

function headText(system: System, { path, content }: Opened): Bytes {
  const used = system.storage.usage(path);
  const { usedBytes, usedInodes } = used.ok ? used.value : { usedBytes: 0, usedInodes: 0 };
  const { blockBytes, blocks, inodes, overheadBlocks } = content;
  const groups = Math.ceil(blocks / (blockBytes * 8));
  const at = (seconds: number): Bytes => (seconds === 0 ? 'n/a' : dateText(seconds * 1000));
  const rows: readonly (readonly [string, string | number])[] = [
    ['Filesystem volume name:', content.label === '' ? '<none>' : content.label],
    ['Last mounted on:', '<not available>'],
    ['Filesystem UUID:', content.uuid],
    ['Filesystem magic number:', '0xEF53'],
    ['Filesystem revision #:', '1 (dynamic)'],
    ['Filesystem features:', content.type === 'xfs' || content.type === 'swap' ? '' : features[content.type]],
    ['Filesystem flags:', 'signed_directory_hash '],
    ['Default mount options:', 'user_xattr acl'],
    ['Filesystem state:', 'clean'],
    ['Errors behavior:', 'Continue'],
    ['Filesystem OS type:', 'Linux'],
    ['Inode count:', inodes],
    ['Block count:', blocks],
    ['Reserved block count:', content.reservedBlocks],
    ['Overhead clusters:', overheadBlocks],
    ['Free blocks:', blocks - overheadBlocks - Math.ceil(usedBytes / blockBytes)],
    ['Free inodes:', inodes - usedInodes],
    ['First block:', blockBytes === 1024 ? 1 : 0],
    ['Block size:', blockBytes],
    ['Fragment size:', blockBytes],
    ['Blocks per group:', blockBytes * 8],
    ['Fragments per group:', blockBytes * 8],
    ['Inodes per group:', Math.floor(inodes / groups)],
    ['Inode blocks per group:', Math.ceil((Math.floor(inodes / groups) * 256) / blockBytes)],
    ['Filesystem created:', at(content.madeAt)],
    ['Last mount time:', at(content.mountedAt)],
    ['Last write time:', at(Math.max(content.madeAt, content.mountedAt))],
    ['Mount count:', content.mounts],
    ['Maximum mount count:', -1],
    ['Last checked:', at(content.checkedAt)],
    ['Check interval:', '0 (<none>)'],
    ['Reserved blocks uid:', '0 (user root)'],
    ['Reserved blocks gid:', '0 (group root)'],
    ['First inode:', 11],
    ['Inode size:', 256],
    ['Journal inode:', 8],
  ];
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}\n`).join('');
}
