import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Asker, FileNode, FileSource, Place, Tree } from './file-node.ts';
import type { NodeRecord } from './node.ts';
import { isAllowed, runBit } from './permission.ts';
import { childOf, fresh } from './tree.ts';

/** File systems that nobody sees just now, by what their paths in the delta begin with. */
export type Attic = {
  /** As the delta has it: nobody asked for it since the machine was made. */
  readonly resting: Map<Bytes, NodeRecord | null>;
  readonly trees: Map<Bytes, Tree>;
  /** Paths that are gone, and not told yet. */
  readonly gone: Set<Bytes>;
};

/** All mounted file systems of a machine; the first is the root's. */
export type FileSpace = {
  readonly root: FileSource;
  readonly sources: FileSource[];
  /** What is kept and not mounted; null: nothing ever was. */
  attic: Attic | null;
  readonly now: () => number;
};

/** Who calls, and from where. */
export type Caller = { readonly asker: Asker; readonly from: Place; readonly umask: number };

export type Found = {
  /** null: nothing has that name. */
  readonly place: Place | null;
  readonly parent: Place;
  /** '' where the path ends in no name: `/`, `.`, `..`. */
  readonly name: Bytes;
  /** It ends with a slash. */
  readonly isDirectoryWanted: boolean;
};

type Request = { readonly path: Bytes; readonly last: 'follow' | 'stay' };
type Trip = { here: Place; names: readonly Bytes[]; at: number; links: number; isDirectoryWanted: boolean };

const mostLinks = 40;
const longestName = 255;
const longestPath = 4095;

export const rootOf = (space: FileSpace): Place => ({ source: space.root, node: space.root.root() });

export const current = (place: Place): Place => {
  const node = fresh(place.source.tree, place.node);
  return node === place.node ? place : { source: place.source, node };
};

export function walk(space: FileSpace, caller: Caller, request: Request): Answer<Found> {
  const { path } = request;
  if (path === '') return failed('ENOENT');
  if (path.length > longestPath) return failed('ENAMETOOLONG');
  const trip: Trip = { ...departure(space, caller.from, path), links: 0 };
  for (;;) {
    const end = advance(space, trip, { asker: caller.asker, last: request.last });
    if (!end.ok) return end;
    if (end.value !== null) return done(end.value);
  }
}

type Manner = { readonly asker: Asker; readonly last: Request['last'] };

/** One name further; null: there are more. */
function advance(space: FileSpace, trip: Trip, manner: Manner): Answer<Found | null> {
  const { here } = trip;
  const name = trip.names[trip.at];
  if (name === undefined) return done({ place: here, parent: here, name: '', isDirectoryWanted: true });
  trip.at += 1;
  const way = step(here, name, manner.asker);
  if (!way.ok) return way;
  const isLast = trip.at === trip.names.length;
  const place = way.value;
  if (place === null) return isLast ? done(endOf(trip, here, { name, place })) : failed('ENOENT');
  if (place.node.kind === 'link' && (!isLast || manner.last === 'follow' || trip.isDirectoryWanted))
    return followed(space, trip, { place, asker: manner.asker, name });
  if (!isLast) {
    trip.here = place;
    return done(null);
  }
  if (trip.isDirectoryWanted && place.node.kind !== 'directory') return failed('ENOTDIR');
  return done(endOf(trip, here, { name, place }));
}

function endOf(
  trip: Trip,
  parent: Place,
  { name, place }: { readonly name: Bytes; readonly place: Place | null },
): Found {
  const isName = name !== '.' && name !== '..';
  return { place, parent, name: isName ? name : '', isDirectoryWanted: trip.isDirectoryWanted };
}

type Link = { readonly place: Place; readonly asker: Asker; readonly name: Bytes };

function followed(space: FileSpace, trip: Trip, link: Link): Answer<Found | null> {
  const parent = trip.here;
  const isLast = trip.at === trip.names.length;
  const led = follow(space, trip, link);
  if (!led.ok) return led;
  if (led.value === null) return done(null);
  if (isLast) return done(endOf(trip, parent, { name: link.name, place: led.value }));
  trip.here = led.value;
  return done(null);
}

function departure(space: FileSpace, from: Place, path: Bytes): Omit<Trip, 'links'> {
  const here = path.startsWith('/') ? rootOf(space) : current(from);
  return { here, names: split(path), at: 0, isDirectoryWanted: path.endsWith('/') };
}

const split = (path: Bytes): readonly Bytes[] => path.split('/').filter((name) => name !== '');

function step(here: Place, name: Bytes, asker: Asker): Answer<Place | null> {
  if (here.node.kind !== 'directory') return failed('ENOTDIR');
  if (!isAllowed(here.node, asker.who, runBit)) return failed('EACCES');
  if (name === '.') return done(here);
  if (name === '..') return done(above(here));
  if (name.length > longestName) return failed('ENAMETOOLONG');
  return done(enter(here, name, asker));
}

export function above(here: Place): Place {
  // Where only a part of a file system is mounted, there is more above its root than is seen here.
  if (here.node.parent !== null && here.node !== here.source.root())
    return current({ source: here.source, node: here.node.parent });
  const covered = here.source.covers;
  return covered === null ? here : above(current(covered));
}

/** What has this name in a directory, on the uppermost file system mounted there. */
export function enter(here: Place, name: Bytes, asker: Asker): Place | null {
  const { live } = here.node;
  let node: FileNode | null = live === null ? childOf(here.node, name) : liveChild(here.node, name, asker);
  if (node === null) return null;
  let source = here.source;
  while (node.mounted !== null && node.mounted.covers?.source === source) {
    source = node.mounted;
    node = source.root();
  }
  return { source, node };
}

function liveChild(directory: FileNode, name: Bytes, asker: Asker): FileNode | null {
  const { live } = directory;
  const found = live?.find?.(name, asker) ?? null;
  const node = found ?? live?.list?.(asker).find((child) => child.name === name) ?? null;
  if (node === null) return null;
  const mounted = directory.children?.get(name);
  if (mounted !== undefined) return mounted;
  node.parent = directory;
  return node;
}

/** null: the link's own names come next. */
function follow(
  space: FileSpace,
  trip: Trip,
  { place, asker }: { readonly place: Place; readonly asker: Asker },
): Answer<Place | null> {
  const { live } = place.node;
  if (live?.jump !== undefined) {
    const goal = live.jump(asker);
    return goal === null ? failed('ENOENT') : done(current(goal));
  }
  trip.links += 1;
  if (trip.links > mostLinks) return failed('ELOOP');
  const goal = goalOf(place.node, asker);
  if (goal === '') return failed('ENOENT');
  const rest = trip.names.slice(trip.at);
  if (goal.startsWith('/')) trip.here = rootOf(space);
  if (rest.length === 0 && goal.endsWith('/')) trip.isDirectoryWanted = true;
  trip.names = [...split(goal), ...rest];
  trip.at = 0;
  return done(null);
}

export const goalOf = (node: FileNode, asker: Asker): Bytes => node.live?.goal?.(asker) ?? node.content;

/** What is there, or ENOENT. */
export function find(space: FileSpace, caller: Caller, request: Request): Answer<Place> {
  const found = walk(space, caller, request);
  if (!found.ok) return found;
  return found.value.place === null ? failed('ENOENT') : done(found.value.place);
}
