import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import {
  changeMode,
  changeOwner,
  changeTimes,
  makeAt,
  makeTwin,
  remove,
  removeDirectory,
} from '../files/change.ts';
import type { Asker, Place } from '../files/file-node.ts';
import { isGone, statOf } from '../files/file-node.ts';
import type { DirectoryEntry, Stat } from '../files/node.ts';
import { isAllowed, readBit, runBit, writeBit } from '../files/permission.ts';
import { rename } from '../files/rename.ts';
import { mountFacts } from '../files/space.ts';
import { childrenOf, pathOf } from '../files/tree.ts';
import { current, enter, find, goalOf } from '../files/walk.ts';
import { callerOf } from './open.ts';
import type { Desk, Kernel, Process } from './process.ts';
import type { FileCalls } from './program.ts';
import { machineAt, running } from './running.ts';
import { readWhole, writeWhole } from './whole-file.ts';

const bitsTable = { read: readBit, write: writeBit, run: runBit, exist: 0 } as const;

export function fileCalls(desk: Desk): FileCalls {
  const here = (): Kernel => machineAt(desk);
  const me = (): Process => running(here());
  const at = (path: Bytes, last: 'follow' | 'stay'): Answer<Place> =>
    find(here().space, callerOf(me()), { path, last });
  const make = (path: Bytes, node: Parameters<typeof makeAt>[2]['node']): Answer<void> =>
    emptied(makeAt(here().space, callerOf(me()), { path, node }));
  return {
    workingDirectory: () => pathOf(current(me().directory)),
    changeDirectory: (path) => changeDirectory(me(), at(path, 'follow')),
    resolve: (path) => mapped(at(path, 'follow'), pathOf),
    stat: (path) => mapped(at(path, 'follow'), (place) => statOfLive(place, me())),
    linkStat: (path) => mapped(at(path, 'stay'), (place) => statOfLive(place, me())),
    list: (path) => listOf(at(path, 'follow'), me()),
    readFile: (path) => readWhole(here(), me(), path),
    writeFile: (path, content, mode) => writeWhole(here(), me(), { path, content, mode }),
    mayAccess: (path, what) => mayAccess(at(path, 'follow'), me(), what),
    makeDirectory: (path, mode) =>
      make(path, { kind: 'directory', mode: mode & 0o1777, content: '', special: null }),
    makePipe: (path, mode) => make(path, { kind: 'pipe', mode: mode & 0o777, content: '', special: null }),
    makeLink: (goal, path) =>
      goal === ''
        ? failed('ENOENT')
        : make(path, { kind: 'link', mode: 0o777, content: goal, special: null }),
    makeTwin: (existing, path) => makeTwin(here().space, callerOf(me()), { existing, path }),
    readLink: (path) => readLink(at(path, 'stay'), me()),
    remove: (path) => remove(here().space, callerOf(me()), path),
    removeDirectory: (path) => removeDirectory(here().space, callerOf(me()), path),
    rename: (from, to) => rename(here().space, callerOf(me()), { from, to }),
    changeMode: (path, mode) =>
      withPlace(at(path, 'follow'), (place) => changeMode(callerOf(me()), place, mode)),
    changeOwner: (path, uid, gid) =>
      withPlace(at(path, 'follow'), (place) => changeOwner(callerOf(me()), place, { uid, gid })),
    changeLinkOwner: (path, uid, gid) =>
      withPlace(at(path, 'stay'), (place) => changeOwner(callerOf(me()), place, { uid, gid })),
    changeTimes: (path, accessedAt, modifiedAt) =>
      withPlace(at(path, 'follow'), (place) =>
        changeTimes(callerOf(me()), place, { accessedAt, modifiedAt }),
      ),
    changeLinkTimes: (path, accessedAt, modifiedAt) =>
      withPlace(at(path, 'stay'), (place) => changeTimes(callerOf(me()), place, { accessedAt, modifiedAt })),
    makeNode: (path, { kind, mode, special }) => {
      const isDevice = kind === 'character' || kind === 'block';
      if (isDevice && me().who.uid !== 0) return failed('EPERM');
      if (!isDevice && kind !== 'socket' && kind !== 'pipe') return failed('EINVAL');
      return make(path, { kind, mode: mode & 0o7777, content: '', special });
    },
    umask: () => me().umask,
    changeUmask: (mask) => {
      me().umask = mask & 0o777;
    },
    mounts: () => mountFacts(here().space),
  };
}

const emptied = (answer: Answer<unknown>): Answer<void> => (answer.ok ? done(undefined) : answer);

function mapped<T>(answer: Answer<Place>, map: (place: Place) => T): Answer<T> {
  return answer.ok ? done(map(answer.value)) : answer;
}

const withPlace = (answer: Answer<Place>, act: (place: Place) => Answer<void>): Answer<void> =>
  answer.ok ? act(answer.value) : answer;

function changeDirectory(process: Process, answer: Answer<Place>): Answer<void> {
  if (!answer.ok) return answer;
  if (answer.value.node.kind !== 'directory') return failed('ENOTDIR');
  if (!isAllowed(answer.value.node, process.who, runBit)) return failed('EACCES');
  process.directory = answer.value;
  return done(undefined);
}

function statOfLive(place: Place, process: Process): Stat {
  const stat = statOf(place);
  if (place.node.kind !== 'link' || place.node.live === null) return stat;
  return { ...stat, size: goalOf(place.node, { who: process.who, pid: process.pid }).length };
}

function listOf(answer: Answer<Place>, process: Process): Answer<readonly DirectoryEntry[]> {
  if (!answer.ok) return answer;
  const { node } = answer.value;
  if (node.kind !== 'directory') return failed('ENOTDIR');
  if (!isAllowed(node, process.who, readBit)) return failed('EACCES');
  if (isGone(answer.value)) return failed('EIO');
  const asker = { who: process.who, pid: process.pid };
  if (node.live !== null)
    return done((node.live.list?.(asker) ?? []).map(({ name, kind, inode }) => ({ name, kind, inode })));
  return done(entriesIn(answer.value, asker));
}

function entriesIn(place: Place, asker: Asker): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (const [name, child] of childrenOf(place.node)) {
    const top = child.mounted === null ? child : (enter(place, name, asker)?.node ?? child);
    entries.push({ name, kind: child.kind, inode: top.inode });
  }
  return entries;
}

function readLink(answer: Answer<Place>, process: Process): Answer<Bytes> {
  if (!answer.ok) return answer;
  if (answer.value.node.kind !== 'link') return failed('EINVAL');
  return done(goalOf(answer.value.node, { who: process.who, pid: process.pid }));
}

function mayAccess(answer: Answer<Place>, process: Process, what: keyof typeof bitsTable): boolean {
  if (!answer.ok) return false;
  const { node, source } = answer.value;
  const isKept = node.kind === 'file' || node.kind === 'directory';
  if (what === 'write' && source.isReadOnly && isKept) return false;
  return isAllowed(node, process.who, bitsTable[what]);
}
