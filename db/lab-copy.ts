import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Revision } from '../sim/contract/ids.ts';
import { accepted, refused, type Result } from '../sim/contract/result.ts';
import type { Tick } from '../sim/contract/units.ts';
import type { History } from './history.ts';
import { storageRefusal } from './lab-file.ts';
import type { LabStore } from './lab-store.ts';
import { branchNumber } from './lines.ts';
import { StorageError } from './storage-error.ts';
import { makeWorkFolder } from './work-folder.ts';

/** Where the world stands; the clock may be further than the log's last heartbeat. */
export type Standing = { readonly tick: Tick; readonly revision: Revision };

type Pair<Facts extends Standing> = {
  readonly store: LabStore;
  readonly history: History;
  readonly folder: string;
  /** Called once, in the very turn in which the copy of the world is complete. */
  readonly facts: () => Facts;
  readonly onProgress: (part: number) => void;
};

type CopiedPair<Facts> = { readonly world: string; readonly history: string; readonly facts: Facts };

/**
 * Copies a running lab's two files. The history goes first: better it lacks the last seconds than knows
 * the future.
 */
export async function copyPair<Facts extends Standing>(pair: Pair<Facts>): Promise<CopiedPair<Facts>> {
  const { store, history, folder, onProgress } = pair;
  const copies = { world: join(folder, 'world.db'), history: join(folder, 'history.db') };
  await history.copyTo(copies.history, (part) => onProgress(part / 2));
  await store.copyTo(copies.world, (part) => onProgress((1 + part) / 2));
  const facts = pair.facts();
  finishCopy(copies.world, branchNumber(store.currentBranch().id), facts);
  onProgress(1);
  return { ...copies, facts };
}

function finishCopy(file: string, branch: number, { tick, revision }: Standing): void {
  const database = new Database(file);
  try {
    const head = database
      .prepare<[number], number>('SELECT head_revision FROM branches WHERE id = ?')
      .pluck()
      .get(branch);
    if (head !== revision) {
      throw new StorageError(
        'misuse',
        `the world is at revision ${revision}, the copy of its log at ${head}`,
      );
    }
    database.prepare('UPDATE branches SET head_tick = ? WHERE id = ?').run(tick, branch);
  } finally {
    database.close();
  }
}

export type LabCopy = {
  readonly store: LabStore;
  readonly history: History;
  /** The new lab's own folder; it must not be there yet. */
  readonly directory: string;
  readonly standing: () => Standing;
  readonly onProgress: (part: number) => void;
};

/** Save as: a second lab that stands where this one does. The folder appears whole or not at all. */
export async function copyLab(plan: LabCopy): Promise<Result<null>> {
  const { directory } = plan;
  if (existsSync(directory))
    return refused('name-taken', `There is a lab in ${basename(directory)} already.`);
  let folder: string | null = null;
  try {
    folder = makeWorkFolder(dirname(directory), 'copy');
    await copyPair({ ...plan, folder, facts: plan.standing });
    renameSync(folder, directory);
    return accepted(null);
  } catch (error) {
    return storageRefusal(error);
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}
