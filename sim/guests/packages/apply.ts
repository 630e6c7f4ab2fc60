import type { Errno } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Step as Steps, System } from '../kernel/program.ts';
import { turn } from '../kernel/program-tools.ts';
import { bringsOf } from './brings.table.ts';
import type { PackageFile } from './content.ts';
import { bulkOf, contentOf } from './content.ts';
import type { Installed, InstalledPackages, Store } from './installed.ts';
import { filesOf, isHere, keep } from './installed.ts';
import { listText } from './list.ts';
import type { Catalogue, Package } from './package.ts';
import type { Adding } from './plan.ts';
import { storeOf } from './stores.ts';
import { addUser, give, ownDirectory } from './user.ts';

/** A change at work: what is installed as it goes on. */
export type Work = {
  readonly system: System;
  readonly catalogue: Catalogue;
  readonly store: Store;
  installed: InstalledPackages;
};

export type Trouble = { readonly path: Bytes; readonly errno: Errno };

export function workOn(system: System, catalogue: Catalogue): Work {
  const store = storeOf(catalogue);
  return { system, catalogue, store, installed: store.read(system) };
}

/** Puts a package's files in their places; null: they are there. What does not fit leaves nothing behind. */
export function* unpack(work: Work, known: Package): Steps<Trouble | null> {
  const { system, catalogue, store } = work;
  const brings = bringsOf(catalogue.family, known.name);
  for (const user of brings.users) addUser(system, catalogue.family, user);
  for (const [path, mode, user] of brings.directories) ownDirectory(system, { path, mode, user });
  const content = contentOf(catalogue, known);
  const bulk = bulkOf(known);
  const paths = [...content.map(({ path }) => path), ...brings.links.map(([path]) => path)];
  if (bulk !== null) paths.push(bulk.path);
  const before = system.files.readFile(store.listOf(known.name));
  const trouble =
    writeAt(system, store.listOf(known.name), listText(catalogue, paths)) ??
    (yield* putFiles(work, content)) ??
    (bulk === null ? null : yield* fill(system, bulk));
  if (trouble !== null) {
    if (before.ok) system.files.writeFile(store.listOf(known.name), before.value, 0o644);
    else yield* takeAway(work, known.name, 'remove');
    return trouble;
  }
  for (const [path, goal] of brings.links) {
    makeWay(system, path);
    if (!system.files.linkStat(path).ok) system.files.makeLink(goal, path);
  }
  giveAway(work, known, paths);
  return null;
}

function* putFiles({ system }: Work, content: readonly PackageFile[]): Steps<Trouble | null> {
  for (const file of content) {
    const trouble = place(system, file);
    if (trouble !== null) return trouble;
    if (system.isTired()) yield turn;
  }
  return null;
}

/** What lies in a user's directory is that user's. */
function giveAway({ system, catalogue }: Work, known: Package, paths: readonly Bytes[]): void {
  for (const [directory, , user] of bringsOf(catalogue.family, known.name).directories)
    for (const path of paths) if (path.startsWith(`${directory}/`)) give(system, path, user);
}

function place(system: System, file: PackageFile): Trouble | null {
  const { files } = system;
  const found = files.linkStat(file.path);
  if (found.ok && file.isSettings) return null;
  if (found.ok && found.value.kind === 'link') files.remove(file.path);
  const trouble = writeAt(system, file.path, file.content);
  if (trouble !== null) return trouble;
  files.changeMode(file.path, file.mode);
  files.changeOwner(file.path, file.uid, file.gid);
  return null;
}

function writeAt(system: System, path: Bytes, content: Bytes): Trouble | null {
  makeWay(system, path);
  const written = system.files.writeFile(path, content, 0o644);
  return written.ok ? null : { path, errno: written.errno };
}

function makeWay({ files }: System, path: Bytes): void {
  for (let at = path.indexOf('/', 1); at >= 0; at = path.indexOf('/', at + 1)) {
    const directory = path.slice(0, at);
    if (!files.stat(directory).ok && files.makeDirectory(directory, 0o755).ok)
      files.changeMode(directory, 0o755);
  }
}

const block = '\0'.repeat(65_536);

function* fill(
  system: System,
  bulk: { readonly path: Bytes; readonly bytes: number },
): Steps<Trouble | null> {
  makeWay(system, bulk.path);
  const flags = { access: 'write', create: true, truncate: true } as const;
  const opened = yield* system.descriptors.open(bulk.path, flags, 0o644);
  if (!opened.ok) return { path: bulk.path, errno: opened.errno };
  for (let left = bulk.bytes; left > 0; left -= block.length) {
    const written = yield* system.descriptors.write(
      opened.value,
      left < block.length ? block.slice(0, left) : block,
    );
    if (!written.ok) {
      system.descriptors.close(opened.value);
      system.files.remove(bulk.path);
      return { path: bulk.path, errno: written.errno };
    }
  }
  system.descriptors.close(opened.value);
  return null;
}

/** Takes a package's files away; settings stay where they are asked to. */
export function* takeAway(work: Work, name: string, settings: 'keep' | 'remove'): Steps<void> {
  const { system, catalogue, store } = work;
  const known = catalogue.packages.get(name);
  const kept = new Set(
    known === undefined || settings === 'remove'
      ? []
      : contentOf(catalogue, known).flatMap((file) => (file.isSettings ? [file.path] : [])),
  );
  const paths = filesOf(system, store, name).filter((path) => path !== '/.');
  const others = filesOfOthers(work, name);
  for (const path of paths.toReversed()) {
    const found = system.files.linkStat(path);
    if (!found.ok || kept.has(path) || others.has(path)) continue;
    if (found.value.kind === 'directory') system.files.removeDirectory(path);
    else system.files.remove(path);
    if (system.isTired()) yield turn;
  }
  if (kept.size > 0) system.files.writeFile(store.listOf(name), listText(catalogue, [...kept]), 0o644);
  else system.files.remove(store.listOf(name));
}

/** Directories are shared; files of the same path belong to whoever has them now. */
function filesOfOthers({ system, store, installed }: Work, name: string): ReadonlySet<Bytes> {
  const own = new Set(filesOf(system, store, name));
  const shared = [...installed.values()]
    .filter((other) => other.name !== name && isHere(other))
    .flatMap((other) => filesOf(system, store, other.name).filter((path) => own.has(path)));
  return new Set(shared);
}

/** Whether a package left settings that only a purge takes away. */
export const hasSettings = ({ catalogue }: Work, { name }: Package): boolean =>
  bringsOf(catalogue.family, name).files.some(
    ([path]) => path.startsWith('/etc/') && !path.startsWith('/etc/init.d/'),
  );

export function enter(work: Work, one: Installed): Trouble | null {
  const all = new Map(work.installed);
  all.set(one.name, one);
  return save(work, all);
}

export function strike(work: Work, name: string): Trouble | null {
  const all = new Map(work.installed);
  all.delete(name);
  return save(work, all);
}

export function save(work: Work, all: InstalledPackages): Trouble | null {
  work.installed = new Map([...all].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const kept = keep(work.system, work.store, work.installed);
  return kept.ok ? null : { path: work.store.textOf(new Map())[0]?.[0] ?? '', errno: kept.errno };
}

export const entryOf = (work: Work, step: Adding, state: Installed['state']): Installed => ({
  name: step.package.name,
  version: step.version,
  state,
  isHeld: work.installed.get(step.package.name)?.isHeld ?? false,
  isAutomatic: step.isAutomatic,
  installedAt: work.system.now(),
});
