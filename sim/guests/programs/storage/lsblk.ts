import { bytesOf, type Bytes } from '../../bytes.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { deviceNamed, humanSize, mountsOf, partUuid, pathOfDevice } from './devices.ts';
import { usedShare } from './findmnt.ts';
import type { Column, Form, Row } from './table.ts';
import { jsonCell, tableText } from './table.ts';

const usual = 'NAME,MAJ:MIN,RM,SIZE,RO,TYPE,MOUNTPOINTS';
const fileSystems = 'NAME,FSTYPE,FSVER,LABEL,UUID,FSAVAIL,FSUSE%,MOUNTPOINTS';
const owners = 'NAME,SIZE,OWNER,GROUP,MODE';

function mountPoints({ system }: Call, device: DeviceFacts): readonly Bytes[] {
  const isSwap = system.storage.swaps().some((swap) => swap.device === pathOfDevice(device));
  // The last that was mounted comes first.
  const places = mountsOf(system, device)
    .map(({ at }) => at)
    .toReversed();
  return isSwap ? ['[SWAP]', ...places] : places;
}

const versions: Readonly<Record<string, string>> = { ext2: '1.0', ext3: '1.0', ext4: '1.0', swap: '1' };

function columnsOf(call: Call): readonly Column<DeviceFacts>[] {
  const { system, options } = call;
  const mounted = (device: DeviceFacts) => mountsOf(system, device)[0] ?? null;
  const flag = (is: boolean): Bytes => (has(options, 'J') ? String(is) : is ? '1' : '0');
  const label = ({ content }: DeviceFacts): Bytes | null => content?.label || null;
  return [
    { name: 'NAME', of: ({ name }) => (has(options, 'p') ? `/dev/${name}` : name) },
    { name: 'KNAME', of: ({ name }) => name },
    { name: 'PATH', of: pathOfDevice },
    { name: 'PKNAME', of: ({ of }) => of },
    {
      name: 'MAJ:MIN',
      of: ({ special: [major, minor] }) => `${String(major).padStart(3)}:${String(minor).padEnd(3)}`,
    },
    { name: 'RM', isRight: true, isNumber: true, of: () => flag(false) },
    {
      name: 'SIZE',
      isRight: true,
      isNumber: has(options, 'b'),
      of: ({ sizeBytes }) => (has(options, 'b') ? String(sizeBytes) : humanSize(sizeBytes)),
    },
    { name: 'RO', isRight: true, isNumber: true, of: ({ isReadOnly }) => flag(isReadOnly) },
    { name: 'TYPE', of: ({ kind }) => kind },
    { name: 'MOUNTPOINT', of: (device) => mountPoints(call, device)[0] ?? null },
    { name: 'MOUNTPOINTS', of: (device) => mountPoints(call, device) },
    { name: 'FSTYPE', of: ({ content }) => content?.type ?? null },
    { name: 'FSVER', of: ({ content }) => versions[content?.type ?? ''] ?? null },
    { name: 'LABEL', of: label },
    { name: 'UUID', of: ({ content }) => content?.uuid ?? null },
    { name: 'PARTUUID', of: partUuid },
    { name: 'FSAVAIL', isRight: true, of: (device) => availText(mounted(device)) },
    {
      name: 'FSSIZE',
      isRight: true,
      of: (device) => (mounted(device) === null ? null : humanSize(mounted(device)?.sizeBytes ?? 0)),
    },
    {
      name: 'FSUSED',
      isRight: true,
      of: (device) => (mounted(device) === null ? null : humanSize(mounted(device)?.usedBytes ?? 0)),
    },
    { name: 'FSUSE%', isRight: true, of: (device) => shareText(mounted(device)) },
    { name: 'MODEL', of: ({ model, kind }) => (kind === 'disk' ? model : null) },
    { name: 'OWNER', of: () => 'root' },
    { name: 'GROUP', of: () => 'disk' },
    { name: 'MODE', of: () => 'brw-rw----' },
    { name: 'ROTA', isRight: true, of: () => flag(false) },
    { name: 'TRAN', of: () => null },
    { name: 'VENDOR', of: ({ kind }) => (kind === 'disk' ? 'VMware  ' : null) },
    { name: 'SERIAL', of: () => null },
  ];
}

type Held = { readonly sizeBytes: number; readonly usedBytes: number; readonly reservedBytes: number };
const availText = (of: Held | null): Bytes | null =>
  of === null ? null : humanSize(Math.max(0, of.sizeBytes - of.usedBytes - of.reservedBytes));
/** Rounded down, where df rounds up. */
function shareText(of: Held | null): Bytes | null {
  if (of === null || of.sizeBytes === 0) return null;
  return usedShare(of) === '-' ? null : `${Math.floor((of.usedBytes * 100) / of.sizeBytes)}%`;
}

export const lsblk = commandOf({
  short: 'AabDdE:e:fI:iJlM:mnNo:OpPrsSTtvw:x:z',
  long: {
    all: 'a',
    bytes: 'b',
    nodeps: 'd',
    fs: 'f',
    json: 'J',
    list: 'l',
    perms: 'm',
    noheadings: 'n',
    output: 'o',
    'output-all': 'O',
    paths: 'p',
    pairs: 'P',
    raw: 'r',
    inverse: 's',
    scsi: 'S',
    sort: 'x',
    tree: 'T',
  },
  usage: '[options] [<device> ...]',
  version: 'from util-linux 2.38.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const columns = chosenColumns(call);
    if (columns === null) return;
    const tops = topsOf(call);
    if (tops.length === 0) return;
    call.output += has(call.options, 'J')
      ? jsonText(call, columns, tops)
      : tableText(columns, rowsOf(call, tops), formOf(call));
  },
});

function formOf({ options }: Call): Form {
  if (has(options, 'P')) return 'pairs';
  if (has(options, 'r')) return 'raw';
  return has(options, 'n') ? 'bare' : 'table';
}

function chosenColumns(call: Call): readonly Column<DeviceFacts>[] | null {
  const { options } = call;
  const all = columnsOf(call);
  if (has(options, 'O')) return all;
  const asked = valueOf(options, 'o');
  const preset = has(options, 'f') ? fileSystems : has(options, 'm') ? owners : usual;
  const text = asked === null ? preset : asked.startsWith('+') ? `${preset},${asked.slice(1)}` : asked;
  const columns: Column<DeviceFacts>[] = [];
  for (const name of text.split(',')) {
    const column = all.find((one) => one.name === name.toUpperCase());
    if (column === undefined) {
      call.complaints += `lsblk: unknown column: ${name}\n`;
      call.status = 1;
      return null;
    }
    columns.push(column);
  }
  return columns;
}

function topsOf(call: Call): readonly DeviceFacts[] {
  const { system, operands } = call;
  if (operands.length === 0) return system.storage.devices().filter(({ kind }) => kind === 'disk');
  return operands.flatMap((path) => {
    const device = deviceNamed(system, path);
    if (device !== null) return [device];
    call.complaints += `lsblk: ${path}: not a block device\n`;
    call.status = 32;
    return [];
  });
}

const partsOf = ({ system, options }: Call, top: DeviceFacts): readonly DeviceFacts[] =>
  has(options, 'd') ? [] : system.storage.devices().filter(({ of }) => of === top.name);

function rowsOf(call: Call, tops: readonly DeviceFacts[]): readonly Row<DeviceFacts>[] {
  const isFlat = has(call.options, 'l');
  return tops.flatMap((top) => {
    const parts = partsOf(call, top);
    return [
      { value: top, branch: '' },
      ...parts.map((value, at) => ({
        value,
        branch: isFlat ? '' : bytesOf(at === parts.length - 1 ? '└─' : '├─'),
      })),
    ];
  });
}

function jsonText(call: Call, columns: readonly Column<DeviceFacts>[], tops: readonly DeviceFacts[]): Bytes {
  const item = (device: DeviceFacts, indent: string): Bytes => {
    const cells = columns.map(
      (column) => `${indent}   ${jsonCell(column, device).replaceAll('@', `${indent}   `)}`,
    );
    const parts = partsOf(call, device);
    const inner = parts.map((part) => item(part, `${indent}      `));
    if (inner.length > 0) cells.push(`${indent}   "children": [\n${inner.join(',')}\n${indent}   ]`);
    return `${indent}{\n${cells.join(',\n')}\n${indent}}`;
  };
  return `{\n   "blockdevices": [\n${tops.map((top) => item(top, '      ')).join(',')}\n   ]\n}\n`;
}
