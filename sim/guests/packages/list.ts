import type { Bytes } from '../bytes.ts';
import type { Catalogue } from './package.ts';

/** A package's list of files: dpkg's names every directory on the way too. */
export function listText({ family }: Catalogue, paths: readonly Bytes[]): Bytes {
  if (family !== 'debian') return paths.map((path) => `${path}\n`).join('');
  const all = new Set(['/.']);
  for (const path of paths) {
    for (let at = path.indexOf('/', 1); at >= 0; at = path.indexOf('/', at + 1)) all.add(path.slice(0, at));
    all.add(path);
  }
  return [...all].map((path) => `${path}\n`).join('');
}
