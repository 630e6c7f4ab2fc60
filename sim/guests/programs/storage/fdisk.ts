import type { Bytes } from '../../bytes.ts';
import { messageOf } from '../../answer.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain } from '../files/command.ts';
import { has } from '../files/options.ts';
import { canonical, deviceNamed, diskIdentifier, humanSize } from './devices.ts';
import type { Column } from './table.ts';
import { tableText } from './table.ts';

const sector = 512;
const firstSector = 2048;

function diskText(call: Call, disk: DeviceFacts): Bytes {
  const { system } = call;
  const parts = system.storage.devices().filter(({ of }) => of === disk.name);
  const size = humanSize(disk.sizeBytes).replace(/([KMGT])$/, ' $1iB');
  const model = disk.kind === 'disk' ? `Disk model: ${disk.model.padEnd(16)}\n` : '';
  const head = `Disk /dev/${disk.name}: ${size}, ${disk.sizeBytes} bytes, ${Math.floor(disk.sizeBytes / sector)} sectors\n${model}Units: sectors of 1 * 512 = 512 bytes\nSector size (logical/physical): 512 bytes / 512 bytes\nI/O size (minimum/optimal): 512 bytes / 512 bytes\n`;
  const [first] = parts;
  if (first === undefined) return head;
  const rows = parts.map((value) => ({ value, branch: '' }));
  return `${head}Disklabel type: dos\nDisk identifier: 0x${diskIdentifier(first)}\n\n${tableText(partColumns, rows, 'table')}`;
}

const sectors = ({ sizeBytes }: DeviceFacts): number => Math.floor(sizeBytes / sector);
const partColumns: readonly Column<DeviceFacts>[] = [
  { name: 'Device', of: ({ name }) => `/dev/${name}` },
  { name: 'Boot', of: () => '*' },
  { name: 'Start', isRight: true, of: () => String(firstSector) },
  { name: 'End', isRight: true, of: (part) => String(firstSector + sectors(part) - 1) },
  { name: 'Sectors', isRight: true, of: (part) => String(sectors(part)) },
  { name: 'Size', isRight: true, of: ({ sizeBytes }) => humanSize(sizeBytes) },
  { name: 'Id', isRight: true, of: () => '83' },
  { name: 'Type', of: () => 'Linux' },
];

/** Lists; disks are used whole here, so there is nothing to divide. */
export const fdisk = commandOf({
  short: 'b:BcC:H:lL::no:S:st:u::w:W:x',
  long: { list: 'l', 'list-details': 'x' },
  usage: '[options] -l [<disk>...]',
  version: 'from util-linux 2.38.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    if (has(call.options, 'l') || has(call.options, 'x')) list(call);
    else
      complain(
        call,
        'partition tables are not changed in this lab: use a disk whole (mkfs.ext4 /dev/sdb), or list with -l',
      );
  },
});

function list(call: Call): void {
  const { system, operands } = call;
  const paths =
    operands.length > 0
      ? operands
      : system.storage.devices().flatMap(({ kind, name }) => (kind === 'disk' ? [`/dev/${name}`] : []));
  const texts: Bytes[] = [];
  for (const path of paths) {
    const stat = system.files.stat(path);
    const device = deviceNamed(system, path);
    if (!stat.ok) complain(call, `cannot open ${path}: ${messageOf(stat.errno)}`);
    else if (!system.files.mayAccess(path, 'read')) complain(call, `cannot open ${path}: Permission denied`);
    else if (device === null) complain(call, `cannot open ${path}: Inappropriate ioctl for device`);
    else texts.push(diskText(call, device));
  }
  call.output += texts.join('\n\n');
}

export const mountpoint = commandOf({
  short: 'dqxn',
  long: { quiet: 'q', 'fs-devno': 'd', devno: 'x', nofollow: 'n' },
  usage: '[-qd] /path/to/directory',
  version: 'from util-linux 2.38.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const { system, options, operands } = call;
    const [path] = operands;
    const stat = path === undefined ? null : system.files.stat(path);
    if (path === undefined || stat?.ok !== true) {
      const why = stat === null || stat.ok ? '' : messageOf(stat.errno);
      const usage = "bad usage\nTry 'mountpoint --help' for more information.";
      complain(call, path === undefined ? usage : `${path}: ${why}`);
      return;
    }
    const place = canonical(system, path);
    const is = system.files.mounts().some(({ at }) => at === place);
    if (!is) call.status = 32;
    if (!has(options, 'q')) call.output += `${path} is ${is ? '' : 'not '}a mountpoint\n`;
  },
});
