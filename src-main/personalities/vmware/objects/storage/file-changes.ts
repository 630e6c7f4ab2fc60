/** Files of a datastore are moved, copied and removed; those of a machine stay with it. */
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import { filesOn } from '../../files/stored.ts';
import { keepFile } from '../../files/keep.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import { writePaper } from '../host/settings.ts';
import type { Call } from '../managed.ts';
import { disksWith, lostDisks, lostKey, standaloneDisks } from '../machine/standalone-disks.ts';
import { does } from '../machine/doing.ts';
import { notes } from '../machine/lifecycle.ts';
import { diskPathOf } from '../machine/files.ts';
import { paperOf } from '../machine/paper.ts';
import type { Vm } from '../machine/paper.ts';
import { entriesOn, foldersKey, foldersOn } from './store-files.ts';
import { clearAway } from './strays.ts';
import type { Entry, Place, Store } from './store-files.ts';

const nameOf = ({ store, path }: Place): string => `[${store.name}] ${path}`;

export const fileNotFound = (file: string): Answer<never> =>
  faulted('FileNotFound', `File ${file} was not found`, { file });
export const fileExists = (file: string): Answer<never> =>
  faulted('FileAlreadyExists', `The specified file or folder ${file} already exists.`, { file });

const isAt = (path: string, entry: Entry): boolean =>
  entry.path === path || entry.path.startsWith(`${path}/`);

/** It, and what is in it. */
function under(call: Call, place: Place): Answer<readonly Entry[]> {
  const { vc } = call;
  const store = freshStore(call, place.store);
  const all = [...entriesOn(vc, store).values()].filter((entry) => isAt(place.path, entry));
  return place.path === '' || all.length === 0 ? fileNotFound(nameOf(place)) : done(all);
}

/** As the world has it now: it may have changed since it was looked up. */
function freshStore({ vc }: Call, store: Store): Store {
  const now = vc.world().inventory.get(store.id);
  return now?.kind === 'datastore' ? now : store;
}

const ofMachine = (file: string, name: string): Answer<never> =>
  faulted('FileLocked', `${file} belongs to the machine ${name}.`, { file });

export async function removeFiles(call: Call, place: Place): Promise<Answer<unknown>> {
  const found = under(call, place);
  if (!found.ok) return found;
  const held = found.value.find(({ vm }) => vm !== undefined && vm.spec.power !== 'off');
  if (held?.vm !== undefined) return ofMachine(nameOf({ ...place, path: held.path }), held.vm.name);
  const lost = await loseFiles(call, place.store, found.value);
  if (!lost.ok) return lost;
  const cleared = await clearAway(call, place.store, found.value);
  if (!cleared.ok) return cleared;
  for (const { path, is, vm, stray } of found.value) {
    if (is === 'folder' || vm !== undefined || stray !== undefined) continue;
    const gone = await removeOne(call, { store: freshStore(call, place.store), path });
    if (!gone.ok) return gone;
  }
  await call.vc.storeFolders?.remove(place.store, place.path);
  const left = foldersOn(call.vc, place.store).filter(
    (path) => path !== place.path && !path.startsWith(`${place.path}/`),
  );
  return keepFolders(call, place.store, left);
}

/** A machine that is off does not keep its files: it finds out when it looks for them. */
async function loseFiles(call: Call, store: Store, entries: readonly Entry[]): Promise<Answer<unknown>> {
  for (const [vm, own] of Map.groupBy(entries, (entry) => entry.vm)) {
    if (vm === undefined) continue;
    const before = paperOf(call.vc, vm.id).lost ?? [];
    const files = own.filter(({ is }) => is === 'file').map(({ path }) => nameOf({ store, path }));
    const noted = await notes(call, vm.id, { lost: [...new Set([...before, ...files])] });
    if (!noted.ok) return noted;
    const freed = await freeRoom(call, vm, files);
    if (!freed.ok) return freed;
  }
  return done(null);
}

/** What was written on a disk takes no room when its file is gone; the machine still looks for it. */
async function freeRoom(call: Call, vm: Vm, files: readonly string[]): Promise<Answer<unknown>> {
  const paper = paperOf(call.vc, vm.id);
  const isGone = (disk: Vm['spec']['disks'][number]): boolean =>
    files.includes(diskPathOf(call.vc, { vm, paper }, disk));
  if (!vm.spec.disks.some(isGone)) return done(null);
  const disks = vm.spec.disks.map((disk) => (isGone(disk) ? { ...disk, isThin: true, used: 0 } : disk));
  return does(call, { type: 'inventory.change', id: vm.id, spec: { disks } });
}

async function removeOne(call: Call, { store, path }: Place): Promise<Answer<unknown>> {
  const { vc } = call;
  const disk = standaloneDisks(vc, store.id)[path];
  const isDisk = disk !== undefined;
  if (disk?.firstClass !== undefined && disk.uuid !== undefined) {
    const missed = [...lostDisks(vc, store.id), disk.uuid];
    const noted = await vc.papers.write([{ key: lostKey(store.id), value: missed }], call.caller);
    if (!noted.ok) return refusedBy(noted.refusal);
  }
  if (filesOn(vc, store)[path] !== undefined) {
    const kept = await keepFile(vc, call.caller, {
      store,
      path,
      file: null,
      ...(isDisk ? { disk: null } : {}),
    });
    if (!kept.ok) return refusedBy(kept.refusal);
  } else if (isDisk) {
    const written = await vc.papers.write([disksWith(vc, store.id, { path, disk: null })], call.caller);
    if (!written.ok) return refusedBy(written.refusal);
  }
  return done(null);
}

function keepFolders(call: Call, store: Store, folders: readonly string[]): Promise<Answer> {
  const value: PaperValue = folders.length === 0 ? null : [...new Set(folders)].toSorted();
  return writePaper(call, foldersKey(store), value);
}

type Pair = { readonly from: Place; readonly to: Place; readonly force: boolean };

export async function copyFiles(call: Call, { from, to, force }: Pair): Promise<Answer<unknown>> {
  const { vc } = call;
  const found = under(call, from);
  if (!found.ok) return found;
  const there = entriesOn(vc, freshStore(call, to.store)).get(to.path);
  if (there !== undefined && !force) return fileExists(nameOf(to));
  if (there?.vm !== undefined) return ofMachine(nameOf(to), there.vm.name);
  const folders: string[] = [];
  for (const entry of found.value) {
    const path = `${to.path}${entry.path.slice(from.path.length)}`;
    if (entry.is === 'folder') {
      folders.push(path);
      continue;
    }
    const copied = await copyOne(call, { entry, from: from.store, to: { store: to.store, path } });
    if (!copied.ok) return copied;
  }
  return folders.length === 0
    ? done(null)
    : keepFolders(call, to.store, [...foldersOn(vc, to.store), ...folders]);
}

type One = { readonly entry: Entry; readonly from: Store; readonly to: Place };

async function copyOne(call: Call, { entry, from, to }: One): Promise<Answer<unknown>> {
  const { vc } = call;
  const { isReal, ...file } = filesOn(vc, from)[entry.path] ?? { size: entry.size, at: vc.now() };
  const disk = entry.disk ?? diskOf(entry);
  const kept = await keepFile(vc, call.caller, {
    store: freshStore(call, to.store),
    path: to.path,
    file: { ...file, at: vc.now() },
    ...(disk === undefined ? {} : { disk }),
  });
  if (!kept.ok) return refusedBy(kept.refusal);
  if (isReal === true) await vc.storeFolders?.copy({ store: from, path: entry.path }, to);
  return done(null);
}

/** A machine's disk that is copied is a disk of nobody. */
function diskOf({ path, vm }: Entry) {
  if (vm === undefined || !path.endsWith('.vmdk') || path.endsWith('-flat.vmdk')) return undefined;
  const [first] = vm.spec.disks;
  return first === undefined
    ? undefined
    : { kilobytes: Math.round(first.size * 1_048_576), isThin: first.isThin };
}

export async function moveFiles(call: Call, pair: Pair): Promise<Answer<unknown>> {
  const found = under(call, pair.from);
  if (!found.ok) return found;
  const held = found.value.find(({ vm, stray }) => vm !== undefined || stray !== undefined);
  const owner = held?.vm?.name ?? held?.stray?.machine.name;
  if (held !== undefined && owner !== undefined)
    return ofMachine(nameOf({ ...pair.from, path: held.path }), owner);
  const copied = await copyFiles(call, pair);
  return copied.ok ? removeFiles(call, pair.from) : copied;
}

export async function makeFolder(call: Call, place: Place, parents: 'make' | 'need'): Promise<Answer> {
  const { vc } = call;
  const entries = entriesOn(vc, place.store);
  if (place.path === '' || entries.has(place.path)) return fileExists(nameOf(place));
  const above = place.path.slice(0, Math.max(0, place.path.lastIndexOf('/')));
  if (above !== '' && entries.get(above)?.is !== 'folder' && parents === 'need')
    return fileNotFound(nameOf({ ...place, path: above }));
  await vc.storeFolders?.makeFolder(place.store, place.path);
  return keepFolders(call, place.store, [...foldersOn(vc, place.store), place.path]);
}
