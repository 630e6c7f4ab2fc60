import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, confirm, coreCommand, joined } from './command.ts';
import type { Copying, Pair } from './copy.ts';
import { copy, isInside, isSame, replaceQuestion } from './copy.ts';
import { has, lastOf } from './options.ts';
import { named } from './quote.ts';
import { pairsOf } from './targets.ts';

export const mv = coreCommand({
  short: 'fint:Tuv',
  long: {
    force: 'f',
    interactive: 'i',
    'no-clobber': 'n',
    'target-directory': 't',
    'no-target-directory': 'T',
    update: 'u',
    verbose: 'v',
  },
  usage: '[OPTION]... [-T] SOURCE DEST',
  *run(call) {
    for (const pair of pairsOf(call) ?? []) {
      yield* breathe(call);
      yield* move(call, pair);
    }
  },
});

function* move(call: Call, pair: Pair): Step<void> {
  const { from, to } = pair;
  const { files } = call.system;
  const source = files.linkStat(from);
  if (!source.ok) {
    complainOf(call, `cannot stat ${named(from)}`, source.errno);
    return;
  }
  const target = files.linkStat(to);
  if (target.ok && !(yield* mayReplace(call, pair, [source.value, target.value]))) return;
  if (source.value.kind === 'directory' && isInside(call, from, to)) {
    complain(call, `cannot move ${named(from)} to a subdirectory of itself, ${named(to)}`);
    return;
  }
  const renamed = files.rename(from, to);
  if (renamed.ok) {
    if (has(call.options, 'v')) call.output += `renamed ${named(from)} -> ${named(to)}\n`;
    return;
  }
  if (renamed.errno !== 'EXDEV') {
    complainOf(call, `cannot move ${named(from)} to ${named(to)}`, renamed.errno);
    return;
  }
  yield* moveAcross(call, pair, source.value);
}

function* mayReplace(call: Call, pair: Pair, stats: readonly [Stat, Stat]): Step<boolean> {
  const objection = objectionTo(pair, stats);
  if (objection !== null) {
    complain(call, objection);
    return false;
  }
  const { options, system } = call;
  const [source, target] = stats;
  const manner = lastOf(options, 'fin');
  if (manner === 'n') return false;
  if (has(options, 'u') && target.modifiedAt >= source.modifiedAt) return false;
  const isProtected = target.kind !== 'link' && !system.files.mayAccess(pair.to, 'write');
  const asks = manner === 'i' || (manner === null && isProtected && system.descriptors.isTerminal(0));
  return !asks || (yield* confirm(call, replaceQuestion(call, pair.to, target)));
}

/** Why the one cannot take the other's place, whatever is asked for. */
function objectionTo({ from, to }: Pair, [source, target]: readonly [Stat, Stat]): Bytes | null {
  const isDirectory = target.kind === 'directory';
  if (isSame(source, target)) return `${named(from)} and ${named(to)} are the same file`;
  if (source.kind === 'directory' && !isDirectory)
    return `cannot overwrite non-directory ${named(to)} with directory ${named(from)}`;
  if (source.kind !== 'directory' && isDirectory)
    return `cannot overwrite directory ${named(to)} with non-directory`;
  return null;
}

/** To another file system: copied with all it has, then removed. */
function* moveAcross(call: Call, pair: Pair, source: Stat): Step<void> {
  const copying: Copying = {
    call,
    isRecursive: true,
    preserves: { mode: true, owner: true, times: true },
    follow: 'never',
    overwrite: 'force',
    makes: 'copy',
    isVerbose: false,
    twins: new Map(),
  };
  if (!(yield* copy(copying, pair, 0))) return;
  if (has(call.options, 'v')) call.output += `copied ${named(pair.from)} -> ${named(pair.to)}\n`;
  yield* removeMoved(call, pair.from, source.kind);
}

function* removeMoved(call: Call, path: Bytes, kind: Stat['kind']): Step<void> {
  const { files } = call.system;
  const inside = kind === 'directory' ? files.list(path) : null;
  for (const entry of inside?.ok === true ? inside.value : [])
    yield* removeMoved(call, joined(path, entry.name), entry.kind);
  yield* breathe(call);
  const removed = kind === 'directory' ? files.removeDirectory(path) : files.remove(path);
  if (!removed.ok) complainOf(call, `cannot remove ${named(path)}`, removed.errno);
}
