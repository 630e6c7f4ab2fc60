import type { Bytes } from '../../bytes.ts';
import type { MountFacts } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, coreCommand } from './command.ts';
import type { Options } from './options.ts';
import { has } from './options.ts';
import { humanSize } from './stat-text.ts';

const sizeUnits: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1_048_576, g: 1_073_741_824 };
const sizeKey = (options: Options): string =>
  options.findLast(({ key }) => 'hHkmb'.includes(key) || key === 'si')?.key ?? 'k';

export function sized(bytes: number, options: Options): Bytes {
  const key = sizeKey(options);
  if (key === 'h') return humanSize(bytes, 1024);
  if (key === 'H' || key === 'si') return humanSize(bytes, 1000);
  return String(Math.ceil(bytes / (sizeUnits[key] ?? 1024)));
}

export const df = coreCommand({
  short: 'ahHiklmPt:Tx:',
  long: {
    all: 'a',
    'human-readable': 'h',
    si: 'H',
    inodes: 'i',
    local: 'l',
    portability: 'P',
    type: 't',
    'print-type': 'T',
    'exclude-type': 'x',
    total: 'total',
  },
  usage: '[OPTION]... [FILE]...',
  *run(call) {
    yield* breathe(call);
    const { options } = call;
    const listed = (key: string): readonly Bytes[] =>
      options.filter((one) => one.key === key).map(({ value }) => value);
    const mounts = wantedMounts(call).filter(
      ({ type }) => (listed('t').length === 0 || listed('t').includes(type)) && !listed('x').includes(type),
    );
    if (mounts.length === 0) {
      if (call.status === 0 || call.operands.length === 0) complain(call, 'no file systems processed');
      return;
    }
    const rows = mounts.map((mount) => dfRow(mount, options));
    if (has(options, 'total')) rows.push(dfRow(totalOf(mounts), options));
    call.output += table([dfHead(options), ...rows]);
  },
});

function wantedMounts(call: Call): readonly MountFacts[] {
  const mounts = call.system.files.mounts();
  if (call.operands.length > 0)
    return call.operands.flatMap((path) => {
      const bySource = mounts.filter(({ source }) => source === path);
      const found = call.system.files.stat(path);
      if (bySource.length > 0) return bySource.slice(0, 1);
      if (!found.ok) complainOf(call, path, found.errno);
      return found.ok ? mounts.filter(({ device }) => device === found.value.device).slice(0, 1) : [];
    });
  return mounts.filter(
    ({ sizeBytes, device }, place) =>
      has(call.options, 'a') || (sizeBytes > 0 && mounts.findIndex((one) => one.device === device) === place),
  );
}

const totalOf = (mounts: readonly MountFacts[]): MountFacts => {
  const sum = (key: 'sizeBytes' | 'usedBytes' | 'inodes' | 'usedInodes' | 'reservedBytes'): number =>
    mounts.reduce((whole, mount) => whole + mount[key], 0);
  return {
    at: '-',
    source: 'total',
    type: '-',
    options: '',
    device: -1,
    sizeBytes: sum('sizeBytes'),
    usedBytes: sum('usedBytes'),
    inodes: sum('inodes'),
    usedInodes: sum('usedInodes'),
    reservedBytes: sum('reservedBytes'),
    part: null,
  };
};

function dfHead(options: Options): readonly Bytes[] {
  const isHuman = 'hH'.includes(sizeKey(options)) || sizeKey(options) === 'si';
  const size = has(options, 'P') ? '1024-blocks' : sizeKey(options) === 'm' ? '1M-blocks' : '1K-blocks';
  const numbers = has(options, 'i')
    ? ['Inodes', 'IUsed', 'IFree', 'IUse%']
    : isHuman
      ? ['Size', 'Used', 'Avail', 'Use%']
      : [size, 'Used', 'Available', has(options, 'P') ? 'Capacity' : 'Use%'];
  return ['Filesystem', ...(has(options, 'T') ? ['Type'] : []), ...numbers, 'Mounted on'];
}

function dfRow(mount: MountFacts, options: Options): readonly Bytes[] {
  const [whole, used] = has(options, 'i')
    ? [mount.inodes, mount.usedInodes]
    : [mount.sizeBytes, mount.usedBytes];
  const shown = (value: number): Bytes =>
    has(options, 'i') && sizeKey(options) === 'k' ? String(value) : sized(value, options);
  const held = has(options, 'i') ? 0 : mount.reservedBytes;
  const free = Math.max(0, whole - used - held);
  const share = whole === 0 ? '-' : `${Math.ceil((used * 100) / (used + free))}%`;
  return [
    mount.source,
    ...(has(options, 'T') ? [mount.type] : []),
    shown(whole),
    shown(used),
    shown(free),
    share,
    mount.at,
  ];
}

const leastWidth = (at: number, number: number): number => {
  if (at === 0) return 14;
  return number > 0 && number < 4 ? 5 : number === 5 ? 0 : 4;
};

function table(rows: readonly (readonly Bytes[])[]): Bytes {
  const hasType = rows[0]?.[1] === 'Type';
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(leastWidth(at, hasType ? at - 1 : at), ...rows.map((row) => (row[at] ?? '').length)),
  );
  return rows
    .map((row) => {
      const cells = row.map((cell, at) => {
        if (at === row.length - 1) return cell;
        return at === 0 || (at === 1 && hasType)
          ? cell.padEnd(widths[at] ?? 0)
          : cell.padStart(widths[at] ?? 0);
      });
      return `${cells.join(' ')}\n`;
    })
    .join('');
}

export const pwd = coreCommand({
  short: 'LP',
  long: { logical: 'L', physical: 'P' },
  usage: '[OPTION]...',
  *run(call) {
    yield* breathe(call);
    call.output += `${call.system.files.workingDirectory()}\n`;
  },
});
