import { bytesOf, type Bytes } from '../../bytes.ts';
import type { MountFacts } from '../../kernel/program.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { canonical, deviceNamed, humanSize, partUuid, sourceNamed } from './devices.ts';
import { readFstab } from '../../system/fstab.ts';
import type { Column, Form, Row } from './table.ts';
import { jsonCell, tableText } from './table.ts';

type Mounted = Pick<
  MountFacts,
  'at' | 'source' | 'type' | 'options' | 'sizeBytes' | 'usedBytes' | 'reservedBytes' | 'part' | 'device'
>;

const sourceText = ({ source, part }: Mounted): Bytes => (part === null ? source : `${source}[${part}]`);
const freeBytes = ({ sizeBytes, usedBytes, reservedBytes }: Mounted): number =>
  Math.max(0, sizeBytes - usedBytes - reservedBytes);

export function usedShare({
  sizeBytes,
  usedBytes,
  reservedBytes,
}: Pick<Mounted, 'sizeBytes' | 'usedBytes' | 'reservedBytes'>): Bytes {
  const whole = usedBytes + Math.max(0, sizeBytes - usedBytes - reservedBytes);
  return whole === 0 ? '-' : `${Math.ceil((usedBytes * 100) / whole)}%`;
}

const columnsOf = ({ system, options }: Call): readonly Column<Mounted>[] => {
  const size = (bytes: number): Bytes => (has(options, 'b') ? String(bytes) : humanSize(bytes));
  const content = ({ source }: Mounted) => deviceNamed(system, source)?.content ?? null;
  const vfs = (all: Bytes): Bytes =>
    all
      .split(',')
      .filter((one) => /^(rw|ro|no(suid|dev|exec|atime|diratime)|relatime|sync)$/.test(one))
      .join(',');
  return [
    { name: 'TARGET', of: ({ at }) => at },
    { name: 'SOURCE', of: sourceText },
    { name: 'FSTYPE', of: ({ type }) => type },
    { name: 'OPTIONS', of: (mount) => mount.options },
    { name: 'VFS-OPTIONS', of: (mount) => vfs(mount.options) },
    { name: 'LABEL', of: (mount) => content(mount)?.label || null },
    { name: 'UUID', of: (mount) => content(mount)?.uuid ?? null },
    { name: 'PARTUUID', of: ({ source }) => partUuid(deviceNamed(system, source) ?? noDevice) },
    {
      name: 'MAJ:MIN',
      of: ({ source, device }) => deviceNamed(system, source)?.special.join(':') ?? `0:${device}`,
    },
    { name: 'SIZE', isRight: true, of: ({ sizeBytes }) => size(sizeBytes) },
    { name: 'AVAIL', isRight: true, of: (mount) => size(freeBytes(mount)) },
    { name: 'USED', isRight: true, of: ({ usedBytes }) => size(usedBytes) },
    { name: 'USE%', isRight: true, of: usedShare },
    { name: 'FSROOT', of: ({ part }) => part ?? '/' },
    { name: 'PROPAGATION', of: () => 'shared' },
  ];
};

const noDevice = {
  name: '',
  kind: 'disk',
  of: null,
  special: [0, 0],
  sizeBytes: 0,
  isReadOnly: false,
  model: '',
  home: 0,
  content: null,
} as const;

const usual = 'TARGET,SOURCE,FSTYPE,OPTIONS';
const asDf = 'SOURCE,FSTYPE,SIZE,USED,AVAIL,USE%,TARGET';

export const findmnt = commandOf({
  short: 'AabCDd:eF:fiJkl::mM:no:O:PpQrRsS:T:t:uUvxw',
  long: {
    all: 'A',
    bytes: 'b',
    df: 'D',
    'first-only': 'f',
    fstab: 's',
    json: 'J',
    kernel: 'k',
    list: 'l',
    mtab: 'm',
    mountpoint: 'M',
    noheadings: 'n',
    output: 'o',
    pairs: 'P',
    raw: 'r',
    submounts: 'R',
    source: 'S',
    target: 'T',
    types: 't',
    notruncate: 'u',
    evaluate: 'e',
    real: 'real',
    verify: 'x',
    'output-all': 'output-all',
  },
  usage: '[options]',
  version: 'from util-linux 2.38.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const columns = chosenColumns(call);
    if (columns === null) return;
    const found = wantedOf(call);
    if (found.length === 0) {
      call.status = 1;
      return;
    }
    const rows = rowsOf(call, found);
    if (has(call.options, 'J')) call.output += jsonText(columns, rows);
    else call.output += tableText(columns, rows, formOf(call));
  },
});

function formOf({ options }: Call): Form {
  if (has(options, 'P')) return 'pairs';
  if (has(options, 'r')) return 'raw';
  return has(options, 'n') ? 'bare' : 'table';
}

function chosenColumns(call: Call): readonly Column<Mounted>[] | null {
  const all = columnsOf(call);
  if (has(call.options, 'output-all')) return all;
  const names = (valueOf(call.options, 'o') ?? (has(call.options, 'D') ? asDf : usual)).split(',');
  const columns: Column<Mounted>[] = [];
  for (const name of names) {
    const column = all.find((one) => one.name === name.toUpperCase());
    if (column === undefined) {
      call.complaints += `findmnt: unknown column: ${name}\n`;
      call.status = 1;
      return null;
    }
    columns.push(column);
  }
  return columns;
}

const fromFstab = ({ system }: Call): readonly Mounted[] =>
  readFstab(system).map(({ source, at, type, options }) => ({
    at,
    source,
    type,
    options: options.join(','),
    sizeBytes: 0,
    usedBytes: 0,
    reservedBytes: 0,
    part: null,
    device: 0,
  }));

function wantedOf(call: Call): readonly Mounted[] {
  const { system, options } = call;
  const all = has(options, 's') ? fromFstab(call) : system.files.mounts();
  const found = all.filter(wishOf(call, all));
  const chosen = has(options, 'f') || has(options, 'T') ? found.slice(-1) : found;
  return has(options, 'R') ? all.filter(({ at }) => chosen.some((one) => isWithin(at, one.at))) : chosen;
}

/** All that was asked for at once; a word alone is a source or a place. */
function wishOf(call: Call, all: readonly Mounted[]): (mount: Mounted) => boolean {
  const { system, options, operands } = call;
  const [first, second] = operands;
  const tests: ((mount: Mounted) => boolean)[] = [];
  const types = valueOf(options, 't')?.split(',');
  if (types !== undefined) tests.push(({ type }) => types.includes(type));
  const source = valueOf(options, 'S') ?? (second === undefined ? undefined : first);
  if (source !== undefined) tests.push((mount) => isSource(call, mount, source));
  const point = valueOf(options, 'M') ?? second;
  if (point !== undefined) tests.push(({ at }) => at === canonical(system, point));
  const target = valueOf(options, 'T');
  if (target !== null) tests.push(({ at }) => at === holderOf(call, all, target));
  if (first !== undefined && second === undefined) tests.push((mount) => isEither(call, mount, first));
  return (mount) => tests.every((test) => test(mount));
}

const isWithin = (inner: Bytes, outer: Bytes): boolean =>
  inner === outer || inner.startsWith(outer === '/' ? '/' : `${outer}/`);

function isSource({ system }: Call, mount: Mounted, word: Bytes): boolean {
  return mount.source === word || mount.source === sourceNamed(system, word);
}

const isEither = (call: Call, mount: Mounted, word: Bytes): boolean =>
  isSource(call, mount, word) || mount.at === canonical(call.system, word);

/** The mount that a path is in. */
function holderOf({ system }: Call, mounts: readonly Mounted[], path: Bytes): Bytes | null {
  const place = canonical(system, path);
  if (!system.files.stat(path).ok) return null;
  const holders = mounts.map(({ at }) => at).filter((at) => isWithin(place, at));
  return holders.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

function rowsOf(call: Call, found: readonly Mounted[]): readonly Row<Mounted>[] {
  const { options, operands } = call;
  const isFlat =
    ['l', 'D', 's', 'r', 'P', 'M', 'S', 'T', 't'].some((key) => has(options, key)) || operands.length > 0;
  if (isFlat && !has(options, 'R')) return found.map((value) => ({ value, branch: '' }));
  const [first, ...rest] = found;
  return first === undefined ? [] : [{ value: first, branch: '' }, ...below(first, rest, '')];
}

/** Each below the innermost mount that its place is in. */
function below(top: Mounted, all: readonly Mounted[], indent: Bytes): readonly Row<Mounted>[] {
  const inside = all.filter(({ at }) => isWithin(at, top.at));
  const children = inside.filter(
    (mount, place) =>
      !inside.some((other, otherPlace) => other !== mount && isHolder(other, otherPlace, { mount, place })),
  );
  return children.flatMap((child, at) => {
    const isLast = at === children.length - 1;
    const rest = inside.filter((other) => other !== child && !children.includes(other));
    return [
      { value: child, branch: indent + bytesOf(isLast ? '└─' : '├─') },
      ...below(child, rest, indent + bytesOf(isLast ? '  ' : '│ ')),
    ];
  });
}

const isHolder = (
  other: Mounted,
  otherPlace: number,
  { mount, place }: { readonly mount: Mounted; readonly place: number },
): boolean => (other.at === mount.at ? otherPlace < place : isWithin(mount.at, other.at));

function jsonText(columns: readonly Column<Mounted>[], rows: readonly Row<Mounted>[]): Bytes {
  const items = rows.map(({ value }) => {
    const cells = columns.map((column) => `         ${jsonCell(column, value).replaceAll('@', '         ')}`);
    return `      {\n${cells.join(',\n')}\n      }`;
  });
  return `{\n   "filesystems": [\n${items.join(',')}\n   ]\n}\n`;
}
