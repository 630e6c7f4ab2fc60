import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const labFileEnding = /\.(coldaisle|lab\.ya?ml)$/i;

export const isLabFileName = (path: string): boolean => labFileEnding.test(path);

/**
 * The lab that a start was given: by double click, by `coldaisle some.coldaisle`, or by a second start.
 * Chromium adds and reorders switches, so anything that begins with a dash is none of ours.
 */
export function labFileFromArguments(
  given: readonly string[],
  workingDirectory: string,
  isFile: (path: string) => boolean,
): string | null {
  const candidates = given
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => localPath(argument))
    .filter((path): path is string => path !== null && isLabFileName(path))
    .map((path) => (isAbsolute(path) ? path : resolve(workingDirectory, path)));
  return candidates.findLast((path) => isFile(path)) ?? null;
}

/** File managers on Linux give a URL instead of a path. Of URLs, only a file of this machine is one. */
function localPath(argument: string): string | null {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return argument;
  if (isAbsolute(argument)) return argument;
  if (!URL.canParse(argument)) return null;
  const url = new URL(argument);
  return url.protocol === 'file:' && url.hostname === '' ? fileURLToPath(url) : null;
}
