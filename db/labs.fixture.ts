/** A lab of two files, with a story and readings, and the one file it is exported to. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import type { Result } from '../sim/contract/result.ts';
import { exportLab } from './export-lab.ts';
import type { LabFacts } from './export-lab.ts';
import type { History } from './history.ts';
import { importLab } from './import-lab.ts';
import { readManifest } from './lab-file.ts';
import type { LabStore } from './lab-store.ts';
import { openHistory } from './open-history.ts';
import { entries, entry, now, openStore, revision, snapshot, testFolder, tick } from './story.fixture.ts';
import { createZipWriter } from './zip-writer.ts';

export const main = 'branch-1' as BranchId;
export const silent = (): void => undefined;

export function openedHistory(file: string): History {
  const opened = openHistory(file, { whenMissing: 'create' });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

type Lab = { readonly folder: string; readonly store: LabStore; readonly history: History };

export function makeLab(): Lab {
  const folder = join(testFolder(), 'labs', 'north');
  mkdirSync(folder, { recursive: true });
  const store = openStore(join(folder, 'world.db'));
  store.append(entries(1, 200));
  store.saveSnapshot(main, snapshot(150, 'an inventory'));
  store.fork({ tick: tick(180), revision: revision(180) });
  store.append([entry({ first: 181 })]);
  const history = openedHistory(join(folder, 'history.db'));
  const readings = Array.from({ length: 1500 }, (_, index) => ({
    sensor: 'sensor-1',
    at: index * 1000,
    value: index / 10,
  }));
  history.append(main, readings);
  return { folder, store, history };
}

export const factsOf = (store: LabStore): LabFacts => ({
  product: '0.1.0',
  name: 'North',
  seed: 'c0ffee',
  tick: tick(store.currentBranch().headTick + 7),
  revision: store.currentBranch().headRevision,
  hash: 'abc123',
  exportedAt: now(),
});

export async function exported(lab: Lab): Promise<string> {
  const file = join(dirname(lab.folder), 'north.coldaisle');
  const done = await exportLab({ ...lab, file, manifest: () => factsOf(lab.store), onProgress: silent });
  if (!done.ok) throw new Error(done.refusal.message);
  return file;
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code);

export async function codesFor(file: string): Promise<string[]> {
  const directory = join(dirname(file), 'arrived');
  const codes = [
    codeOf(await readManifest(file)),
    codeOf(await importLab({ file, directory, onProgress: silent })),
  ];
  expect(existsSync(directory)).toBe(codes[1] === 'ok');
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith('.import-'))).toEqual([]);
  return codes;
}

/** A ZIP of our form with any members. */
export async function writeZip(
  file: string,
  members: readonly { name: string; source: Buffer }[],
): Promise<void> {
  const handle = await open(file, 'w');
  const zip = createZipWriter(handle);
  for (const member of members)
    await zip.add({ ...member, method: member.name === 'world.db' ? 'deflate' : 'store' }, silent);
  await zip.finish();
  await handle.close();
}
