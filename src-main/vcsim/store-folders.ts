/** Each datastore of the program is a directory of this machine, for as long as the program runs. */
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { RealEntry, StoreFolders } from '../personalities/vmware/files/store-folders.ts';

export type RealStores = {
  readonly folders: StoreFolders;
  /** Contents by what they contain, before they are put in their places. */
  readonly blobDirectory: string;
  readonly close: () => void;
};

export function openRealStores(): RealStores {
  const root = mkdtempSync(join(tmpdir(), 'coldaisle-vcsim-'));
  const blobDirectory = join(root, 'contents');
  return {
    folders: foldersIn(root, blobDirectory),
    blobDirectory,
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

function foldersIn(root: string, blobDirectory: string): StoreFolders {
  const made = new Set<string>();
  const directoryOf: StoreFolders['directoryOf'] = ({ id, name }) => {
    // Two datacenters may each have one of that name.
    const directory = join(root, `${name.replaceAll(/[^\w.-]/g, '_')}-${id}`);
    if (!made.has(directory)) mkdirSync(directory, { recursive: true });
    made.add(directory);
    return directory;
  };
  const placeOf = (store: Parameters<typeof directoryOf>[0], path: string): string =>
    join(directoryOf(store), path);
  return {
    directoryOf,
    list: (store) => entriesIn(directoryOf(store)),
    read: (store, path, { start, end }) =>
      end <= start ? nothing() : createReadStream(placeOf(store, path), { start, end: end - 1 }),
    put: (store, path, sha) => copied(join(blobDirectory, sha), placeOf(store, path)),
    copy: (from, to) => copied(placeOf(from.store, from.path), placeOf(to.store, to.path)),
    makeFolder: async (store, path) => {
      await mkdir(placeOf(store, path), { recursive: true });
    },
    remove: (store, path) => rm(placeOf(store, path), { recursive: true, force: true }),
  };
}

async function copied(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  // What people linked there is theirs: it is replaced, not written into.
  await rm(to, { force: true });
  await copyFile(from, to);
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(0);
}

function entriesIn(directory: string): ReadonlyMap<string, RealEntry> {
  const entries = new Map<string, RealEntry>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name);
    // Links lead where people made them lead; one that leads nowhere is not there.
    const found = statSync(place, { throwIfNoEntry: false });
    if (found === undefined || (!found.isFile() && !found.isDirectory())) continue;
    entries.set(relative(directory, place), {
      is: found.isFile() ? 'file' : 'folder',
      size: found.isFile() ? found.size : 0,
      at: Math.round(found.mtimeMs),
    });
  }
  return entries;
}
