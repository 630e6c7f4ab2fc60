/** The documents that came with this version, as text inside the build; each is fetched with its first reading. */
import type { QueryState } from '../../data/client.ts';
import { useLoaded } from './use-loaded.ts';
import { plainText } from './markdown-inline.ts';

const files = import.meta.glob<string>('../../../docs/*.md', { query: '?raw', import: 'default' });

export type Document = { readonly name: string; readonly title: string; readonly text: string };

const nameOf = (path: string): string => path.replace(/^.*\/|\.md$/g, '');

/** The first heading; a document without one is called by its file. */
export const titleOf = (name: string, text: string): string =>
  plainText(/^#\s+(.+)$/m.exec(text)?.[1] ?? name);

export async function loadDocuments(): Promise<readonly Document[]> {
  const all = await Promise.all(
    Object.entries(files).map(async ([path, load]) => {
      const text = await load();
      return { name: nameOf(path), title: titleOf(nameOf(path), text), text };
    }),
  );
  // The table of contents first, then by title.
  return all.toSorted((a, b) =>
    a.name === 'README' ? -1 : b.name === 'README' ? 1 : a.title.localeCompare(b.title),
  );
}

export const useDocuments = (): QueryState<readonly Document[]> => useLoaded('documents', loadDocuments);

export type Found = { readonly name: string; readonly title: string; readonly places: readonly Place[] };
/** A line that has the words, with the heading it stands under. */
export type Place = { readonly heading: string; readonly line: string };

const mostPlaces = 4;

function placesIn(document: Document, words: readonly string[]): readonly Place[] {
  const places: Place[] = [];
  let heading = document.title;
  let isCode = false;
  for (const line of document.text.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
    const head = isCode ? null : /^#+\s+(.+)$/.exec(line);
    if (head?.[1] !== undefined) heading = plainText(head[1]);
    const low = line.toLowerCase().replaceAll('-', ' ');
    if (words.every((word) => low.includes(word)) && line.trim() !== '')
      places.push({ heading, line: plainText(line.replace(/^[\s#>|*-]+/, '')).slice(0, 160) });
  }
  return places;
}

/** Documents with a line that has every word, those with most of them first; all, where nothing is searched. */
export function findDocuments(documents: readonly Document[], search: string): readonly Found[] {
  const words = search
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean);
  if (words.length === 0) return documents.map(({ name, title }) => ({ name, title, places: [] }));
  return documents
    .map((document) => ({ document, places: placesIn(document, words) }))
    .filter(({ places }) => places.length > 0)
    .toSorted((a, b) => b.places.length - a.places.length)
    .map(({ document: { name, title }, places }) => ({ name, title, places: places.slice(0, mostPlaces) }));
}
