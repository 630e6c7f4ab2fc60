import type { Bytes } from '../../bytes.ts';
import type { Call } from './command.ts';
import { complain } from './command.ts';
import type { Options } from './options.ts';
import { has, lastOf, valueOf } from './options.ts';
import { quoted } from './quote.ts';

type Layout = 'long' | 'columns' | 'across' | 'commas' | 'single';

export type LsOptions = {
  readonly layout: Layout;
  readonly hidden: 'none' | 'almost' | 'all';
  readonly order: 'name' | 'time' | 'size' | 'extension' | 'version' | 'none';
  readonly isReversed: boolean;
  readonly time: 'modifiedAt' | 'changedAt' | 'accessedAt';
  readonly isRecursive: boolean;
  readonly isDirectoryItself: boolean;
  readonly follow: 'never' | 'given' | 'always';
  readonly inode: boolean;
  readonly blocks: boolean;
  readonly sizes: 'plain' | 'human' | 'si';
  readonly numeric: boolean;
  readonly owner: boolean;
  readonly group: boolean;
  readonly marks: 'none' | 'slash' | 'type' | 'all';
  readonly color: boolean;
  readonly quoting: 'literal' | 'shell' | 'escape' | 'c';
  readonly dates: 'usual' | 'full' | 'long-iso' | 'iso';
  readonly directoriesFirst: boolean;
  readonly ignore: readonly Bytes[];
  readonly width: number;
  readonly isTerminal: boolean;
};

const orders: Readonly<Record<string, LsOptions['order']>> = {
  t: 'time',
  S: 'size',
  X: 'extension',
  v: 'version',
  U: 'none',
  f: 'none',
  size: 'size',
  time: 'time',
  none: 'none',
  version: 'version',
  extension: 'extension',
};

export function lsOptions(call: Call): LsOptions | null {
  const { options, system } = call;
  const isTerminal = system.descriptors.isTerminal(1);
  const color = colorOf(call, isTerminal);
  const width = widthOf(call);
  if (color === null || width === null) return null;
  const layout = layoutOf(options, isTerminal);
  return {
    layout,
    hidden: hiddenOf(options),
    order: orderOf(options, layout),
    isReversed: has(options, 'r'),
    time: timeOf(options),
    isRecursive: has(options, 'R'),
    isDirectoryItself: has(options, 'd'),
    follow: followOf(options, layout),
    inode: has(options, 'i'),
    blocks: has(options, 's'),
    sizes: sizesOf(options),
    numeric: has(options, 'n'),
    owner: !has(options, 'g'),
    group: !has(options, 'G') && !has(options, 'o'),
    marks: marksOf(options),
    color,
    quoting: quotingOf(options, isTerminal),
    dates: datesOf(options),
    directoriesFirst: has(options, 'group-directories-first'),
    ignore: ignored(options),
    width,
    isTerminal,
  };
}

function hiddenOf(options: Options): LsOptions['hidden'] {
  const last = lastOf(options, 'aAf');
  if (last === null) return 'none';
  return last === 'A' ? 'almost' : 'all';
}

function orderOf(options: Options, layout: Layout): LsOptions['order'] {
  const given = options.findLast(({ key }) => 'tSXvUf'.includes(key) || key === 'sort');
  const order = given === undefined ? undefined : orders[given.key === 'sort' ? given.value : given.key];
  return order ?? (layout !== 'long' && has(options, 'c') ? 'time' : 'name');
}

function timeOf(options: Options): LsOptions['time'] {
  if (has(options, 'c')) return 'changedAt';
  return has(options, 'u') ? 'accessedAt' : 'modifiedAt';
}

function sizesOf(options: Options): LsOptions['sizes'] {
  if (has(options, 'h')) return 'human';
  return has(options, 'si') ? 'si' : 'plain';
}

function followOf(options: Options, layout: Layout): LsOptions['follow'] {
  if (has(options, 'L')) return 'always';
  return followsGiven(options, layout) ? 'given' : 'never';
}

function followsGiven(options: Options, layout: Layout): boolean {
  return has(options, 'H') || (layout !== 'long' && !has(options, 'd') && !has(options, 'F'));
}

function ignored(options: Options): readonly Bytes[] {
  const named = options.filter(({ key }) => key === 'I').map(({ value }) => value);
  return has(options, 'B') ? [...named, '*~'] : named;
}

function layoutOf(options: Options, isTerminal: boolean): Layout {
  const last = options.findLast(({ key }) => 'lngoCxm1'.includes(key) || key === 'full-time')?.key;
  if (last === undefined) return isTerminal ? 'columns' : 'single';
  // -1 after -l leaves it long: one per line it is already.
  if (last === '1') return options.some(({ key }) => 'lngo'.includes(key)) ? 'long' : 'single';
  if (last === 'C') return 'columns';
  if (last === 'x') return 'across';
  return last === 'm' ? 'commas' : 'long';
}

function marksOf(options: Options): LsOptions['marks'] {
  const last = lastOf(options, 'Fp') ?? (has(options, 'file-type') ? 'type' : null);
  if (last === 'F') return 'all';
  if (last === 'p') return 'slash';
  return last === 'type' ? 'type' : 'none';
}

function quotingOf(options: Options, isTerminal: boolean): LsOptions['quoting'] {
  const last = lastOf(options, 'NQb');
  if (last === 'Q') return 'c';
  if (last === 'b') return 'escape';
  return last === null && isTerminal ? 'shell' : 'literal';
}

function datesOf(options: Options): LsOptions['dates'] {
  if (has(options, 'full-time')) return 'full';
  const style = valueOf(options, 'time-style');
  if (style === 'full-iso') return 'full';
  return style === 'long-iso' || style === 'iso' ? style : 'usual';
}

function colorOf(call: Call, isTerminal: boolean): boolean | null {
  if (!has(call.options, 'color')) return false;
  const when = valueOf(call.options, 'color') ?? '';
  const { environment } = call.system;
  // As ls: a terminal that is not known, or a dumb one, has no colours.
  const isAble =
    environment.has('LS_COLORS') ||
    environment.has('COLORTERM') ||
    !/^(dumb)?$/.test(environment.get('TERM') ?? '');
  if (when === '' || /^(always|yes|force)$/.test(when)) return isAble;
  if (/^(auto|tty|if-tty)$/.test(when)) return isAble && isTerminal;
  if (/^(never|no|none)$/.test(when)) return false;
  const row = (words: readonly Bytes[]): Bytes => `  - ${words.map(quoted).join(', ')}\n`;
  complain(call, `invalid argument ${quoted(when)} for ${quoted('--color')}`);
  call.complaints += `Valid arguments are:\n${row(['always', 'yes', 'force'])}${row(['never', 'no', 'none'])}${row(['auto', 'tty', 'if-tty'])}Try '${call.name} --help' for more information.\n`;
  call.status = 1;
  return null;
}

function widthOf(call: Call): number | null {
  const given = valueOf(call.options, 'w');
  if (given !== null) {
    if (/^\d+$/.test(given)) return Number(given) === 0 ? 1_000_000 : Number(given);
    complain(call, `invalid line width: ${quoted(given)}`);
    call.status = 2;
    return null;
  }
  const { columns } = call.system.terminal.size();
  if (call.system.descriptors.isTerminal(1) && columns > 0) return columns;
  const said = Number(call.system.environment.get('COLUMNS') ?? '');
  return said > 0 ? said : 80;
}
