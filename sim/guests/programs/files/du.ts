import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step } from '../../kernel/program.ts';
import { matchesWhole } from '../../shell/pattern/match.ts';
import { compilePattern } from '../../shell/pattern/pattern.ts';
import type { Call } from './command.ts';
import { baseName, breathe, complain, complainOf, coreCommand, joined, misuse } from './command.ts';
import type { Options } from './options.ts';
import { has, valueOf } from './options.ts';
import { named, quoted } from './quote.ts';
import { sized } from './space.ts';

export const du = coreCommand({
  short: 'abcd:hHkLlmPsSx0t:',
  long: {
    all: 'a',
    bytes: 'b',
    total: 'c',
    'max-depth': 'd',
    'human-readable': 'h',
    summarize: 's',
    'separate-dirs': 'S',
    'one-file-system': 'x',
    dereference: 'L',
    'apparent-size': 'apparent-size',
    exclude: 'exclude:',
    si: 'si',
  },
  usage: '[OPTION]... [FILE]...',
  *run(call) {
    const deepest = deepestOf(call);
    if (deepest === null) return;
    const seen = new Set<string>();
    let whole = 0;
    for (const path of call.operands.length === 0 ? ['.'] : call.operands)
      whole += yield* countGiven({ call, deepest, seen, device: null }, path);
    if (has(call.options, 'c')) tell(call, whole, 'total');
  },
});

/** How far below what is given sizes are told; null: it was complained of. */
function deepestOf(call: Call): number | null {
  const { options } = call;
  const most = valueOf(options, 'd');
  if (most !== null && !/^\d+$/.test(most)) {
    misuse(call, 1, `invalid maximum depth ${quoted(most)}`);
    return null;
  }
  if (has(options, 's') && has(options, 'a')) {
    complain(call, 'cannot both summarize and show all entries');
    call.complaints += `Try 'du --help' for more information.\n`;
    return null;
  }
  if (has(options, 's')) return 0;
  return most === null ? Number.POSITIVE_INFINITY : Number(most);
}

type Counting = {
  readonly call: Call;
  readonly deepest: number;
  readonly seen: Set<string>;
  readonly device: number | null;
};

type Spot = { readonly stat: Stat; readonly depth: number };

const tell = (call: Call, bytes: number, path: Bytes): void => {
  call.output += `${sized(bytes, call.options)}\t${path}${has(call.options, '0') ? '\0' : '\n'}`;
};

function* countGiven(counting: Counting, path: Bytes): Step<number> {
  const { call } = counting;
  const { files } = call.system;
  const found = has(call.options, 'L') ? files.stat(path) : files.linkStat(path);
  if (!found.ok) {
    complainOf(call, `cannot access ${named(path)}`, found.errno);
    return 0;
  }
  const device = has(call.options, 'x') ? found.value.device : null;
  return yield* count({ ...counting, device }, path, { stat: found.value, depth: 0 });
}

function* count(counting: Counting, path: Bytes, { stat, depth }: Spot): Step<number> {
  const { call, deepest } = counting;
  const { options } = call;
  yield* breathe(call);
  if (!isCounted(counting, path, stat)) return 0;
  const bytes = bytesOf(stat, options);
  if (stat.kind !== 'directory') {
    if (depth === 0 || (has(options, 'a') && depth <= deepest)) tell(call, bytes, path);
    return bytes;
  }
  const inside = yield* countInside(counting, path, depth + 1);
  if (depth <= deepest) tell(call, bytes + inside.told, path);
  return bytes + inside.told + inside.apart;
}

/** What is there once is counted once. */
function isCounted({ call, seen, device }: Counting, path: Bytes, stat: Stat): boolean {
  const key = `${stat.device}:${stat.inode}`;
  if (seen.has(key)) return false;
  if (device !== null && stat.device !== device) return false;
  if (isExcluded(call.options, path)) return false;
  seen.add(key);
  return true;
}

function bytesOf({ kind, size, allocated }: Stat, options: Options): number {
  const isApparent = has(options, 'b') || has(options, 'apparent-size');
  if (!isApparent) return allocated;
  return kind === 'file' || kind === 'directory' || kind === 'link' ? size : 0;
}

type Inside = { readonly told: number; readonly apart: number };

/** Of a directory: what it is told to hold, and with -S what its directories are told to hold themselves. */
function* countInside(counting: Counting, path: Bytes, depth: number): Step<Inside> {
  const { call } = counting;
  const { files } = call.system;
  const inside = files.list(path);
  if (!inside.ok) complainOf(call, `cannot read directory ${named(path)}`, inside.errno);
  let told = 0;
  let apart = 0;
  for (const { name } of inside.ok ? inside.value : []) {
    const inner = joined(path, name);
    const found = files.linkStat(inner);
    if (!found.ok) continue;
    const part = yield* count(counting, inner, { stat: found.value, depth });
    if (has(call.options, 'S') && found.value.kind === 'directory') apart += part;
    else told += part;
  }
  return { told, apart };
}

function isExcluded(options: Options, path: Bytes): boolean {
  return options.some(
    ({ key, value }) =>
      key === 'exclude' &&
      matchesWhole(compilePattern(value, { extended: false, ignoresCase: false }), baseName(path)),
  );
}
