import type { Answer } from '../../answer.ts';
import { done } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, confirm, joined } from './command.ts';
import { named } from './quote.ts';
import { permissionText } from './stat-text.ts';

export type Copying = {
  readonly call: Call;
  readonly isRecursive: boolean;
  readonly preserves: { readonly mode: boolean; readonly owner: boolean; readonly times: boolean };
  readonly follow: 'never' | 'given' | 'always';
  readonly overwrite: 'always' | 'ask' | 'never' | 'newer' | 'force';
  readonly makes: 'copy' | 'link' | 'twin';
  readonly isVerbose: boolean;
  /** What was copied where: twins stay twins where links are kept. */
  readonly twins: Map<string, Bytes> | null;
};

export type Pair = { readonly from: Bytes; readonly to: Bytes };

export const isSame = (one: Stat, other: Stat): boolean =>
  one.inode === other.inode && one.device === other.device;

/** One thing to where it shall be; false: something of it is missing. */
export function* copy(copying: Copying, pair: Pair, depth: number): Step<boolean> {
  const { call, follow } = copying;
  const { files } = call.system;
  const follows = follow === 'always' || (follow === 'given' && depth === 0);
  const source = follows ? files.stat(pair.from) : files.linkStat(pair.from);
  yield* breathe(call);
  if (!source.ok) {
    complainOf(call, `cannot stat ${named(pair.from)}`, source.errno);
    return false;
  }
  const { value } = source;
  if (value.kind === 'directory') return yield* copyDirectory(copying, { ...pair, depth }, value);
  const target = files.linkStat(pair.to);
  if (target.ok) {
    const verdict = yield* mayReplace(copying, pair, [value, target.value]);
    if (verdict !== 'yes') return verdict === 'skip';
  }
  return yield* copyFile(copying, pair, value);
}

type Verdict = 'yes' | 'no' | 'skip';

/** Whether what is there gives way; 'skip' is no failure. */
function* mayReplace(copying: Copying, pair: Pair, [source, link]: readonly [Stat, Stat]): Step<Verdict> {
  const { call } = copying;
  const { to } = pair;
  const followed = call.system.files.stat(to);
  const target = followed.ok ? followed.value : link;
  const objection = objectionTo(copying, pair, [source, target]);
  if (objection !== null) {
    complain(call, objection);
    return 'no';
  }
  if (!(yield* isWished(copying, to, [source, target]))) return 'skip';
  const isDangling = !followed.ok && link.kind === 'link';
  if (isDangling && writesThrough(copying, source)) {
    complain(call, `not writing through dangling symlink ${named(to)}`);
    return 'no';
  }
  return isInTheWay(copying, to, source) ? takenAway(call, to) : 'yes';
}

/** Why the one cannot take the other's place, whatever is asked for. */
function objectionTo(
  { makes, overwrite }: Copying,
  { from, to }: Pair,
  [source, target]: readonly [Stat, Stat],
): Bytes | null {
  if (isSame(source, target) && !(makes === 'twin' && overwrite === 'force'))
    return `${named(from)} and ${named(to)} are the same file`;
  return target.kind === 'directory' ? `cannot overwrite directory ${named(to)} with non-directory` : null;
}

function* isWished(
  { call, overwrite }: Copying,
  to: Bytes,
  [source, target]: readonly [Stat, Stat],
): Step<boolean> {
  if (overwrite === 'never') return false;
  if (overwrite === 'newer') return target.modifiedAt < source.modifiedAt;
  return overwrite !== 'ask' || (yield* confirm(call, replaceQuestion(call, to, target)));
}

const writesThrough = ({ makes, overwrite }: Copying, { kind }: Stat): boolean =>
  makes === 'copy' && kind === 'file' && overwrite !== 'force';

/** Whether it must be removed first: it cannot be written over. */
function isInTheWay({ call, makes, overwrite }: Copying, to: Bytes, { kind }: Stat): boolean {
  if (makes !== 'copy') return overwrite === 'force' || overwrite === 'ask';
  return kind !== 'file' || (overwrite === 'force' && !call.system.files.mayAccess(to, 'write'));
}

function takenAway(call: Call, to: Bytes): Verdict {
  const removed = call.system.files.remove(to);
  if (!removed.ok) complainOf(call, `cannot remove ${named(to)}`, removed.errno);
  return removed.ok ? 'yes' : 'no';
}

export function replaceQuestion(call: Call, to: Bytes, target: Stat): Bytes {
  if (call.system.files.mayAccess(to, 'write') || target.kind === 'link')
    return `${call.name === 'mv' || call.name === 'ln' ? 'replace' : 'overwrite'} ${named(to)}?`.replace(
      /^replace (.*)\?$/s,
      call.name === 'mv' ? 'overwrite $1?' : 'replace $1?',
    );
  return `replace ${named(to)}, overriding mode ${target.mode.toString(8).padStart(4, '0')} (${permissionText(target.mode)})?`;
}

function* copyFile(copying: Copying, pair: Pair, source: Stat): Step<boolean> {
  const { call, makes, twins, isVerbose } = copying;
  const key = `${source.device}:${source.inode}`;
  const twinOf = source.links > 1 ? twins?.get(key) : undefined;
  if (twinOf !== undefined || makes === 'twin') return makeTwin(copying, pair, twinOf ?? pair.from);
  if (makes === 'link') return makeLink(copying, pair);
  tell(call, pair, isVerbose);
  if (!(yield* copyContent(copying, pair, source))) return false;
  twins?.set(key, pair.to);
  keepAttributes(copying, pair.to, source);
  return true;
}

function makeTwin({ call, isVerbose }: Copying, pair: Pair, goal: Bytes): boolean {
  const made = call.system.files.makeTwin(goal, pair.to);
  if (made.ok) tell(call, pair, isVerbose);
  else complainOf(call, `cannot create hard link ${named(pair.to)} to ${named(goal)}`, made.errno);
  return made.ok;
}

function makeLink({ call, isVerbose }: Copying, pair: Pair): boolean {
  const { from, to } = pair;
  const made = call.system.files.makeLink(from, to);
  if (made.ok) tell(call, pair, isVerbose);
  else complainOf(call, `cannot create symbolic link ${named(to)} to ${named(from)}`, made.errno);
  return made.ok;
}

const tell = (call: Call, { from, to }: Pair, isVerbose: boolean): void => {
  if (isVerbose) call.output += `${named(from)} -> ${named(to)}\n`;
};

function* copyContent(copying: Copying, { from, to }: Pair, source: Stat): Step<boolean> {
  const { call, isRecursive } = copying;
  const { files } = call.system;
  if (source.kind === 'link') {
    const goal = files.readLink(from);
    const made = goal.ok ? files.makeLink(goal.value, to) : goal;
    if (!made.ok) complainOf(call, `cannot create symbolic link ${named(to)}`, made.errno);
    return made.ok;
  }
  if (isRecursive && source.kind !== 'file') {
    const made = files.makeNode(to, { kind: source.kind, mode: source.mode, special: source.special });
    if (!made.ok) complainOf(call, `cannot create special file ${named(to)}`, made.errno);
    return made.ok;
  }
  return yield* pour(call, { from, to }, source.mode & 0o777);
}

/** Byte by byte, whatever stands at either end. */
function* pour(call: Call, { from, to }: Pair, mode: number): Step<boolean> {
  const { descriptors } = call.system;
  const reading = yield* descriptors.open(from, { access: 'read' }, 0);
  if (!reading.ok) {
    complainOf(call, `cannot open ${named(from)} for reading`, reading.errno);
    return false;
  }
  const writing = yield* openTarget(call, to, mode);
  if (!writing.ok) {
    descriptors.close(reading.value);
    return false;
  }
  let isWhole = true;
  for (;;) {
    const read = yield* descriptors.read(reading.value, 65_536);
    if (!read.ok) complainOf(call, `error reading ${named(from)}`, read.errno);
    isWhole = read.ok;
    if (!read.ok || read.value === '') break;
    const written = yield* descriptors.write(writing.value, read.value);
    if (written.ok) continue;
    complainOf(call, `error writing ${named(to)}`, written.errno);
    isWhole = false;
    break;
  }
  descriptors.close(reading.value);
  descriptors.close(writing.value);
  return isWhole;
}

function* openTarget(call: Call, to: Bytes, mode: number): Step<Answer<number>> {
  const isThere = call.system.files.stat(to).ok;
  const opened = yield* call.system.descriptors.open(
    to,
    { access: 'write', create: true, truncate: true },
    mode,
  );
  if (opened.ok) return done(opened.value);
  complainOf(
    call,
    `cannot create regular file ${named(to)}`,
    isThere || !to.endsWith('/') ? opened.errno : 'ENOTDIR',
  );
  return opened;
}

function keepAttributes({ call, preserves }: Copying, to: Bytes, source: Stat): void {
  const { files } = call.system;
  const isLink = source.kind === 'link';
  if (preserves.owner) (isLink ? files.changeLinkOwner : files.changeOwner)(to, source.uid, source.gid);
  if (preserves.mode && !isLink) files.changeMode(to, source.mode);
  if (preserves.times)
    (isLink ? files.changeLinkTimes : files.changeTimes)(to, source.accessedAt, source.modifiedAt);
}

type Deep = Pair & { readonly depth: number };

function* copyDirectory(copying: Copying, deep: Deep, source: Stat): Step<boolean> {
  const { call, preserves } = copying;
  const { files } = call.system;
  const { from, to, depth } = deep;
  const target = files.stat(to);
  const objection = objectionToDirectory(copying, deep, target);
  if (objection !== null) {
    complain(call, objection);
    return false;
  }
  const inside = files.list(from);
  if (!target.ok && !makeTarget(copying, deep, source)) return false;
  if (!inside.ok) complainOf(call, `cannot access ${named(from)}`, inside.errno);
  let isWhole = inside.ok;
  for (const { name } of inside.ok ? inside.value : [])
    isWhole =
      (yield* copy(copying, { from: joined(from, name), to: joined(to, name) }, depth + 1)) && isWhole;
  if (!target.ok && !preserves.mode) files.changeMode(to, source.mode & 0o7777 & ~files.umask());
  keepAttributes(copying, to, source);
  return isWhole;
}

function objectionToDirectory(
  { call, isRecursive }: Copying,
  { from, to, depth }: Deep,
  target: Answer<Stat>,
): Bytes | null {
  if (!isRecursive) return `-r not specified; omitting directory ${named(from)}`;
  if (target.ok && target.value.kind !== 'directory')
    return `cannot overwrite non-directory ${named(to)} with directory ${named(from)}`;
  if (depth === 0 && isInside(call, from, to))
    return `cannot copy a directory, ${named(from)}, into itself, ${named(to)}`;
  return null;
}

/** Open to its owner while it is filled. */
function makeTarget({ call, isVerbose }: Copying, pair: Pair, source: Stat): boolean {
  const made = call.system.files.makeDirectory(pair.to, (source.mode & 0o777) | 0o700);
  if (made.ok) tell(call, pair, isVerbose);
  else complainOf(call, `cannot create directory ${named(pair.to)}`, made.errno);
  return made.ok;
}

/** Is the goal below what is to be copied or moved? */
export function isInside(call: Call, from: Bytes, to: Bytes): boolean {
  const { files } = call.system;
  const source = files.resolve(from);
  const bare = to.replace(/\/+$/, '');
  const at = bare.lastIndexOf('/');
  const parent = files.resolve(files.stat(to).ok ? to : at < 0 ? '.' : bare.slice(0, at) || '/');
  if (!source.ok || !parent.ok) return false;
  return parent.value === source.value || parent.value.startsWith(`${source.value}/`);
}
