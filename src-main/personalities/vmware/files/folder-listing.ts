/** Folders of a datastore, as a browser sees them: by PUT they come, and stay when their files are gone. */
import type { Receipt } from '../../../../sim/contract/commands.ts';
import { accepted } from '../../../../sim/contract/result.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import type { Caller, Vc } from '../vc.ts';
import { entriesOn, foldersKey, foldersOn } from '../objects/storage/store-files.ts';
import type { Entry, Place } from '../objects/storage/store-files.ts';

/** What lies in it; null where there is no such folder. */
export function folderAt(vc: Vc, { store, path }: Place): readonly Entry[] | null {
  const entries = entriesOn(vc, store);
  if (entries.get(path)?.is !== 'folder') return null;
  const within = `${path}/`;
  return [...entries.values()].filter(
    (entry) => entry.path.startsWith(within) && !entry.path.slice(within.length).includes('/'),
  );
}

/** The folder that a file was put into is there from then on. */
export async function keepFolders(
  vc: Vc,
  caller: Caller,
  { store, path }: Place,
): Promise<Result<Receipt | null>> {
  const at = path.lastIndexOf('/');
  const folder = at === -1 ? '' : path.slice(0, at);
  const folders = foldersOn(vc, store);
  if (folder === '' || folders.includes(folder)) return accepted(null);
  return vc.papers.write([{ key: foldersKey(store), value: [...folders, folder] }], caller);
}

const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function listingOf({ store, path }: Place, entries: readonly Entry[]): string {
  const rows = entries
    .map((entry) => {
      const name = entry.path.slice(entry.path.lastIndexOf('/') + 1) + (entry.is === 'folder' ? '/' : '');
      const size = entry.is === 'folder' ? '-' : entry.size;
      return `<tr><td>${plain(name)}</td><td>${new Date(entry.at).toISOString()}</td><td>${size}</td></tr>`;
    })
    .toSorted();
  const title = plain(`[${store.name}] ${path}`);
  return `<!doctype html><title>${title}</title><h1>${title}</h1><table>${rows.join('')}</table>\n`;
}
