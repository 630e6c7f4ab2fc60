import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import { openLabStore } from './open-lab-store.ts';
import {
  entries,
  entry,
  now,
  openStore,
  removed,
  revision,
  snapshot,
  testFolder,
  tick,
} from './story.fixture.ts';

const main = 'branch-1' as BranchId;
const refusalOf = (file: string) => {
  const opened = openLabStore(file, { whenMissing: 'refuse', now });
  if (opened.ok) opened.value.close();
  return opened.ok ? null : opened.refusal;
};

test('FR-180-001 what was appended is read again after the lab is opened anew', () => {
  const file = join(testFolder(), 'world.db');
  const written = [...entries(1, 300), entry({ first: 301, events: [] })];
  const store = openStore(file);
  store.append(written);
  store.close();
  const again = openStore(file);
  expect([...again.entriesAfter(main, revision(0))]).toEqual(written);
  expect([...again.entriesAfter(main, revision(298))]).toEqual(written.slice(298));
  expect(again.currentBranch()).toMatchObject({ id: main, parent: null, headRevision: 300, headTick: 301 });
});

test('FR-180-001 a group of entries is kept as a whole or not at all', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  store.append(entries(1, 3));
  expect(() => store.append([entry({ first: 4 }), entry({ first: 6 })])).toThrow(
    'revision 6 cannot follow 4',
  );
  expect([...store.entriesAfter(main, revision(0))]).toHaveLength(3);
  store.append([entry({ first: 4 })]);
  expect(store.currentBranch().headRevision).toBe(4);
});

test('FR-180-002 a key is found on its line, also after a fork, but not beyond it', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  store.append(entries(1, 10));
  store.fork({ tick: tick(5), revision: revision(5) });
  expect(store.findKey('key-5-of-it')?.firstRevision).toBe(5);
  expect(store.findKey('key-6-of-it')).toBeNull();
  store.append([entry({ first: 6, key: 'key-6-of-it' })]);
  expect(store.findKey('key-6-of-it')?.tick).toBe(6);
  expect(() => store.append([entry({ first: 7, key: 'key-4-of-it' })])).toThrow('was used before');
  store.setCurrent(main);
  expect(store.findKey('key-10-of-it')?.firstRevision).toBe(10);
});

test('FR-180-003 a branch goes on from a past moment and the old story stays', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  store.append(entries(1, 10));
  const second = store.fork({ tick: tick(7), revision: revision(7) });
  store.append([entry({ first: 8, tick: 20 })]);
  const firstRevisions = (branch: BranchId) =>
    [...store.entriesAfter(branch, revision(0))].map((item) => item.firstRevision);
  expect(second).toMatchObject({
    id: 'branch-2',
    parent: main,
    forkTick: 7,
    forkRevision: 7,
    headRevision: 7,
  });
  expect(firstRevisions(main)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(firstRevisions(second.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(store.branches().map(({ headTick }) => headTick)).toEqual([10, 20]);
});

test('FR-180-003 a fork before the current branch began hangs on the ancestor that told that part', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  store.append(entries(1, 10));
  store.fork({ tick: tick(7), revision: revision(7) });
  expect(store.fork({ tick: tick(3), revision: revision(3) }).parent).toBe(main);
  expect(() => store.fork({ tick: tick(4), revision: revision(9) })).not.toThrow();
});

test('FR-180-004 events are listed newest first, by type, over the whole line', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  const founded = { type: 'lab.renamed', name: 'North' } as const;
  store.append([
    entry({ first: 1, events: [founded, removed('rack-1'), removed('rack-2')] }),
    ...entries(4, 9),
  ]);
  const branch = store.fork({ tick: tick(5), revision: revision(5) }).id;
  store.append([entry({ first: 6, events: [founded] })]);
  const revisions = (before: number | null, limit: number, types: string[] | null) =>
    store.eventsBefore(branch, { before, limit, types }).map((item) => item.revision);
  expect(revisions(null, 50, null)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(revisions(null, 2, null)).toEqual([6, 5]);
  expect(revisions(3, 50, null)).toEqual([2, 1]);
  expect(revisions(null, 50, ['lab.renamed'])).toEqual([6, 1]);
  expect(revisions(6, 3, ['entity.removed', 'lab.renamed'])).toEqual([5, 4, 3]);
  expect(revisions(null, 50, ['lab.founded'])).toEqual([]);
});

test('FR-180-005 the nearest snapshot at or before a tick is found along the line', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  store.append(entries(1, 30));
  for (const at of [5, 10, 20]) store.saveSnapshot(main, snapshot(at, 'an inventory'));
  const branch = store.fork({ tick: tick(15), revision: revision(15) }).id;
  expect(store.nearestSnapshot(branch, tick(99))).toEqual(snapshot(10, 'an inventory'));
  expect(store.nearestSnapshot(branch, tick(9))?.tick).toBe(5);
  expect(store.nearestSnapshot(branch, tick(4))).toBeNull();
  expect(store.nearestSnapshot(main, tick(20))?.tick).toBe(20);
});

test('FR-180-005 equal inventories are stored once', () => {
  const file = join(testFolder(), 'world.db');
  const store = openStore(file);
  const large = Array.from({ length: 40_000 }, (_, index) => Math.imul(index, 2_654_435_761)).join();
  for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) store.saveSnapshot(main, snapshot(at, large.concat('')));
  store.close();
  const database = new Database(file, { readonly: true });
  onTestFinished(() => void database.close());
  expect(database.prepare('SELECT count(*) FROM inventories').pluck().get()).toBe(1);
  expect(database.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(8);
});

test('FR-180-006 a damaged snapshot is passed over for the one before it, and said so', () => {
  const file = join(testFolder(), 'world.db');
  const store = openStore(file);
  store.append(entries(1, 30));
  for (const at of [10, 20]) store.saveSnapshot(main, snapshot(at, `inventory at ${at}`));
  store.close();
  const database = new Database(file);
  database.exec(`UPDATE snapshots SET state = zeroblob(length(state)) WHERE tick = 20`);
  database.close();
  const again = openStore(file);
  expect(again.nearestSnapshot(main, tick(25))?.tick).toBe(10);
  expect(again.problems()).toMatchObject([{ kind: 'damaged-snapshot', branch: main, tick: 20 }]);
});

test('FR-180-007 a second process that opens the same lab is refused and told who holds it', async () => {
  const file = join(testFolder(), 'world.db');
  const holder = fork(join(import.meta.dirname, 'hold-lab.fixture.ts'), [file, '0']);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder, 'message');
  expect(refusalOf(file)).toMatchObject({
    code: 'busy',
    message: expect.stringContaining(`process ${holder.pid}`),
  });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(refusalOf(file)).toBeNull();
});

test('FR-180-008 a heartbeat and every append survive kill -9', async () => {
  const file = join(testFolder(), 'world.db');
  const writer = fork(join(import.meta.dirname, 'hold-lab.fixture.ts'), [file, '500']);
  const [last] = (await once(writer, 'message')) as [number];
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  const store = openStore(file);
  expect([...store.entriesAfter(main, revision(0))]).toHaveLength(last);
  expect(store.currentBranch()).toMatchObject({ headRevision: last, headTick: last + 1000 });
});

test('FR-180-008 a process that ends without closing the lab leaves it whole', async () => {
  const file = join(testFolder(), 'world.db');
  const writer = fork(join(import.meta.dirname, 'hold-lab.fixture.ts'), [file, '50', 'exit']);
  await once(writer, 'exit');
  expect(refusalOf(file)).toBeNull();
  expect([...openStore(file).entriesAfter(main, revision(0))]).toHaveLength(50);
});

test('FR-180-009 what is not one of our labs is refused and not touched', () => {
  const folder = testFolder();
  const foreign = new Database(join(folder, 'foreign.db'));
  foreign.exec('CREATE TABLE songs (title TEXT)');
  foreign.close();
  writeFileSync(join(folder, 'text.db'), 'Dear Sir or Madam, this is a letter. '.repeat(40));
  const newer = openStore(join(folder, 'newer.db'));
  newer.close();
  const database = new Database(join(folder, 'newer.db'));
  database.pragma('user_version = 99');
  database.close();
  expect(refusalOf(join(folder, 'foreign.db'))?.code).toBe('foreign-file');
  expect(refusalOf(join(folder, 'text.db'))?.code).toBe('damaged-file');
  expect(refusalOf(join(folder, 'newer.db'))?.code).toBe('newer-file');
  expect(refusalOf(join(folder, 'missing.db'))?.code).toBe('not-found');
  expect(existsSync(join(folder, 'missing.db'))).toBe(false);
});

test('FR-180-001 the store can be written to while its log is being read', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  store.append(entries(1, 600));
  let read = 0;
  for (const item of store.entriesAfter(main, revision(0))) {
    if (item.firstRevision === 1) store.append([entry({ first: 601 })]);
    read += 1;
  }
  expect(read).toBe(601);
});
