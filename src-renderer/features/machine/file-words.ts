/** How files are written down: permissions, sizes, and ways through folders. Pure. */
import type { FileRow } from '../../../sim/contract/machine-insides.ts';

const letters: Readonly<Record<FileRow['kind'], string>> = {
  file: '-',
  directory: 'd',
  link: 'l',
  pipe: 'p',
  socket: 's',
  character: 'c',
  block: 'b',
};

/** As `ls -l` writes it. */
export function modeText({ kind, mode }: Pick<FileRow, 'kind' | 'mode'>): string {
  const triple = (bits: number, special: string | null): string => {
    const run = (bits & 1) !== 0;
    const last = special === null ? (run ? 'x' : '-') : run ? special : special.toUpperCase();
    return `${(bits & 4) !== 0 ? 'r' : '-'}${(bits & 2) !== 0 ? 'w' : '-'}${last}`;
  };
  return [
    letters[kind],
    triple(mode >> 6, (mode & 0o4000) === 0 ? null : 's'),
    triple(mode >> 3, (mode & 0o2000) === 0 ? null : 's'),
    triple(mode, (mode & 0o1000) === 0 ? null : 't'),
  ].join('');
}

export const joined = (folder: string, name: string): string =>
  folder === '/' ? `/${name}` : `${folder}/${name}`;

export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut <= 0 ? '/' : path.slice(0, cut);
}

export const nameOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Each folder on the way, from the root. */
export const waysOf = (path: string): readonly { readonly name: string; readonly path: string }[] =>
  path
    .split('/')
    .filter(Boolean)
    .map((name, at, parts) => ({ name, path: `/${parts.slice(0, at + 1).join('/')}` }));

/** Of a character for each byte. */
export const bytesIn = (content: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(content, (letter) => letter.charCodeAt(0));

export const textIn = (content: string): string => new TextDecoder().decode(bytesIn(content));
