/** Contents of files that no lab names any more: uploads that broke off, and what only labs that are gone knew. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { namedInLab } from '../../db/named-in-lab.ts';
import type { Log } from './log.ts';

export const contentsDirectory = (dataDirectory: string): string => join(dataDirectory, 'blobs');

/**
 * At the start of a host, before a lab is opened. A lab that was thrown away can be taken back from the trash, and
 * a damaged one may be mended: what these name stays, and where one cannot be read everything does.
 */
export function sweepContents(dataDirectory: string, log: Log): void {
  const directory = contentsDirectory(dataDirectory);
  if (!existsSync(directory)) return;
  const kept = readdirSync(directory);
  const unnamed = new Set(kept.filter((file) => /^[0-9a-f]{64}$/.test(file)));
  for (const file of unnamed.size === 0 ? [] : worldsIn(dataDirectory)) {
    const named = namedInLab(file, unnamed);
    if (named === null) {
      log.warn('contents of files are not tidied: a lab could not be read', { lab: file });
      return;
    }
    for (const name of named) unnamed.delete(name);
    if (unnamed.size === 0) break;
  }
  const halves = kept.filter((file) => file.startsWith('.'));
  for (const file of [...unnamed, ...halves]) rmSync(join(directory, file), { force: true });
}

/** Also what was kept aside when a lab was damaged. */
const worldsIn = (dataDirectory: string): readonly string[] =>
  ['labs', 'trash'].flatMap((folder) => {
    const directory = join(dataDirectory, folder);
    if (!existsSync(directory)) return [];
    return readdirSync(directory, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && entry.name.startsWith('world.db') && !/-(wal|shm|open)$/.test(entry.name)
        ? [join(entry.parentPath, entry.name)]
        : [],
    );
  });
