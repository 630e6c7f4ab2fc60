/** Files of a simulated guest, by the calls of its kernel: all of them as the user, so his rights hold. */
import { done, failed } from '../../../../sim/guests/answer.ts';
import type { Answer, Errno } from '../../../../sim/guests/answer.ts';
import { bytesOf, textOf } from '../../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../../sim/guests/bytes.ts';
import type { Stat } from '../../../../sim/guests/files/node.ts';
import type { System } from '../../../../sim/guests/kernel/program.ts';
import type { FileChange, FileNode, TemporaryOrder, WriteOrder } from './hands.ts';

const kinds: Readonly<Partial<Record<Stat['kind'], FileNode['kind']>>> = {
  file: 'file',
  directory: 'directory',
  link: 'link',
};

export function nodeAt({ files }: System, path: Bytes): Answer<FileNode> {
  const stat = files.linkStat(path);
  if (!stat.ok) return stat;
  const { kind, mode, uid, gid, size, modifiedAt, accessedAt } = stat.value;
  const goal = kind === 'link' ? files.readLink(path) : null;
  return done({
    kind: kinds[kind] ?? 'other',
    mode: mode & 0o7777,
    uid,
    gid,
    size,
    modifiedAt,
    accessedAt,
    goal: goal?.ok === true ? textOf(goal.value) : null,
  });
}

export function nodesIn(
  system: System,
  path: Bytes,
): Answer<readonly (FileNode & { readonly name: string })[]> {
  const listed = system.files.list(path);
  if (!listed.ok) return listed;
  const names = listed.value.map(({ name }) => name).filter((name) => name !== '.' && name !== '..');
  const found = ['.', '..', ...names.toSorted()].flatMap((name) => {
    const node = nodeAt(system, `${path}/${name}`);
    return node.ok ? [{ ...node.value, name: textOf(name) }] : [];
  });
  return done(found);
}

export function contentOf({ files }: System, path: Bytes): Answer<Bytes> {
  const stat = files.stat(path);
  if (!stat.ok) return stat;
  return stat.value.kind === 'directory' ? failed('EISDIR') : files.readFile(path);
}

/** What is to be changed is changed, the rest stays. */
export function change({ files }: System, path: Bytes, wish: FileChange): Answer<void> {
  const stat = files.stat(path);
  if (!stat.ok) return stat;
  const { mode, uid, gid } = wish;
  const still = done(undefined);
  const owned =
    uid === undefined && gid === undefined ? still : files.changeOwner(path, uid ?? null, gid ?? null);
  if (!owned.ok) return owned;
  const moded = mode === undefined ? still : files.changeMode(path, mode & 0o7777);
  return moded.ok ? changeTimes(files, path, { stat: stat.value, wish }) : moded;
}

type Timing = { readonly stat: Stat; readonly wish: FileChange };

function changeTimes(files: System['files'], path: Bytes, { stat, wish }: Timing): Answer<void> {
  const { modifiedAt, accessedAt } = wish;
  if (modifiedAt === undefined && accessedAt === undefined) return done(undefined);
  return files.changeTimes(path, accessedAt ?? stat.accessedAt, modifiedAt ?? stat.modifiedAt);
}

export function write(system: System, path: Bytes, order: WriteOrder): Answer<void> {
  const { files } = system;
  const stat = files.stat(path);
  if (stat.ok && stat.value.kind === 'directory') return failed('EISDIR');
  if (stat.ok && !order.isReplaced) return failed('EEXIST');
  const written = files.writeFile(path, order.bytes, 0o644);
  return written.ok ? change(system, path, order.change) : written;
}

export function makeDirectory({ files }: System, path: Bytes, parents: 'made' | 'there'): Answer<void> {
  if (parents === 'there') return files.makeDirectory(path, 0o755);
  const parts = path.split('/').filter((part) => part !== '');
  for (const [at] of parts.entries()) {
    const made = files.makeDirectory(`/${parts.slice(0, at + 1).join('/')}`, 0o755);
    const isLast = at === parts.length - 1;
    if (!made.ok && (made.errno !== 'EEXIST' || isLast)) return made;
  }
  return done(undefined);
}

export function removeFile({ files }: System, path: Bytes): Answer<void> {
  const stat = files.linkStat(path);
  if (!stat.ok) return stat;
  return stat.value.kind === 'directory' ? failed('EISDIR') : files.remove(path);
}

export function removeDirectory({ files }: System, path: Bytes, what: 'empty' | 'whole'): Answer<void> {
  const stat = files.linkStat(path);
  if (!stat.ok) return stat;
  if (stat.value.kind !== 'directory') return failed('ENOTDIR');
  return what === 'empty' ? files.removeDirectory(path) : removeTree(files, path);
}

function removeTree(files: System['files'], path: Bytes): Answer<void> {
  const listed = files.list(path);
  if (!listed.ok) return listed;
  for (const { name, kind } of listed.value) {
    if (name === '.' || name === '..') continue;
    const below = `${path}/${name}`;
    const gone = kind === 'directory' ? removeTree(files, below) : files.remove(below);
    if (!gone.ok) return gone;
  }
  return files.removeDirectory(path);
}

export type Move = { readonly from: Bytes; readonly to: Bytes; readonly over: 'file' | 'nothing' };

export function move({ files }: System, { from, to, over }: Move): Answer<void> {
  if (!files.linkStat(from).ok) return failed('ENOENT');
  const there = files.linkStat(to);
  if (there.ok && (over === 'nothing' || there.value.kind === 'directory')) return failed('EEXIST');
  return files.rename(from, to);
}

const tries = 100;

/** As the tools name them: what the client asked for, and what nobody else has in between. */
export function makeTemporary(system: System, order: TemporaryOrder): Answer<string> {
  const { files, chance } = system;
  const directory = bytesOf(order.directory ?? '/tmp').replace(/(.)\/+$/, '$1');
  const stat = files.stat(directory);
  if (!stat.ok) return stat;
  if (stat.value.kind !== 'directory') return failed('ENOTDIR');
  let errno: Errno = 'EEXIST';
  for (let at = 0; at < tries && errno === 'EEXIST'; at += 1) {
    const name = `${bytesOf(order.prefix)}${Math.floor(chance() * 2_176_782_336).toString(36)}${bytesOf(order.suffix)}`;
    const path = `${directory === '/' ? '' : directory}/${name}`;
    const made = makeNew(files, path, order.kind);
    if (made.ok) return done(textOf(path));
    ({ errno } = made);
  }
  return failed(errno);
}

function makeNew(files: System['files'], path: Bytes, kind: TemporaryOrder['kind']): Answer<void> {
  if (kind === 'directory') return files.makeDirectory(path, 0o700);
  return files.linkStat(path).ok ? failed('EEXIST') : files.writeFile(path, '', 0o600);
}
