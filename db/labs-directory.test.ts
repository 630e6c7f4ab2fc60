import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LabId } from '../sim/contract/ids.ts';
import { asSimMillis, asTick, type WallMillis } from '../sim/contract/units.ts';
import {
  deleteLab,
  freeLabId,
  listLabs,
  placeOf,
  slugOf,
  writeCard,
  type CardFile,
} from './labs-directory.ts';
import { entries, now, openStore, testFolder } from './story.fixture.ts';

const card = (name: string, changedAt: number): CardFile => ({
  name,
  seed: 'c0ffee',
  racks: 20,
  tick: asTick(90),
  at: asSimMillis(1000),
  changedAt: changedAt as WallMillis,
  damage: null,
});

function makeLab(dataDirectory: string, name: string): LabId {
  const id = freeLabId(dataDirectory, name);
  mkdirSync(placeOf(dataDirectory, id).directory, { recursive: true });
  const store = openStore(placeOf(dataDirectory, id).world);
  store.append(entries(1, 5));
  store.close();
  return id;
}

test.each([
  ['Nördlich 2', 'nordlich-2'],
  ['  ../../etc  ', 'etc'],
  ['数据中心', 'lab'],
  ['CON', 'lab-con'],
  ['a'.repeat(80), 'a'.repeat(40)],
  ['--A--b--', 'a-b'],
])('FR-180-050 a lab called %j lives in the folder %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('FR-180-050 two labs of one name get two folders', () => {
  const data = testFolder();
  expect([makeLab(data, 'North'), makeLab(data, 'north!'), makeLab(data, 'North')]).toEqual([
    'north',
    'north-2',
    'north-3',
  ]);
});

test('FR-180-051 labs are listed from their cards, the last changed first, the open one marked', () => {
  const data = testFolder();
  const [north, south] = [makeLab(data, 'North'), makeLab(data, 'South')];
  writeCard(data, north, card('North', 5000));
  writeCard(data, south, card('South', 9000));
  mkdirSync(join(data, 'labs', '.import-x'));
  const listed = listLabs(data, north);
  expect(listed).toMatchObject([
    { id: 'south', name: 'South', open: false, racks: 20, damage: null },
    { id: 'north', name: 'North', open: true, seed: 'c0ffee', tick: 90 },
  ]);
  expect(listed[0]?.bytes).toBeGreaterThan(4096);
  expect(listLabs(testFolder(), null)).toEqual([]);
});

test('FR-180-051 a lab without a card, or with a spoilt one, or without its world is still listed', () => {
  const data = testFolder();
  const [bare, spoilt, hollow] = [makeLab(data, 'Bare'), makeLab(data, 'Spoilt'), makeLab(data, 'Hollow')];
  writeFileSync(join(placeOf(data, spoilt).directory, 'lab.json'), '{"name": 7');
  writeCard(data, hollow, card('Hollow', 1));
  rmSync(placeOf(data, hollow).world);
  const byId = new Map(listLabs(data, null).map((each) => [each.id, each]));
  expect(byId.get(bare)).toMatchObject({ name: 'bare', damage: null });
  expect(byId.get(spoilt)).toMatchObject({ name: 'spoilt', damage: null });
  expect(byId.get(hollow)).toMatchObject({ name: 'Hollow', damage: 'Its world.db is missing.' });
});

test('FR-180-052 a deleted lab lies in the trash with all its files', () => {
  const data = testFolder();
  const id = makeLab(data, 'North');
  const done = deleteLab({ dataDirectory: data, id, now: now() });
  expect(done.ok && existsSync(join(done.value, 'world.db'))).toBe(true);
  expect(listLabs(data, null)).toEqual([]);
  expect(makeLab(data, 'North')).toBe('north');
  expect(deleteLab({ dataDirectory: data, id, now: now() }).ok).toBe(true);
  expect(readdirSync(join(data, 'trash'))).toHaveLength(2);
  const missing = deleteLab({ dataDirectory: data, id, now: now() });
  expect(missing.ok ? null : missing.refusal.code).toBe('not-found');
});

test('FR-180-052 a lab that is open is not deleted', () => {
  const data = testFolder();
  const id = makeLab(data, 'North');
  openStore(placeOf(data, id).world);
  const done = deleteLab({ dataDirectory: data, id, now: now() });
  expect(done.ok ? null : done.refusal.code).toBe('busy');
  expect(listLabs(data, null)).toHaveLength(1);
});
