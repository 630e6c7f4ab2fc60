import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { exportLab } from './export-lab.ts';
import { importLab } from './import-lab.ts';
import { copyLab } from './lab-copy.ts';
import { readManifest } from './lab-file.ts';
import type { Manifest } from './lab-file.ts';
import { entry, openStore, revision, snapshot, testFolder, tick } from './story.fixture.ts';
import { extractTo, readMembers } from './zip-reader.ts';
import {
  codeOf,
  codesFor,
  exported,
  factsOf,
  main,
  makeLab,
  openedHistory,
  silent,
  writeZip,
} from './labs.fixture.ts';

test('FR-180-080 a lab arrives elsewhere with the same story, snapshots, branches and readings', async () => {
  const lab = makeLab();
  const file = await exported(lab);
  const directory = join(testFolder(), 'labs', 'arrived');
  const parts: number[] = [];
  const done = await importLab({ file, directory, onProgress: (part) => parts.push(part) });
  expect(done).toEqual(await readManifest(file));
  expect(done).toMatchObject({
    ok: true,
    value: { lab: { name: 'North', seed: 'c0ffee' }, head: { hash: 'abc123', tick: 188 } },
  });
  const store = openStore(join(directory, 'world.db'));
  const branch = store.currentBranch();
  expect(branch).toEqual({ ...lab.store.currentBranch(), headTick: 188 });
  expect([...store.entriesAfter(main, revision(0))]).toEqual([...lab.store.entriesAfter(main, revision(0))]);
  expect([...store.entriesAfter(branch.id, revision(0))]).toHaveLength(181);
  expect(store.nearestSnapshot(branch.id, tick(999))).toEqual(snapshot(150, 'an inventory'));
  const ask = {
    sensors: [{ id: 'sensor-1', metric: 'power' }],
    line: [{ branch: main, from: 0, to: 9e9 }],
    from: 0,
    to: 1.5e6,
    points: 50,
  };
  expect(openedHistory(join(directory, 'history.db')).series(ask)).toEqual(lab.history.series(ask));
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
});

test('FR-180-081 a lab that goes on while it is exported arrives as it was at its manifest’s moment', async () => {
  const lab = makeLab();
  const file = join(dirname(lab.folder), 'busy.coldaisle');
  const goingOn = setInterval(
    () => lab.store.append([entry({ first: lab.store.currentBranch().headRevision + 1 })]),
    0,
  );
  const done = await exportLab({ ...lab, file, manifest: () => factsOf(lab.store), onProgress: silent });
  clearInterval(goingOn);
  expect(codeOf(done)).toBe('ok');
  expect(lab.store.currentBranch().headRevision).toBeGreaterThan(181);
  const manifest = await readManifest(file);
  const directory = join(testFolder(), 'arrived');
  expect(codeOf(await importLab({ file, directory, onProgress: silent }))).toBe('ok');
  const store = openStore(join(directory, 'world.db'));
  expect(manifest.ok && manifest.value.head.revision).toBe(store.currentBranch().headRevision);
});

test('FR-180-082 a changed byte at any of 200 places is refused and touches nothing', async () => {
  const file = await exported(makeLab());
  const good = readFileSync(file);
  const places = Array.from(
    { length: 200 },
    (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 0) % good.length,
  );
  const edges = [0, 1, 20, good.length - 1, good.length - 22, good.length - 60, good.length - 200];
  for (const at of [...places, ...edges]) {
    const bytes = Buffer.from(good);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(file, bytes);
    const [, code] = await codesFor(file);
    expect(['damaged-file', 'foreign-file', 'newer-file'], `byte ${at} of ${good.length}`).toContain(code);
  }
});

test('FR-180-082 a truncated file is refused wherever it was cut', async () => {
  const file = await exported(makeLab());
  const good = readFileSync(file);
  for (const length of [good.length - 1, good.length - 30, Math.floor(good.length / 2), 100, 10]) {
    writeFileSync(file, good);
    truncateSync(file, length);
    expect(await codesFor(file)).toEqual(['damaged-file', 'damaged-file']);
  }
  writeFileSync(file, Buffer.concat([good, Buffer.from('more')]));
  expect(await codesFor(file)).toEqual(['damaged-file', 'damaged-file']);
});

test('FR-180-083 what is no lab at all is called foreign', async () => {
  const file = join(testFolder(), 'other.coldaisle');
  writeFileSync(file, 'Dear colleague, please find the lab attached. '.repeat(100));
  expect(await codesFor(file)).toEqual(['foreign-file', 'foreign-file']);
  writeFileSync(file, '');
  expect(await codesFor(file)).toEqual(['foreign-file', 'foreign-file']);
  await writeZip(file, [{ name: 'holiday.jpg', source: Buffer.alloc(5000, 7) }]);
  expect(await codesFor(file)).toEqual(['foreign-file', 'foreign-file']);
  const names = ['world.db', 'history.db', 'manifest.json'];
  await writeZip(
    file,
    names.map((name) => ({ name, source: Buffer.from('{"format":"something"}') })),
  );
  expect(await codesFor(file)).toEqual(['foreign-file', 'foreign-file']);
  expect(await codesFor(join(testFolder(), 'none.coldaisle'))).toEqual(['not-found', 'not-found']);
});

test('FR-180-084 names that lead out of the folder are refused', async () => {
  const folder = testFolder();
  const file = join(folder, 'evil.coldaisle');
  for (const name of [
    '../world.db',
    '/tmp/world.db',
    'sub/../../world.db',
    '..\\world.db',
    'world.db/..',
    'WORLD.DB',
  ]) {
    await writeZip(file, [
      { name, source: Buffer.from('x') },
      { name: 'manifest.json', source: Buffer.from('{}') },
    ]);
    expect(await codesFor(file)).toEqual(['foreign-file', 'foreign-file']);
  }
  expect(readdirSync(folder)).toEqual(['evil.coldaisle']);
});

/** The same file with another manifest, all checksums of the container right. */
async function withManifest(file: string, change: (manifest: Manifest) => unknown): Promise<void> {
  const read = await readManifest(file);
  if (!read.ok) throw new Error(read.refusal.message);
  const bytes = readFileSync(file);
  const history = read.value.members[1]?.bytes ?? 0;
  const worldSize = bytes.readUInt32LE(18);
  const world = inflateRawSync(bytes.subarray(38, 38 + worldSize));
  const historyAt = 38 + worldSize + 40;
  await writeZip(file, [
    { name: 'world.db', source: world },
    { name: 'history.db', source: bytes.subarray(historyAt, historyAt + history) },
    { name: 'manifest.json', source: Buffer.from(JSON.stringify(change(read.value))) },
  ]);
}

test('FR-180-085 a file of a newer version is refused as newer, whatever else is in it', async () => {
  const file = await exported(makeLab());
  const good = readFileSync(file);
  await withManifest(file, (manifest) => manifest);
  expect(await codesFor(file)).toEqual(['ok', 'ok']);
  for (const change of [
    (manifest: Manifest) => ({ ...manifest, formatVersion: 2, planets: 9 }),
    (manifest: Manifest) => ({ ...manifest, schema: { ...manifest.schema, world: 77 } }),
  ]) {
    const target = join(testFolder(), 'newer.coldaisle');
    writeFileSync(target, good);
    await withManifest(target, change);
    expect(await codesFor(target)).toEqual(['newer-file', 'newer-file']);
  }
});

test('FR-180-086 a manifest that does not fit what it lists is refused', async () => {
  const file = await exported(makeLab());
  const good = readFileSync(file);
  const sha256 = '0'.repeat(64);
  for (const change of [
    (manifest: Manifest) => ({
      ...manifest,
      members: manifest.members.map((member) => ({ ...member, sha256 })),
    }),
    (manifest: Manifest) => ({
      ...manifest,
      members: manifest.members.map((member) => ({ ...member, bytes: 1 })),
    }),
    (manifest: Manifest) => ({ ...manifest, members: manifest.members.slice(0, 1) }),
    (manifest: Manifest) => ({ ...manifest, head: { ...manifest.head, revision: 3 } }),
  ]) {
    writeFileSync(file, good);
    await withManifest(file, change);
    expect((await codesFor(file))[1]).toBe('damaged-file');
  }
});

test('FR-180-086 a member that unpacks to more than it says is given up at once', async () => {
  const file = join(testFolder(), 'bomb.coldaisle');
  await writeZip(file, [{ name: 'world.db', source: Buffer.alloc(200_000_000) }]);
  const handle = await open(file, 'r');
  onTestFinished(() => handle.close());
  const members = await readMembers(handle, ['world.db']);
  if (!members.ok || members.value[0] === undefined) throw new Error('no member');
  let unpacked = 0;
  const member = { ...members.value[0], size: 1000 };
  const taken = await extractTo(
    { handle, member, onBytes: (bytes) => (unpacked += bytes) },
    join(dirname(file), 'world.db'),
  );
  expect(codeOf(taken)).toBe('damaged-file');
  expect(unpacked).toBeLessThan(1_000_000);
});

test('FR-180-087 a kill in the midst of an export leaves no file under its name', async () => {
  const folder = join(testFolder(), 'labs', 'killed');
  mkdirSync(folder, { recursive: true });
  const file = join(dirname(folder), 'killed.coldaisle');
  const exporter = fork(join(import.meta.dirname, 'export-lab.fixture.ts'), [folder, file]);
  await once(exporter, 'message');
  exporter.kill('SIGKILL');
  await once(exporter, 'exit');
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).some((name) => name.startsWith('.export-'))).toBe(true);
  const store = openStore(join(folder, 'world.db'));
  const history = openedHistory(join(folder, 'history.db'));
  const again = await exportLab({ store, history, file, manifest: () => factsOf(store), onProgress: silent });
  expect(codeOf(again)).toBe('ok');
  expect(readdirSync(folder).some((name) => name.startsWith('.export-'))).toBe(false);
  expect(codeOf(await readManifest(file))).toBe('ok');
});

test('FR-180-087 an export that cannot be written is refused and leaves nothing behind', async () => {
  const lab = makeLab();
  const file = join(lab.folder, 'no such folder', 'north.coldaisle');
  expect(
    codeOf(await exportLab({ ...lab, file, manifest: () => factsOf(lab.store), onProgress: silent })),
  ).toBe('not-found');
  expect(readdirSync(lab.folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('FR-180-088 an import never takes the place of a lab that is there', async () => {
  const file = await exported(makeLab());
  const directory = testFolder();
  writeFileSync(join(directory, 'mine'), 'mine');
  expect(codeOf(await importLab({ file, directory, onProgress: silent }))).toBe('name-taken');
  expect(readdirSync(directory)).toEqual(['mine']);
});

test('FR-180-089 a lab saved under another name stands where the first does and goes its own way', async () => {
  const lab = makeLab();
  const directory = join(dirname(lab.folder), 'south');
  const standing = () => ({ tick: tick(500), revision: lab.store.currentBranch().headRevision });
  expect(codeOf(await copyLab({ ...lab, directory, standing, onProgress: silent }))).toBe('ok');
  const store = openStore(join(directory, 'world.db'));
  expect(store.currentBranch()).toEqual({ ...lab.store.currentBranch(), headTick: 500 });
  store.append([entry({ first: 182 })]);
  expect(lab.store.currentBranch().headRevision).toBe(181);
  expect(codeOf(await copyLab({ ...lab, directory, standing, onProgress: silent }))).toBe('name-taken');
  expect(readdirSync(dirname(lab.folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});
