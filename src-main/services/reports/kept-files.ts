/** The folder of reports that were made by schedules: one level of folders, nothing hidden. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFile } from '../../../sim/contract/reports.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Rendered } from './render.ts';

/** `energy.pdf` or `weekly/energy.pdf`: no way out of the folder. */
const known = /^(?:[A-Za-z0-9][A-Za-z0-9_-]{0,39}\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,180}\.(?:pdf|csv|html)$/;

export const keptPath = (directory: string, name: string): string | null =>
  known.test(name) && !name.includes('..') ? join(directory, ...name.split('/')) : null;

export function keptFiles(directory: string): ReportFile[] {
  const namesIn = (folder: string): string[] =>
    entriesOf(join(directory, folder)).flatMap((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && folder === '') return namesIn(entry.name);
      return entry.isFile() && known.test(name) ? [name] : [];
    });
  return namesIn('')
    .flatMap((name): ReportFile[] => {
      const found = statSync(join(directory, name), { throwIfNoEntry: false });
      return found === undefined ? [] : [{ name, bytes: found.size, madeAt: Math.round(found.mtimeMs) }];
    })
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Made with the first report.
    return [];
  }
}

/** Under another name until it is whole. */
export function keep(directory: string, folder: string, { name, body }: Rendered): Result<string> {
  const path = folder === '' ? name : `${folder}/${name}`;
  try {
    mkdirSync(join(directory, folder), { recursive: true });
    const file = join(directory, path);
    writeFileSync(`${file}.new`, body, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return accepted(path);
  } catch (error) {
    const hint = error instanceof Error ? error.message : String(error);
    return refused('storage-failed', `The report ${path} could not be kept`, { where: directory, hint });
  }
}

export function forget(directory: string, name: string): Result<null> {
  const file = keptPath(directory, name);
  if (file === null || statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    return refused('not-found', `There is no report ${name}`, { where: 'name' });
  rmSync(file, { force: true });
  return accepted(null);
}
