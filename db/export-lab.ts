import { rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Revision } from '../sim/contract/ids.ts';
import { accepted, type Result } from '../sim/contract/result.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';
import type { History } from './history.ts';
import { formatVersion, newestSchema, storageRefusal, type Manifest } from './lab-file.ts';
import type { LabStore } from './lab-store.ts';
import { copyPair } from './lab-copy.ts';
import { makeWorkFolder } from './work-folder.ts';
import { createZipWriter, type Written } from './zip-writer.ts';

/** What only the host knows. */
export type LabFacts = {
  readonly product: string;
  readonly name: string;
  readonly seed: string;
  readonly tick: Tick;
  readonly revision: Revision;
  readonly hash: string;
  readonly exportedAt: WallMillis;
};

export type Export = {
  readonly store: LabStore;
  readonly history: History;
  readonly file: string;
  /**
   * Called once, in the very turn in which the copy of the world is complete: what it says of tick, revision and
   * hash is then true of the copy, though the lab runs on.
   */
  readonly manifest: () => LabFacts;
  /** Hears 0 … 1. */
  readonly onProgress: (part: number) => void;
};

/** Writes the lab as one file. Under its name it appears whole or not at all; the lab runs on meanwhile. */
export async function exportLab(plan: Export): Promise<Result<{ readonly bytes: number }>> {
  const part = `${plan.file}.part`;
  let copies: string | null = null;
  try {
    copies = makeWorkFolder(dirname(plan.store.file), 'export');
    const copied = await copyBoth(plan, copies);
    const bytes = await pack(plan, copied, part);
    await rename(part, plan.file);
    await syncFolder(dirname(plan.file));
    plan.onProgress(1);
    return accepted({ bytes });
  } catch (error) {
    await rm(part, { force: true });
    return storageRefusal(error);
  } finally {
    if (copies !== null) rmSync(copies, { recursive: true, force: true });
  }
}

type Copies = {
  readonly world: string;
  readonly history: string;
  readonly manifest: Omit<Manifest, 'members'>;
};

/** Copying is half of the work. */
async function copyBoth({ store, history, manifest, onProgress }: Export, folder: string): Promise<Copies> {
  const { facts, ...copies } = await copyPair({
    store,
    history,
    folder,
    facts: manifest,
    onProgress: (part) => onProgress(part / 2),
  });
  const current = store.currentBranch();
  const branches = store.branches().map((branch) => ({
    ...branch,
    headTick: branch.id === current.id ? facts.tick : branch.headTick,
    current: branch.id === current.id,
  }));
  return {
    ...copies,
    manifest: {
      format: 'coldaisle-lab',
      formatVersion,
      product: facts.product,
      schema: newestSchema,
      lab: { name: facts.name, seed: facts.seed },
      branches,
      head: { branch: current.id, tick: facts.tick, revision: facts.revision, hash: facts.hash },
      exportedAt: facts.exportedAt,
    },
  };
}

async function pack({ onProgress }: Export, copies: Copies, part: string): Promise<number> {
  const total = statSync(copies.world).size + statSync(copies.history).size;
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    onProgress(0.5 + 0.49 * Math.min(1, done / total));
  };
  const handle = await open(part, 'w');
  try {
    const zip = createZipWriter(handle);
    const world = await zip.add({ name: 'world.db', method: 'deflate', source: copies.world }, onBytes);
    // Its blocks are packed already: deflate would take a second per 60 MB to win a tenth.
    const history = await zip.add({ name: 'history.db', method: 'store', source: copies.history }, onBytes);
    const members = [memberOf('world.db', world), memberOf('history.db', history)];
    const text = `${JSON.stringify({ ...copies.manifest, members } satisfies Manifest, null, 2)}\n`;
    await zip.add({ name: 'manifest.json', method: 'store', source: Buffer.from(text) }, () => undefined);
    const bytes = await zip.finish();
    await handle.sync();
    return bytes;
  } finally {
    await handle.close();
  }
}

const memberOf = (name: 'world.db' | 'history.db', written: Written): Manifest['members'][number] => ({
  name,
  ...written,
});

/** So that the new name itself survives a loss of power. Windows knows no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
