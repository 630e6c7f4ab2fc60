import type { Errno } from '../../answer.ts';
import { done, messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { baseName, breathe, complain, complainOf, confirm, coreCommand, joined, misuse } from './command.ts';
import { has, lastOf } from './options.ts';
import { named, quoted } from './quote.ts';
import { kindText } from './stat-text.ts';

export const rm = coreCommand({
  short: 'fiIrRdv',
  long: {
    force: 'f',
    interactive: 'interactive?',
    recursive: 'r',
    dir: 'd',
    verbose: 'v',
    'preserve-root': 'preserve-root?',
    'no-preserve-root': 'no-preserve-root',
    'one-file-system': 'one-file-system',
  },
  usage: '[OPTION]... [FILE]...',
  run: removeAll,
});

type Removal = {
  readonly call: Call;
  readonly isRecursive: boolean;
  readonly asks: 'always' | 'protected' | 'never';
  readonly takesEmpty: boolean;
  readonly isVerbose: boolean;
};

function* removeAll(call: Call): Step<void> {
  const { options, operands } = call;
  const manner = lastOf(options, 'fiI');
  if (operands.length === 0) {
    if (manner !== 'f') misuse(call, 1, 'missing operand');
    return;
  }
  const removal: Removal = {
    call,
    isRecursive: has(options, 'r') || has(options, 'R'),
    asks: asksOf(call),
    takesEmpty: has(options, 'd'),
    isVerbose: has(options, 'v'),
  };
  const asksOnce = manner === 'I' && (operands.length > 3 || removal.isRecursive);
  if (asksOnce && !(yield* confirm(call, onceQuestion(removal)))) return;
  for (const path of operands) yield* removeGiven(removal, path);
}

function asksOf({ options, system }: Call): Removal['asks'] {
  const manner = lastOf(options, 'fiI');
  if (manner === 'i') return 'always';
  return manner === 'f' || !system.descriptors.isTerminal(0) ? 'never' : 'protected';
}

function* removeGiven(removal: Removal, path: Bytes): Step<void> {
  const { call } = removal;
  if (isRefused(removal, path)) return;
  const found = call.system.files.linkStat(path);
  if (found.ok) yield* remove(removal, path, found.value);
  else if (lastOf(call.options, 'fiI') !== 'f' || !isAbsence(found.errno)) failedAt(call, path, found.errno);
}

/** With -f what is not there is no failure. */
const isAbsence = (errno: Errno): boolean => errno === 'ENOENT' || errno === 'ENOTDIR';

function onceQuestion({ call, isRecursive }: Removal): Bytes {
  const { length } = call.operands;
  return `remove ${length} argument${length === 1 ? '' : 's'}${isRecursive ? ' recursively' : ''}?`;
}

function isRefused({ call, isRecursive }: Removal, path: Bytes): boolean {
  const last = baseName(path.replace(/\/+$/, ''));
  if (last === '.' || last === '..') {
    complain(call, `refusing to remove '.' or '..' directory: skipping ${named(path)}`);
    return true;
  }
  if (!isRecursive || has(call.options, 'no-preserve-root')) return false;
  const real = call.system.files.resolve(path);
  if (!real.ok || real.value !== '/') return false;
  complain(
    call,
    `it is dangerous to operate recursively on ${named(path)}${path === '/' ? '' : " (same as '/')"}`,
  );
  complain(call, 'use --no-preserve-root to override this failsafe');
  return true;
}

/** False: something of it stayed. */
function* remove(removal: Removal, path: Bytes, stat: Stat): Step<boolean> {
  const { call } = removal;
  const { files } = call.system;
  yield* breathe(call);
  if (stat.kind === 'directory') return yield* removeTree(removal, path, stat);
  if (!(yield* mayGo(removal, path, stat))) return false;
  const removed = files.remove(path);
  if (!removed.ok) return failedAt(call, path, removed.errno);
  if (removal.isVerbose) call.output += `removed ${named(path)}\n`;
  return true;
}

function failedAt(call: Call, path: Bytes, errno: Errno): false {
  complainOf(call, `cannot remove ${named(path)}`, errno);
  return false;
}

function* mayGo({ call, asks }: Removal, path: Bytes, stat: Stat): Step<boolean> {
  if (asks === 'never') return true;
  const isProtected = stat.kind !== 'link' && !call.system.files.mayAccess(path, 'write');
  if (asks === 'protected' && !isProtected) return true;
  const kind = kindText(stat);
  return yield* confirm(call, `remove ${isProtected ? 'write-protected ' : ''}${kind} ${named(path)}?`);
}

function* removeTree(removal: Removal, path: Bytes, stat: Stat): Step<boolean> {
  const { call, isRecursive, takesEmpty, asks } = removal;
  const { files } = call.system;
  if (!isRecursive && !takesEmpty) return failedAt(call, path, 'EISDIR');
  const inside = isRecursive ? files.list(path) : none;
  if (!inside.ok && asks !== 'always') {
    const gone = files.removeDirectory(path);
    return gone.ok || failedAt(call, path, inside.errno);
  }
  const names = inside.ok ? inside.value.map(({ name }) => name) : [];
  if (!(yield* removeInside(removal, path, names))) return false;
  if (asks === 'always' && !(yield* mayGo(removal, path, stat))) return false;
  return removeEmptied(removal, path);
}

function removeEmptied({ call, isVerbose }: Removal, path: Bytes): boolean {
  const removed = call.system.files.removeDirectory(path);
  if (!removed.ok) return failedAt(call, path, removed.errno);
  if (isVerbose) call.output += `removed directory ${named(path)}\n`;
  return true;
}

const none: ReturnType<Call['system']['files']['list']> = done([]);

function* removeInside(removal: Removal, path: Bytes, names: readonly Bytes[]): Step<boolean> {
  const { call, asks } = removal;
  if (names.length === 0) return true;
  if (asks === 'always' && !(yield* confirm(call, `descend into directory ${named(path)}?`))) return false;
  let isEmpty = true;
  for (const name of names) {
    const inner = joined(path, name);
    const found = call.system.files.linkStat(inner);
    if (found.ok) isEmpty = (yield* remove(removal, inner, found.value)) && isEmpty;
    else isEmpty = failedAt(call, inner, found.errno);
  }
  return isEmpty;
}

export const rmdir = coreCommand({
  short: 'pv',
  long: { parents: 'p', verbose: 'v', 'ignore-fail-on-non-empty': 'ignore-fail-on-non-empty' },
  usage: '[OPTION]... DIRECTORY...',
  least: 1,
  *run(call) {
    for (const path of call.operands) {
      const steps = has(call.options, 'p') ? upwards(path) : [path];
      for (const step of steps) if (!removeEmpty(call, step)) break;
      yield* breathe(call);
    }
  },
});

function upwards(path: Bytes): readonly Bytes[] {
  const bare = path.replace(/\/+$/, '');
  const steps = [path];
  for (let at = bare.lastIndexOf('/'); at > 0; at = bare.lastIndexOf('/', at - 1))
    steps.push(bare.slice(0, at));
  return steps;
}

function removeEmpty(call: Call, path: Bytes): boolean {
  if (has(call.options, 'v')) call.output += `rmdir: removing directory, ${named(path)}\n`;
  const removed = call.system.files.removeDirectory(path);
  if (removed.ok) return true;
  if (removed.errno === 'ENOTEMPTY' && has(call.options, 'ignore-fail-on-non-empty')) return false;
  complain(call, `failed to remove ${named(path)}: ${messageOf(removed.errno)}`);
  return false;
}

export const unlink = coreCommand({
  short: '',
  long: {},
  usage: 'FILE',
  least: 1,
  *run(call) {
    yield* breathe(call);
    const [path = '', extra] = call.operands;
    if (extra !== undefined) {
      misuse(call, 1, `extra operand ${quoted(extra)}`);
      return;
    }
    const removed = call.system.files.remove(path);
    if (!removed.ok) complainOf(call, `cannot unlink ${named(path)}`, removed.errno);
  },
});
