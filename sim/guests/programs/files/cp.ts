import type { Step } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { coreCommand, joined } from './command.ts';
import type { Copying } from './copy.ts';
import { copy } from './copy.ts';
import { makePath } from './make.ts';
import { directoryPart } from './names.ts';
import type { Options } from './options.ts';
import { has, lastOf, valueOf } from './options.ts';
import { pairsOf } from './targets.ts';

export const cp = coreCommand({
  short: 'adfHilLnPpRrst:Tuvx',
  long: {
    archive: 'a',
    force: 'f',
    interactive: 'i',
    link: 'l',
    dereference: 'L',
    'no-clobber': 'n',
    'no-dereference': 'P',
    preserve: 'preserve?',
    recursive: 'R',
    'symbolic-link': 's',
    'target-directory': 't',
    'no-target-directory': 'T',
    update: 'u',
    verbose: 'v',
    parents: 'parents',
    'one-file-system': 'x',
  },
  usage: '[OPTION]... [-T] SOURCE DEST',
  run: copyAll,
});

function* copyAll(call: Call): Step<void> {
  const pairs = pairsOf(call);
  if (pairs === null) return;
  const copying = copyingOf(call);
  const keepsPath = has(call.options, 'parents');
  for (const pair of pairs) {
    if (!keepsPath) {
      yield* copy(copying, pair, 0);
      continue;
    }
    const target = valueOf(call.options, 't') ?? call.operands.at(-1) ?? '';
    const to = joined(target, pair.from.replace(/^\/+/, ''));
    if (makePath(call, directoryPart(to), null)) yield* copy(copying, { from: pair.from, to }, 0);
  }
}

function copyingOf(call: Call): Copying {
  const { options } = call;
  const isRecursive = has(options, 'a') || has(options, 'R') || has(options, 'r');
  return {
    call,
    isRecursive,
    preserves: preserved(options),
    follow: followOf(options, isRecursive),
    overwrite: overwriteOf(options),
    makes: madeOf(options),
    isVerbose: has(options, 'v'),
    twins: keepsTwins(options) ? new Map() : null,
  };
}

const manners: Readonly<Record<string, Copying['overwrite']>> = { i: 'ask', n: 'never', u: 'newer' };

const overwriteOf = (options: Options): Copying['overwrite'] =>
  manners[lastOf(options, 'inu') ?? ''] ?? (has(options, 'f') ? 'force' : 'always');

function madeOf(options: Options): Copying['makes'] {
  if (has(options, 'l')) return 'twin';
  return has(options, 's') ? 'link' : 'copy';
}

const keepsTwins = (options: Options): boolean =>
  has(options, 'a') || has(options, 'd') || /links|all/.test(valueOf(options, 'preserve') ?? '');

function followOf(options: Options, isRecursive: boolean): Copying['follow'] {
  const last = lastOf(options, 'adPLH');
  if (last === 'L') return 'always';
  if (last === 'H') return 'given';
  return last === null && !isRecursive ? 'always' : 'never';
}

function preserved(options: Options): Copying['preserves'] {
  const list = has(options, 'preserve') ? valueOf(options, 'preserve') || 'mode,ownership,timestamps' : '';
  const isAll = has(options, 'a') || has(options, 'p') || list.includes('all');
  return {
    mode: isAll || list.includes('mode'),
    owner: isAll || list.includes('ownership'),
    times: isAll || list.includes('timestamps'),
  };
}
