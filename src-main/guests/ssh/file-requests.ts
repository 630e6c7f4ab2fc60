import { bytesOf, textOf } from '../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import { done, failed } from '../../../sim/guests/answer.ts';
import type { Answer } from '../../../sim/guests/answer.ts';
import type { Stat } from '../../../sim/guests/files/node.ts';
import type { OpenFlags, Step, System } from '../../../sim/guests/kernel/program.ts';

/** What SFTP calls attributes: seconds, and the kind in the mode. */
export type FileFacts = {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly atime: number;
  readonly mtime: number;
};
export type NewFacts = Partial<FileFacts>;
export type NamedFile = { readonly filename: string; readonly longname: string; readonly attrs: FileFacts };

const kindBits: Readonly<Record<Stat['kind'], number>> = {
  pipe: 0o010_000,
  character: 0o020_000,
  directory: 0o040_000,
  block: 0o060_000,
  file: 0o100_000,
  link: 0o120_000,
  socket: 0o140_000,
};

const kindLetters: Readonly<Record<Stat['kind'], string>> = {
  pipe: 'p',
  character: 'c',
  directory: 'd',
  block: 'b',
  file: '-',
  link: 'l',
  socket: 's',
};

export const factsOf = (stat: Stat): FileFacts => ({
  mode: kindBits[stat.kind] | stat.mode,
  uid: stat.uid,
  gid: stat.gid,
  size: stat.size,
  atime: Math.floor(stat.accessedAt / 1000),
  mtime: Math.floor(stat.modifiedAt / 1000),
});

export const answered = <From, To>(answer: Answer<From>, with_: (value: From) => To): Answer<To> =>
  answer.ok ? done(with_(answer.value)) : answer;

const bit = { read: 1, write: 2, append: 4, create: 8, truncate: 16, exclusive: 32 } as const;

export function openFlags(flags: number): OpenFlags {
  const has = (one: number): boolean => (flags & one) !== 0;
  const isWriting = has(bit.write) || has(bit.append);
  return {
    access: isWriting ? (has(bit.read) ? 'both' : 'write') : 'read',
    append: has(bit.append),
    create: has(bit.create),
    truncate: has(bit.truncate),
    exclusive: has(bit.exclusive),
  };
}

export const facts = (system: System, path: Bytes, last: 'follow' | 'stay'): Answer<FileFacts> =>
  answered(last === 'follow' ? system.files.stat(path) : system.files.linkStat(path), factsOf);

/** All that a directory holds, with `.` and `..`, as `ls -l` shows it. */
export function entriesIn(system: System, path: Bytes): Answer<NamedFile[]> {
  const listed = system.files.list(path);
  if (!listed.ok) return listed;
  const names = new Set(['.', '..', ...listed.value.map(({ name }) => name)]);
  return done(
    [...names].flatMap((name) => {
      const stat = system.files.linkStat(`${path}/${name}`);
      return stat.ok ? [named(name, stat.value)] : [];
    }),
  );
}

export function named(name: Bytes, stat: Stat): NamedFile {
  const filename = textOf(name);
  const size = String(stat.size).padStart(8);
  const owners = `${String(stat.uid).padEnd(8)} ${String(stat.gid).padEnd(8)}`;
  const day = new Date(stat.modifiedAt).toUTCString().slice(5, 22);
  const when = `${day.slice(3, 6)} ${day.slice(0, 2)} ${day.slice(12)}`;
  const longname = `${modeText(stat)} ${String(stat.links).padStart(4)} ${owners} ${size} ${when} ${filename}`;
  return { filename, longname, attrs: factsOf(stat) };
}

function modeText({ kind, mode }: Stat): string {
  const three = (shift: number): string =>
    ['r', 'w', 'x'].map((letter, at) => (((mode >> shift) & (4 >> at)) === 0 ? '-' : letter)).join('');
  return `${kindLetters[kind]}${three(6)}${three(3)}${three(0)}`;
}

/** Size first: it is the one that may not be had. */
export function* change(system: System, path: Bytes, next: NewFacts): Step<Answer<void>> {
  if (next.size !== undefined) {
    const cut = yield* truncate(system, path, next.size);
    if (!cut.ok) return cut;
  }
  if (next.uid !== undefined || next.gid !== undefined) {
    const owned = system.files.changeOwner(path, next.uid ?? null, next.gid ?? null);
    if (!owned.ok) return owned;
  }
  if (next.mode !== undefined) {
    const moded = system.files.changeMode(path, next.mode & 0o7777);
    if (!moded.ok) return moded;
  }
  if (next.mtime !== undefined)
    return system.files.changeTimes(path, (next.atime ?? next.mtime) * 1000, next.mtime * 1000);
  return done(undefined);
}

function* truncate(system: System, path: Bytes, size: number): Step<Answer<void>> {
  const opened = yield* system.descriptors.open(path, { access: 'write' }, 0);
  if (!opened.ok) return opened;
  const cut = system.descriptors.truncate(opened.value, size);
  system.descriptors.close(opened.value);
  return cut;
}

/** A path need not exist to be made absolute: a client asks before it creates. */
export function realPath(system: System, path: Bytes): Answer<Bytes> {
  const resolved = system.files.resolve(path === '' ? '.' : path);
  if (resolved.ok || resolved.errno !== 'ENOENT') return resolved;
  const at = path.lastIndexOf('/');
  const above = system.files.resolve(at < 0 ? '.' : path.slice(0, at + 1));
  if (!above.ok) return above;
  return done(`${above.value === '/' ? '' : above.value}/${path.slice(at + 1)}`);
}

/** SFTP's own rename leaves what is there alone. */
export function renameOnly(system: System, from: Bytes, to: Bytes): Answer<void> {
  return system.files.linkStat(to).ok ? failed('EEXIST') : system.files.rename(from, to);
}

/** Words of an extended request: each after its length. */
export function wordsIn(data: Buffer): Bytes[] {
  const words: Bytes[] = [];
  for (let at = 0; at + 4 <= data.length;) {
    const size = data.readUInt32BE(at);
    words.push(data.toString('latin1', at + 4, at + 4 + size));
    at += 4 + size;
  }
  return words;
}

export const pathOf = (text: string): Bytes => bytesOf(text);
