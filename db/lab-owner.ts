import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { refused, type Result } from '../sim/contract/result.ts';

/**
 * `world.db-open` lies beside the file while a process has it open. SQLite's own lock decides who may write
 * and falls with its process; this note only says who it is, and, where it is left over, that the process
 * did not close the lab: then the write-ahead log must still be there.
 */
const noteSchema = z.object({ pid: z.int(), since: z.string() });

export const ownerFile = (file: string): string => `${file}-open`;

export function writeOwner(file: string, since: number): void {
  writeFileSync(ownerFile(file), JSON.stringify({ pid: process.pid, since: new Date(since).toISOString() }));
}

export function removeOwner(file: string): void {
  rmSync(ownerFile(file), { force: true });
}

export const wasLeftOpen = (file: string): boolean => existsSync(ownerFile(file));

export function busyRefusal(file: string): Result<never> {
  const owner = readOwner(file);
  const who = owner === null ? 'another process' : `process ${owner.pid} (since ${owner.since})`;
  return refused('busy', `The lab is open in ${who}.`, { hint: 'Close it there, or open another lab.' });
}

function readOwner(file: string): z.infer<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(ownerFile(file), 'utf8')));
  } catch {
    return null;
  }
}
