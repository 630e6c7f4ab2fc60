import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import type { LabStore, LogEntry } from './lab-store.ts';
import { openLabStore } from './open-lab-store.ts';
import { salvageLab, type SalvageReport } from './salvage.ts';
import { StorageError } from './storage-error.ts';
import { entries, now, openStore, revision, snapshot, testFolder, tick } from './story.fixture.ts';

const main = 'branch-1' as BranchId;
const written = entries(1, 1200);

/** A lab with 1,200 commands, four snapshots and a fork, closed. */
function labFile(): string {
  const file = join(testFolder(), 'world.db');
  const store = openStore(file);
  for (let at = 0; at < 1200; at += 100) {
    store.append(written.slice(at, at + 100));
    if (at % 300 === 200) store.saveSnapshot(main, snapshot(at + 100, `an inventory of ${at}`));
  }
  store.close();
  return file;
}

const refusalOf = (file: string) => {
  const opened = openLabStore(file, { whenMissing: 'refuse', now });
  if (opened.ok) opened.value.close();
  return opened.ok ? null : opened.refusal;
};

function salvage(file: string): SalvageReport {
  const done = salvageLab({ file, now });
  if (!done.ok) throw new Error(done.refusal.message);
  return done.value;
}

/** What can be read from the nearest snapshot before the head on; the way recovery reads. */
function storyToHead(store: LabStore): { readonly from: number; readonly items: LogEntry[] } {
  const { id, headTick } = store.currentBranch();
  const from = store.nearestSnapshot(id, headTick)?.revision ?? revision(0);
  return { from, items: [...store.entriesAfter(id, from)] };
}

function expectTrue(store: LabStore): void {
  const { from, items } = storyToHead(store);
  expect(items).toEqual(written.slice(from, from + items.length));
  expect(store.currentBranch().headRevision).toBe(from + items.length);
}

function change(file: string, work: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  work(bytes);
  writeFileSync(file, bytes);
}

/** Number of the page in which a piece of text stands, from 0. */
const pageOf = (file: string, text: string): number => Math.floor(readFileSync(file).indexOf(text) / 4096);

test('FR-180-020 a truncated lab is refused, kept aside as it is, and told up to where it breaks', () => {
  const file = labFile();
  truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096 + 1000);
  const torn = readFileSync(file);
  expect(refusalOf(file)?.code).toBe('damaged-file');
  const report = salvage(file);
  expect(report.keptAside).toHaveLength(1);
  expect(readFileSync(report.keptAside[0] ?? '')).toEqual(torn);
  const store = openStore(file);
  expectTrue(store);
  expect(report.lost.length).toBeGreaterThan(0);
  expect(report.commands).toBeGreaterThan(100);
});

test('FR-180-021 a zeroed page costs the commands on it and nothing after the snapshot behind it', () => {
  const file = labFile();
  const page = pageOf(file, '"rack-400"');
  change(file, (bytes) => void bytes.fill(0, page * 4096, (page + 1) * 4096));
  expect(refusalOf(file)?.code).toBe('damaged-file');
  const report = salvage(file);
  const store = openStore(file);
  expectTrue(store);
  expect(store.currentBranch().headRevision).toBe(1200);
  expect(report.lost).toHaveLength(1);
  expect(report.lost[0]?.from).toBeLessThanOrEqual(400);
  expect(report.lost[0]?.to).toBeGreaterThanOrEqual(400);
  expect(store.nearestSnapshot(main, tick(600))?.tick).toBe(600);
  expect(() => [...store.entriesAfter(main, revision(0))]).toThrow(StorageError);
});

test('FR-180-021 a page lost after the last snapshot ends the story there', () => {
  const file = join(testFolder(), 'world.db');
  const store = openStore(file);
  store.append(written.slice(0, 600));
  store.saveSnapshot(main, snapshot(600, 'an inventory'));
  store.append(written.slice(600));
  store.close();
  const page = pageOf(file, '"rack-900"');
  change(file, (bytes) => void bytes.fill(0, page * 4096, (page + 1) * 4096));
  const report = salvage(file);
  const again = openStore(file);
  expectTrue(again);
  expect(again.currentBranch().headRevision).toBeGreaterThan(850);
  expect(again.currentBranch().headRevision).toBeLessThan(900);
  expect(report.lost).toMatchObject([{ branch: main, to: 1200 }]);
  again.append([
    {
      ...(written[0] as LogEntry),
      key: null,
      firstRevision: revision(again.currentBranch().headRevision + 1),
    },
  ]);
});

test('FR-180-022 a lost first page is made anew', () => {
  const file = labFile();
  change(file, (bytes) => void bytes.fill(0x58, 0, 4096));
  expect(refusalOf(file)?.code).toBe('damaged-file');
  expect(salvage(file)).toMatchObject({ commands: 1200, snapshots: 4, lost: [], lostBranches: [] });
  expectTrue(openStore(file));
});

test('FR-180-023 a write-ahead log that was taken away is noticed', async () => {
  const file = join(testFolder(), 'world.db');
  const writer = fork(join(import.meta.dirname, 'hold-lab.fixture.ts'), [file, '3000']);
  await once(writer, 'message');
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  rmSync(`${file}-wal`);
  expect(refusalOf(file)).toMatchObject({
    code: 'damaged-file',
    message: expect.stringContaining('write-ahead log'),
  });
  const report = salvage(file);
  const store = openStore(file);
  expect([...store.entriesAfter(main, revision(0))]).toHaveLength(report.commands);
  expect(store.currentBranch().headRevision).toBe(report.commands);
});

test('FR-180-024 a changed byte anywhere never changes a story unnoticed', () => {
  const file = labFile();
  const good = readFileSync(file);
  const verdicts: string[] = [];
  for (let round = 0; round < 150; round += 1) {
    const at = (Math.imul(round + 1, 2_654_435_761) >>> 0) % good.length;
    const bytes = Buffer.from(good);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + (round % 255)), at);
    writeFileSync(file, bytes);
    verdicts.push(verdictOn(file));
    for (const rest of ['-wal', '-open']) rmSync(`${file}${rest}`, { force: true });
  }
  expect(new Set(verdicts)).toEqual(new Set(['read', 'salvaged']));
});

function verdictOn(file: string): string {
  const opened = openLabStore(file, { whenMissing: 'refuse', now });
  if (!opened.ok) return salvagedVerdict(file, opened.refusal.code);
  const isTrue = isStoryTrue(opened.value) && isPastTrue(opened.value);
  opened.value.close();
  return isTrue ? 'read' : 'a wrong story was read';
}

function salvagedVerdict(file: string, code: string): string {
  if (!['damaged-file', 'foreign-file', 'newer-file'].includes(code)) return `refused as ${code}`;
  const done = salvageLab({ file, now });
  if (!done.ok) return `not salvaged: ${done.refusal.message}`;
  for (const aside of done.value.keptAside) rmSync(aside);
  const opened = openLabStore(file, { whenMissing: 'refuse', now });
  if (!opened.ok) return `not opened after it was salvaged: ${opened.refusal.message}`;
  const isTrue = isStoryTrue(opened.value);
  opened.value.close();
  return isTrue ? 'salvaged' : 'a wrong story was salvaged';
}

function isStoryTrue(store: LabStore): boolean {
  const { from, items } = storyToHead(store);
  const isSame = isDeepStrictEqual(items, written.slice(from, from + items.length));
  return isSame && store.currentBranch().headRevision === from + items.length;
}

/** The whole log from its beginning: as it was written, up to a row that says that it is damaged. */
function isPastTrue(store: LabStore): boolean {
  const read: LogEntry[] = [];
  try {
    for (const item of store.entriesAfter(main, revision(0))) read.push(item);
  } catch (error) {
    if (!(error instanceof StorageError)) return false;
  }
  return isDeepStrictEqual(read, written.slice(0, read.length));
}

test('FR-180-025 where nothing can be read nothing is moved', () => {
  const file = join(testFolder(), 'world.db');
  writeFileSync(file, 'nothing of a lab in here '.repeat(1000));
  const done = salvageLab({ file, now });
  expect(done.ok ? null : done.refusal.code).toBe('damaged-file');
  expect(readFileSync(file, 'utf8')).toContain('nothing of a lab');
  expect(existsSync(`${file}-salvage`)).toBe(false);
});

test('FR-180-025 an open lab is not salvaged', () => {
  const file = labFile();
  const store = openStore(file);
  const done = salvageLab({ file, now });
  expect(done.ok ? null : done.refusal.code).toBe('busy');
  store.close();
});

test('FR-180-021 branches survive, and one whose fork can no longer be told is named', () => {
  const file = join(testFolder(), 'world.db');
  const store = openStore(file);
  store.append(written.slice(0, 900));
  store.saveSnapshot(main, snapshot(900, 'an inventory'));
  const early = store.fork({ tick: tick(100), revision: revision(100) }).id;
  store.append([{ ...(written[100] as LogEntry), key: null }]);
  store.setCurrent(main);
  const late = store.fork({ tick: tick(700), revision: revision(700) }).id;
  store.close();
  const page = pageOf(file, '"rack-400"');
  change(file, (bytes) => void bytes.fill(0, page * 4096, (page + 1) * 4096));
  expect(salvage(file).lostBranches).toEqual([late]);
  const again = openStore(file);
  expect(again.branches().map(({ id }) => id)).toEqual([main, early]);
  again.setCurrent(early);
  expect([...again.entriesAfter(early, revision(0))]).toHaveLength(101);
});
