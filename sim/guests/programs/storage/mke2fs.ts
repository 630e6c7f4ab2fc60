import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Geometry } from '../../files/disk/geometry.ts';
import { geometryOf, usualBlockBytes } from '../../files/disk/geometry.ts';
import type { ExtType, Superblock } from '../../files/disk/superblock.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import { baseName } from '../files/command.ts';
import type { Options } from '../files/options.ts';
import { has, parseOptions, valueOf } from '../files/options.ts';
import { dateText, deviceNamed, isHeld, mountsOf, newUuid, writeContent } from './devices.ts';

export const e2fsVersion = '1.47.0 (5-Feb-2023)';

const usage = (name: Bytes): Bytes => `Usage: ${name} [-c|-l filename] [-b block-size] [-C cluster-size]
\t[-i bytes-per-inode] [-I inode-size] [-J journal-options]
\t[-G flex-group-size] [-N number-of-inodes] [-d root-directory]
\t[-m reserved-blocks-percentage] [-o creator-os]
\t[-g blocks-per-group] [-L volume-label] [-M last-mounted-directory]
\t[-O feature[,...]] [-r fs-revision] [-E extended-option[,...]]
\t[-t fs-type] [-T usage-type ] [-U UUID] [-e errors_behavior][-z undo_file]
\t[-jnqvDFSV] device [blocks-count]
`;

type Making = { readonly system: System; readonly name: Bytes; readonly options: Options };

/** Makes an ext2, ext3 or ext4 file system, by what it is called as. */
export const mke2fs: Program = function* (system) {
  const name = baseName(system.arguments[0] ?? '');
  const parsed = parseOptions(
    system.arguments.slice(1),
    { short: 'b:cC:d:e:E:FG:g:hI:i:jJ:l:L:m:M:nN:o:O:qr:ST:t:U:vVDz:', long: {} },
    'anywhere',
  );
  const say = (text: Bytes) => system.descriptors.write(2, text);
  if (!parsed.ok) {
    yield* say(`${name}: ${parsed.message}\n${usage(name)}`);
    return 1;
  }
  const { options, operands } = parsed;
  if (has(options, 'V')) {
    yield* say(`mke2fs ${e2fsVersion}\n\tUsing EXT2FS Library version 1.47.0\n`);
    return 0;
  }
  const [path] = operands;
  if (path === undefined) {
    yield* say(usage(name));
    return 1;
  }
  if (!has(options, 'q')) yield* say(`mke2fs ${e2fsVersion}\n`);
  const device = yield* usable({ system, name, options }, path);
  return device === null
    ? 1
    : yield* make({ system, name, options }, { path, device, blocks: operands[1] ?? null });
};

/** null: it was said why not. */
function* usable({ system, name, options }: Making, path: Bytes): Step<DeviceFacts | null> {
  const refusal = refusalOf({ system, name, options }, path);
  if (refusal !== null) {
    yield* system.descriptors.write(2, refusal);
    return null;
  }
  const device = deviceNamed(system, path);
  if (device === null || device.content === null || has(options, 'F')) return device;
  const isAsked = system.descriptors.isTerminal(0) && system.descriptors.isTerminal(1);
  return !isAsked || (yield* isAgreed(system, path, device.content)) ? device : null;
}

function refusalOf({ system, name }: Making, path: Bytes): Bytes | null {
  const stat = system.files.stat(path);
  if (!stat.ok)
    return stat.errno === 'ENOENT'
      ? `The file ${path} does not exist and no size was specified.\n`
      : `${name}: ${messageOf(stat.errno)} while trying to determine filesystem size\n`;
  if (!system.files.mayAccess(path, 'write'))
    return `${name}: Permission denied while trying to determine filesystem size\n`;
  if (stat.value.kind !== 'block') return `${path} is not a block special device.\n`;
  const device = deviceNamed(system, path);
  if (device === null)
    return `${name}: No such device or address while trying to determine filesystem size\n`;
  if (mountsOf(system, device).length > 0) return `${path} is mounted; will not make a filesystem here!\n`;
  return isHeld(system, device)
    ? `${path} is apparently in use by the system; will not make a filesystem here!\n`
    : null;
}

function* isAgreed(system: System, path: Bytes, content: Superblock): Step<boolean> {
  const label = content.label === '' ? '' : ` labelled '${content.label}'`;
  const made = content.madeAt === 0 ? '' : `\tcreated on ${dateText(content.madeAt * 1000)}\n`;
  const mounted =
    content.mountedAt === 0 ? made : `\tlast mounted on ${dateText(content.mountedAt * 1000)}\n`;
  const kind = content.type === 'swap' ? 'swap file system' : `${content.type} file system`;
  yield* system.descriptors.write(1, `${path} contains a ${kind}${label}\n${mounted}Proceed anyway? (y,N) `);
  let line = '';
  for (;;) {
    const read = yield* system.descriptors.read(0, 1);
    if (!read.ok || read.value === '' || read.value === '\n') return /^[yY]/.test(line);
    line += read.value;
  }
}

function typeOf({ name, options }: Making): ExtType {
  const asked = valueOf(options, 't') ?? /^mkfs\.(ext[234])$/.exec(name)?.[1] ?? 'ext2';
  if (asked === 'ext4' || asked === 'ext3') return asked;
  return has(options, 'j') ? 'ext3' : 'ext2';
}

type Target = { readonly path: Bytes; readonly device: DeviceFacts; readonly blocks: Bytes | null };

function* make(making: Making, { path, device, blocks }: Target): Step<number> {
  const { system, name, options } = making;
  const blockBytes = Number(valueOf(options, 'b') ?? usualBlockBytes(device.sizeBytes));
  if (![1024, 2048, 4096].includes(blockBytes)) {
    yield* system.descriptors.write(2, `${name}: invalid block size - ${valueOf(options, 'b') ?? ''}\n`);
    return 1;
  }
  const sizeBytes =
    blocks === null ? device.sizeBytes : Math.min(device.sizeBytes, Number(blocks) * blockBytes);
  const ratio = valueOf(options, 'i');
  const inodeRatio = ratio === null ? null : Number(ratio);
  const geometry = geometryOf({ sizeBytes, blockBytes, hasJournal: typeOf(making) !== 'ext2', inodeRatio });
  const block = blockOf(making, device, geometry);
  const isQuiet = has(options, 'q');
  if (!isQuiet) yield* sayHead(making, block, geometry);
  if (has(options, 'n')) return 0;
  const written = yield* writeContent(system, path, block);
  if (!written.ok) {
    yield* system.descriptors.write(
      2,
      `${name}: ${messageOf(written.errno)} while writing out and closing file system\n`,
    );
    return 1;
  }
  if (!isQuiet) yield* system.descriptors.write(1, progressText(geometry));
  return 0;
}

function* sayHead({ system, options }: Making, block: Superblock, geometry: Geometry): Step<void> {
  if ((valueOf(options, 'L') ?? '').length > mostLabel)
    yield* system.descriptors.write(2, `Warning: label too long; will be truncated to '${block.label}'\n\n`);
  yield* system.descriptors.write(1, headText(block, geometry));
}

const mostLabel = 16;

function blockOf(making: Making, device: DeviceFacts, geometry: Geometry): Superblock {
  const { system, options } = making;
  const share = Number(valueOf(options, 'm') ?? '5');
  return {
    type: typeOf(making),
    uuid: uuidWanted(system, valueOf(options, 'U')),
    label: (valueOf(options, 'L') ?? '').slice(0, mostLabel),
    blockBytes: geometry.blockBytes,
    blocks: geometry.blocks,
    inodes: geometry.inodes,
    reservedBlocks: Math.floor((geometry.blocks * share) / 100),
    overheadBlocks: geometry.overheadBlocks,
    home: device.home,
    madeAt: Math.floor(system.now() / 1000),
    mountedAt: 0,
    checkedAt: Math.floor(system.now() / 1000),
    mounts: 0,
  };
}

const uuidWanted = (system: System, asked: Bytes | null): string =>
  asked !== null && /^[0-9a-f-]{36}$/i.test(asked) ? asked.toLowerCase() : newUuid(system);

function headText({ uuid }: Superblock, { blocks, blockBytes, inodes, backups }: Geometry): Bytes {
  const copies = backups.length === 0 ? '' : `Superblock backups stored on blocks: \n\t${wrapped(backups)}\n`;
  return `Creating filesystem with ${blocks} ${blockBytes / 1024}k blocks and ${inodes} inodes\nFilesystem UUID: ${uuid}\n${copies}\n`;
}

const lineWidth = 72;

/** So many to a line as fit. */
function wrapped(numbers: readonly number[]): Bytes {
  let text = '';
  let left = lineWidth;
  for (const [at, number] of numbers.entries()) {
    const need = String(number).length + 2;
    const isFull = need > left;
    if (isFull) left = lineWidth;
    left -= need;
    text += `${at === 0 ? '' : ', '}${isFull ? '\n\t' : ''}${number}`;
  }
  return text;
}

/** With the backspaces of a counter that was quicker than the eye. */
function progressText({ groups, journalBlocks }: Geometry): Bytes {
  const width = String(groups).length;
  const first = `${'0'.padStart(width)}/${groups}`;
  const back = '\b'.repeat(first.length);
  const counter = `${first}${back}${' '.repeat(first.length)}${back}done                            \n`;
  const journal = journalBlocks === 0 ? '' : `Creating journal (${journalBlocks} blocks): done\n`;
  return `Allocating group tables: ${counter}Writing inode tables: ${counter}${journal}Writing superblocks and filesystem accounting information: ${counter.trimEnd()}\n\n`;
}
