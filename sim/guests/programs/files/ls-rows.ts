import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import { timeText } from '../../shell/builtins/strftime.ts';
import type { Accounts } from './accounts.ts';
import { groupName, userName } from './accounts.ts';
import type { LsOptions } from './ls-options.ts';
import { shellQuoted } from './quote.ts';
import { humanSize, modeText } from './stat-text.ts';
import { padEnd, padStart, widthOf } from './width.ts';

export type Entry = {
  readonly name: Bytes;
  readonly path: Bytes;
  /** null: it could not be looked at. */
  readonly stat: Stat | null;
  readonly goal: Bytes | null;
  /** What a link leads to; null: nothing. */
  readonly goalStat: Stat | null;
};

const colors: readonly (readonly [test: (stat: Stat) => boolean, color: string])[] = [
  [({ kind }) => kind === 'link', '01;36'],
  [({ kind, mode }) => kind === 'directory' && (mode & 0o1002) === 0o1002, '30;42'],
  [({ kind, mode }) => kind === 'directory' && (mode & 0o002) !== 0, '34;42'],
  [({ kind, mode }) => kind === 'directory' && (mode & 0o1000) !== 0, '37;44'],
  [({ kind }) => kind === 'directory', '01;34'],
  [({ kind }) => kind === 'pipe', '33'],
  [({ kind }) => kind === 'socket', '01;35'],
  [({ kind }) => kind === 'character' || kind === 'block', '01;33'],
  [({ mode }) => (mode & 0o4000) !== 0, '37;41'],
  [({ mode }) => (mode & 0o2000) !== 0, '30;43'],
  [({ mode }) => (mode & 0o111) !== 0, '01;32'],
];

function markOf(stat: Stat | null, marks: LsOptions['marks']): string {
  if (stat === null || marks === 'none') return '';
  if (stat.kind === 'directory') return '/';
  if (marks === 'slash') return '';
  if (stat.kind === 'link') return '@';
  if (stat.kind === 'pipe') return '|';
  if (stat.kind === 'socket') return '=';
  return marks === 'all' && stat.kind === 'file' && (stat.mode & 0o111) !== 0 ? '*' : '';
}

function quotedName(name: Bytes, { quoting }: LsOptions): Bytes {
  switch (quoting) {
    case 'literal':
      return name;
    case 'shell':
      return shellQuoted(name, 'needed');
    case 'c':
      return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
    case 'escape':
      return name
        .replaceAll('\\', '\\\\')
        .replaceAll(' ', '\\ ')
        .replaceAll('\n', '\\n')
        .replaceAll('\t', '\\t');
    default:
      return quoting satisfies never;
  }
}

/** Painted, with the sign of its kind; `isPadded`: another of the list is quoted, so the names line up. */
export function nameCell(entry: Entry, options: LsOptions, isPadded: boolean): Bytes {
  const shown = quotedName(entry.name, options);
  const pad = isPadded && shown === entry.name ? ' ' : '';
  const isLong = options.layout === 'long';
  const mark =
    isLong && entry.goal !== null && options.marks !== 'none' ? '' : markOf(entry.stat, options.marks);
  const painted = `${pad}${paint(shown, entry.stat, options)}${mark}`;
  if (!isLong || entry.goal === null) return painted;
  const goal = paint(quotedName(entry.goal, options), entry.goalStat, options);
  return `${painted} -> ${goal}${markOf(entry.goalStat, options.marks)}`;
}

function paint(text: Bytes, stat: Stat | null, { color }: LsOptions): Bytes {
  const found = color && stat !== null ? colors.find(([fits]) => fits(stat)) : undefined;
  return found === undefined ? text : `\x1b[${found[1]}m${text}\x1b[0m`;
}

const halfYear = 15_778_476_000;

export function dateText(at: number, now: number, dates: LsOptions['dates']): Bytes {
  const seconds = Math.floor(at / 1000);
  if (dates === 'full') {
    const rest = String(at - seconds * 1000).padStart(3, '0');
    return timeText(`%Y-%m-%d %H:%M:%S.${rest}000000 +0000`, seconds);
  }
  if (dates === 'long-iso') return timeText('%Y-%m-%d %H:%M', seconds);
  const isRecent = at > now - halfYear && at <= now;
  if (dates === 'iso') return timeText(isRecent ? '%m-%d %H:%M' : '%Y-%m-%d ', seconds);
  return timeText(isRecent ? '%b %e %H:%M' : '%b %e  %Y', seconds);
}

export const blocksText = (bytes: number, { sizes }: LsOptions): Bytes =>
  sizes === 'plain' ? String(Math.ceil(bytes / 1024)) : sizeText(bytes, sizes);

function sizeText(bytes: number, sizes: LsOptions['sizes']): Bytes {
  return sizes === 'plain' ? String(bytes) : humanSize(bytes, sizes === 'si' ? 1000 : 1024);
}

type Row = { readonly cells: readonly Bytes[]; readonly name: Bytes };
export type Looks = { readonly options: LsOptions; readonly accounts: Accounts; readonly now: number };

/** `ls -l`. */
export function longLines(entries: readonly Entry[], looks: Looks): Bytes {
  const isPadded = needsPad(entries, looks.options);
  const rows = entries.map((entry): Row => ({
    cells: longCells(entry, looks),
    name: nameCell(entry, looks.options, isPadded),
  }));
  const widths: number[] = [];
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell));
  const isLeft = leftColumns(looks.options);
  return rows
    .map(({ cells, name }) => {
      const shown = cells.map((cell, at) => (isLeft[at] === true ? padEnd : padStart)(cell, widths[at] ?? 0));
      return `${[...shown, name].join(' ')}\n`;
    })
    .join('');
}

export const needsPad = (entries: readonly Entry[], options: LsOptions): boolean =>
  options.quoting === 'shell' && entries.some(({ name }) => quotedName(name, options) !== name);

function leftColumns(options: LsOptions): readonly boolean[] {
  const before = [options.inode, options.blocks].filter(Boolean).map(() => false);
  const people = [options.owner, options.group].filter(Boolean).map(() => !options.numeric);
  return [...before, true, false, ...people, false, true];
}

function longCells({ stat }: Entry, { options, accounts, now }: Looks): readonly Bytes[] {
  const people = (user: Bytes, group: Bytes): readonly Bytes[] => [
    ...(options.owner ? [user] : []),
    ...(options.group ? [group] : []),
  ];
  const front = (inode: Bytes, blocks: Bytes): readonly Bytes[] => [
    ...(options.inode ? [inode] : []),
    ...(options.blocks ? [blocks] : []),
  ];
  if (stat === null) return [...front('?', '?'), 'l?????????', '?', ...people('?', '?'), '?', '           ?'];
  const { uid, gid, special } = stat;
  const user = options.numeric ? String(uid) : userName(accounts, uid);
  const group = options.numeric ? String(gid) : groupName(accounts, gid);
  const size =
    special === null
      ? sizeText(stat.size, options.sizes)
      : `${special[0]}, ${String(special[1]).padStart(3)}`;
  return [
    ...front(String(stat.inode), blocksText(stat.allocated, options)),
    modeText(stat),
    String(stat.links),
    ...people(user, group),
    size,
    dateText(stat[options.time], now, options.dates),
  ];
}
