import type { Answer } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step } from '../../kernel/program.ts';
import { compilePattern } from '../../shell/pattern/pattern.ts';
import { matchesWhole } from '../../shell/pattern/match.ts';
import { accountsOf } from './accounts.ts';
import type { Call } from './command.ts';
import { breathe, complain, coreCommand, joined } from './command.ts';
import { columnLines, commaLines } from './ls-layout.ts';
import type { LsOptions } from './ls-options.ts';
import { lsOptions } from './ls-options.ts';
import type { Entry, Looks } from './ls-rows.ts';
import { blocksText, longLines, nameCell, needsPad } from './ls-rows.ts';
import { named } from './quote.ts';
import { versionOrder } from './version-order.ts';

export const ls = coreCommand({
  short: 'aAbBcCdfFgGhHiI:lLmnNopqQrRsStuUvw:xX1',
  long: {
    all: 'a',
    'almost-all': 'A',
    escape: 'b',
    'ignore-backups': 'B',
    directory: 'd',
    classify: 'F',
    'file-type': 'file-type',
    'human-readable': 'h',
    si: 'si',
    dereference: 'L',
    inode: 'i',
    ignore: 'I',
    'numeric-uid-gid': 'n',
    literal: 'N',
    'no-group': 'G',
    'quote-name': 'Q',
    reverse: 'r',
    recursive: 'R',
    size: 's',
    width: 'w',
    color: 'color?',
    sort: 'sort:',
    'full-time': 'full-time',
    'time-style': 'time-style:',
    'group-directories-first': 'group-directories-first',
  },
  usage: '[OPTION]... [FILE]...',
  misuse: 2,
  run: list,
});

type Listing = Looks & { readonly call: Call; isFirst: boolean };

function* list(call: Call): Step<void> {
  const options = lsOptions(call);
  if (options === null) return;
  const listing: Listing = {
    call,
    options,
    accounts: accountsOf(call.system),
    now: call.system.now(),
    isFirst: true,
  };
  const given = call.operands.length === 0 ? ['.'] : call.operands;
  const entries = sorted(
    given.flatMap((path) => {
      const entry = entryOf(listing, { path, name: path }, 'given');
      return entry === null ? [] : [entry];
    }),
    options,
  );
  const isShownItself = (entry: Entry): boolean =>
    options.isDirectoryItself || entry.stat?.kind !== 'directory';
  const plain = entries.filter(isShownItself);
  const directories = entries.filter((entry) => !isShownItself(entry));
  if (plain.length > 0) {
    call.output += linesOf(plain, listing);
    listing.isFirst = false;
  }
  const isTitled = given.length > 1 || options.isRecursive;
  for (const { path } of directories) yield* directory(listing, path, isTitled);
}

type Place = { readonly path: Bytes; readonly name: Bytes };

type Files = Call['system']['files'];

function entryOf({ call, options }: Listing, { path, name }: Place, from: 'given' | 'inside'): Entry | null {
  const { files } = call.system;
  const found = statOf(files, path, from === 'given' ? options.follow : followInside(options));
  if (found.ok) return { name, path, stat: found.value, ...goalOf(files, path, found.value) };
  // A short list needs only names, and says nothing of links that lead nowhere.
  if (from === 'inside' && options.layout !== 'long') {
    const link = files.linkStat(path);
    return { name, path, stat: link.ok ? link.value : null, ...noGoal };
  }
  complain(call, `cannot access ${named(path)}: ${messageOf(found.errno)}`);
  call.status = from === 'given' ? 2 : Math.max(call.status, 1);
  return from === 'given' ? null : { name, path, stat: null, ...noGoal };
}

/** Links in a directory are followed only where all are. */
const followInside = ({ follow }: LsOptions): LsOptions['follow'] =>
  follow === 'always' ? 'always' : 'never';

/** A link that was given is followed where it leads to a directory. */
function statOf(files: Files, path: Bytes, follow: LsOptions['follow']): Answer<Stat> {
  if (follow === 'never') return files.linkStat(path);
  const followed = files.stat(path);
  const isUsable = follow === 'always' || (followed.ok && followed.value.kind === 'directory');
  return isUsable ? followed : files.linkStat(path);
}

type Goal = Pick<Entry, 'goal' | 'goalStat'>;

const noGoal: Goal = { goal: null, goalStat: null };

function goalOf(files: Files, path: Bytes, { kind }: Stat): Goal {
  if (kind !== 'link') return noGoal;
  const goal = files.readLink(path);
  const goalStat = files.stat(path);
  return { goal: goal.ok ? goal.value : null, goalStat: goalStat.ok ? goalStat.value : null };
}

function* directory(listing: Listing, path: Bytes, isTitled: boolean): Step<void> {
  const { call, options } = listing;
  const read = call.system.files.list(path);
  if (!read.ok) {
    complain(call, `cannot open directory ${named(path)}: ${messageOf(read.errno)}`);
    call.status = 2;
    return;
  }
  const names = read.value.map(({ name }) => name).filter((name) => isWanted(name, options));
  if (options.hidden === 'all') names.push('.', '..');
  const entries = sorted(yield* entriesOf(listing, path, names), options);
  if (isTitled) call.output += `${listing.isFirst ? '' : '\n'}${path}:\n`;
  listing.isFirst = false;
  if (options.layout === 'long' || options.blocks) call.output += totalLine(entries, options);
  call.output += linesOf(entries, listing);
  yield* breathe(call);
  if (options.isRecursive) yield* directoriesOf(listing, entries);
}

function* entriesOf(listing: Listing, path: Bytes, names: readonly Bytes[]): Step<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const name of names) {
    const entry = entryOf(listing, { path: joined(path, name), name }, 'inside');
    if (entry !== null) entries.push(entry);
    yield* breathe(listing.call);
  }
  return entries;
}

function totalLine(entries: readonly Entry[], options: LsOptions): Bytes {
  const bytes = entries.reduce((sum, { stat }) => sum + (stat?.allocated ?? 0), 0);
  return `total ${blocksText(bytes, options)}\n`;
}

function* directoriesOf(listing: Listing, entries: readonly Entry[]): Step<void> {
  for (const { name, path, stat } of entries)
    if (stat?.kind === 'directory' && name !== '.' && name !== '..') yield* directory(listing, path, true);
}

function isWanted(name: Bytes, { hidden, ignore }: LsOptions): boolean {
  if (hidden === 'none' && name.startsWith('.')) return false;
  return !ignore.some((pattern) =>
    matchesWhole(compilePattern(pattern, { extended: false, ignoresCase: false }), name),
  );
}

function linesOf(entries: readonly Entry[], looks: Looks): Bytes {
  const { options } = looks;
  if (options.layout === 'long') return longLines(entries, looks);
  const isPadded = options.layout !== 'commas' && options.layout !== 'single' && needsPad(entries, options);
  const isLinedUp = isPadded || (options.layout === 'single' && needsPad(entries, options));
  const inodes = entries.map(({ stat }) => String(stat?.inode ?? '?'));
  const blocks = entries.map(({ stat }) => (stat === null ? '?' : blocksText(stat.allocated, options)));
  const wide = (texts: readonly Bytes[]): number =>
    options.layout === 'commas' ? 0 : Math.max(...texts.map(({ length }) => length), 0);
  const cells = entries.map((entry, at) => {
    const inode = options.inode ? `${(inodes[at] ?? '').padStart(wide(inodes))} ` : '';
    const size = options.blocks ? `${(blocks[at] ?? '').padStart(wide(blocks))} ` : '';
    return `${inode}${size}${nameCell(entry, options, isLinedUp)}`;
  });
  if (options.layout === 'commas') return commaLines(cells, options.width);
  if (options.layout === 'single') return cells.map((cell) => `${cell}\n`).join('');
  return columnLines(cells, options.width, options.layout === 'across' ? 'across' : 'down');
}

const extension = (name: Bytes): Bytes =>
  name.lastIndexOf('.') < 0 ? '' : name.slice(name.lastIndexOf('.'));
const byBytes = (one: Bytes, other: Bytes): number => (one < other ? -1 : one > other ? 1 : 0);

function sorted(entries: readonly Entry[], options: LsOptions): readonly Entry[] {
  const { order, time, isReversed, directoriesFirst } = options;
  const rank = (one: Entry, other: Entry): number => {
    switch (order) {
      case 'name':
        return 0;
      case 'time':
        return (other.stat?.[time] ?? 0) - (one.stat?.[time] ?? 0);
      case 'size':
        return (other.stat?.size ?? 0) - (one.stat?.size ?? 0);
      case 'extension':
        return byBytes(extension(one.name), extension(other.name));
      case 'version':
        return versionOrder(one.name, other.name);
      case 'none':
        return 0;
      default:
        return order satisfies never;
    }
  };
  const ranked =
    order === 'none'
      ? [...entries]
      : entries.toSorted((one, other) => rank(one, other) || byBytes(one.name, other.name));
  if (isReversed && order !== 'none') ranked.reverse();
  if (!directoriesFirst) return ranked;
  const isDirectory = ({ stat, goalStat }: Entry): boolean => (goalStat ?? stat)?.kind === 'directory';
  return [...ranked.filter(isDirectory), ...ranked.filter((entry) => !isDirectory(entry))];
}
