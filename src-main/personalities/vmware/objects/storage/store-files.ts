/** All that lies on a datastore: files of machines, loose disks, folders, and what people put there. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { filesOn } from '../../files/stored.ts';
import { findStore, readPath } from '../machine/datastore-path.ts';
import { homeOf } from '../machine/files.ts';
import { filesOf } from '../machine/layout.ts';
import type { Described } from '../machine/layout.ts';
import { paperOf } from '../machine/paper.ts';
import type { Vm } from '../machine/paper.ts';
import { standaloneDisks } from '../machine/standalone-disks.ts';
import type { StandaloneDisk } from '../machine/standalone-disks.ts';
import { strayFilesOn } from './strays.ts';
import type { Stray } from './strays.ts';

export type Store = EntityOf<'datastore'>;

export type Entry = {
  /** Below the datastore's name. */
  readonly path: string;
  readonly size: number;
  readonly at: number;
  readonly is: 'folder' | 'file';
  readonly disk?: StandaloneDisk;
  /** Of every disk, whoever has it. */
  readonly described?: Described | undefined;
  /** The machine that it belongs to. */
  readonly vm?: Vm;
  /** Or belonged to, before it was unregistered. */
  readonly stray?: Stray;
};

export const foldersKey = ({ id }: Pick<Store, 'id'>): string => `datastore/${id}/folders`;

export function foldersOn(vc: Pick<Vc, 'papers'>, store: Store): readonly string[] {
  const paper = vc.papers.get(foldersKey(store));
  return Array.isArray(paper) ? paper.filter((path) => typeof path === 'string') : [];
}

/** Machines that have a disk there, or their few files. */
function machinesOn(vc: Vc, store: Store): readonly Vm[] {
  const withoutDisk = vc
    .world()
    .inventory.ofKind('vm')
    .filter((vm) => vm.spec.disks.length === 0 && homeOf(vc, vm, paperOf(vc, vm.id))?.id === store.id);
  return [...new Set([...vc.members().ofDatastore(store.id), ...withoutDisk])];
}

/** Those that clients made, and those of a directory of this machine. */
const madeFolders = (vc: Vc, store: Store): readonly { readonly path: string; readonly at: number }[] => [
  ...foldersOn(vc, store).map((path) => ({ path, at: vc.now() })),
  ...[...(vc.storeFolders?.list(store) ?? [])].flatMap(([path, { is, at }]) =>
    is === 'folder' ? [{ path, at }] : [],
  ),
];

/** With the folders above each of them. */
export function entriesOn(vc: Vc, store: Store): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const now = vc.now();
  const put = (entry: Entry): void => {
    entries.set(entry.path, entry);
    for (let at = entry.path.lastIndexOf('/'); at > 0; at = entry.path.lastIndexOf('/', at - 1)) {
      const path = entry.path.slice(0, at);
      if (entries.has(path)) return;
      entries.set(path, { path, size: 0, at: entry.at, is: 'folder' });
    }
  };
  const mark = `[${store.name}] `;
  for (const vm of machinesOn(vc, store))
    for (const { name, size, disk } of filesOf(vc, vm))
      if (name.startsWith(mark))
        put({ path: name.slice(mark.length), size, at: now, is: 'file', vm, described: disk });
  for (const { path, at } of madeFolders(vc, store)) put({ path, size: 0, at, is: 'folder' });
  for (const [path, { size, at }] of Object.entries(filesOn(vc, store))) put({ path, size, at, is: 'file' });
  for (const [path, disk] of Object.entries(standaloneDisks(vc, store.id)))
    put({ ...looseDisk(disk), path, at: now, is: 'file', disk });
  for (const file of strayFilesOn(vc, store)) put({ ...file, at: now, is: 'file' });
  return entries;
}

function looseDisk({ kilobytes, isThin }: StandaloneDisk): Pick<Entry, 'size' | 'described'> {
  const taken = isThin ? 0 : kilobytes * 1024;
  return { size: taken, described: { kilobytes, isThin, taken } };
}

export type Place = { readonly store: Store; readonly path: string };

/** `[ds] a/b`; a URL of `/folder` names datacenter and datastore in its query. */
export function placeOf(vc: Vc, text: string, beside: Store['id'] | undefined): Place | undefined {
  const path = readPath(text);
  if (path !== undefined) {
    const store = findStore(vc, path.store, beside);
    return store === undefined ? undefined : { store, path: path.path };
  }
  if (!/^https?:/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const store = findStore(vc, url.searchParams.get('dsName') ?? '', beside);
  const inside = /^\/folder\/(.*)$/.exec(decodeURIComponent(url.pathname))?.[1];
  return store === undefined || inside === undefined
    ? undefined
    : { store, path: inside.replaceAll(/\/{2,}/g, '/').replaceAll(/^\/|\/$/g, '') };
}
