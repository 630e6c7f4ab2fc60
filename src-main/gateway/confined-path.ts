import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';

/** Names that mean something else on some system: parents, drives, streams, devices, hidden files. */
const plainName = /^(?!\.)[^/\\:*?"<>|\p{C}]{1,200}$/u;

export const isPlainName = (name: string): boolean => plainName.test(name) && !/[. ]$/.test(name);

/** The file under `directory` that a URL path means, or null: links out, parents and hidden files mean nothing. */
export function confinedFile(directory: string, encodedPath: string): string | null {
  const names = encodedPath
    .split('/')
    .filter((name, index) => index > 0 || name !== '')
    .map(decodedName);
  if (names.length === 0 || !names.every((name) => isPlainName(name))) return null;
  return realFileWithin(directory, join(directory, ...names));
}

/** Decoded after the parting and once: an encoded slash parts nothing, and what is still encoded is literal. */
function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

function realFileWithin(directory: string, file: string): string | null {
  try {
    const root = realpathSync(directory);
    const real = realpathSync(file);
    return real.startsWith(root + sep) && lstatSync(real).isFile() ? real : null;
  } catch {
    return null;
  }
}

/** Whether an absolute path, whose file may not exist yet, lies directly in one of these folders. */
export function liesIn(directories: readonly string[], file: string): boolean {
  if (!isAbsolute(file) || resolve(file) !== file || !isPlainName(file.slice(dirname(file).length + 1)))
    return false;
  if (isLink(file)) return false;
  const folder = realOrNull(dirname(file));
  return folder !== null && directories.some((directory) => realOrNull(directory) === folder);
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function realOrNull(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
