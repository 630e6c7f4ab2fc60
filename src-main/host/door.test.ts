import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { LabStore, LogEntry } from '../../db/lab-store.ts';
import type { LoggedEvent } from '../../sim/contract/events.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import { createWorld, worldHash } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import { wallClock } from './clock-face.ts';
import { createDoor } from './door.ts';
import type { Door } from './door.ts';
import { silentLog } from './log.ts';
import { worldAt } from './session.ts';
import { freshFolder, someone } from './testing/test-host.ts';

type Fixture = {
  door: Door;
  store: LabStore;
  world: () => World;
  told: LoggedEvent[];
  appended: (readonly LogEntry[])[];
  sleeps: number[];
  fail: (why: string | null) => void;
};
const open: LabStore[] = [];
afterEach(() => open.splice(0).forEach((store) => store.close()));

async function fixture(): Promise<Fixture> {
  const opened = openLabStore(join(freshFolder(), 'world.db'), {
    whenMissing: 'create',
    now: () => 0 as WallMillis,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const store = opened.value;
  open.push(store);
  const told: LoggedEvent[] = [];
  const appended: (readonly LogEntry[])[] = [];
  const sleeps: number[] = [];
  let failure: string | null = null;
  let world = createWorld();
  const guarded: LabStore = {
    ...store,
    append: (entries) => {
      if (failure !== null) throw new Error(failure);
      store.append(entries);
      appended.push(entries);
    },
  };
  const door = createDoor({
    bench: () => ({ store: guarded, branch: store.currentBranch().id, world }),
    announce: (_, events) => told.push(...events),
    rebuild: () => {
      world = worldAt(store, store.currentBranch().id, store.currentBranch().headTick);
    },
    wall: {
      ...wallClock,
      sleep: (millis) => {
        sleeps.push(millis);
        return Promise.resolve();
      },
    },
    log: silentLog,
  });
  const founded = await door.execute({ type: 'lab.found', name: 'Door', seed: '1', epoch: 0 }, someone, null);
  expect(founded.ok).toBe(true);
  told.length = 0;
  appended.length = 0;
  return { door, store, world: () => world, told, appended, sleeps, fail: (why) => (failure = why) };
}

const site = (name: string) => ({
  type: 'inventory.create',
  item: { kind: 'site', name, spec: { timezone: 'UTC' } },
});

test('FR-001-020 a command is on disk before anyone hears of it', async () => {
  const { door, store, told } = await fixture();
  const done = await door.execute(site('s1'), someone, null);
  expect(done).toMatchObject({ ok: true, value: { revision: 3, ids: ['site-1'], repeated: false } });
  expect(store.currentBranch().headRevision).toBe(3);
  expect(told.map(({ revision, event }) => [revision, event.type])).toEqual([
    [2, 'edit.made'],
    [3, 'entity.created'],
  ]);
});

test('FR-001-021 commands of one turn share one transaction, in order', async () => {
  const { door, appended, told } = await fixture();
  const names = Array.from({ length: 50 }, (_, n) => `s${n}`);
  await Promise.all(names.map((name) => door.execute(site(name), someone, null)));
  expect(appended.map((batch) => batch.length)).toEqual([50]);
  expect(told.map(({ revision }) => revision)).toEqual(names.flatMap((_, n) => [2 * n + 2, 2 * n + 3]));
});

test('FR-001-022 the same key is done once, at the same time or later', async () => {
  const { door, world } = await fixture();
  const [one, two] = await Promise.all([
    door.execute(site('s1'), someone, 'key-00001'),
    door.execute(site('s1'), someone, 'key-00001'),
  ]);
  const three = await door.execute(site('s1'), someone, 'key-00001');
  expect(one).toMatchObject({ ok: true, value: { repeated: false, revision: 3, ids: ['site-1'] } });
  expect(two).toMatchObject({ ok: true, value: { repeated: true, revision: 3, ids: ['site-1'] } });
  expect(three).toMatchObject({ ok: true, value: { repeated: true, revision: 3, ids: ['site-1'] } });
  expect(world().inventory.count('site')).toBe(1);
});

test('FR-001-023 what is malformed or forbidden is refused and leaves no trace', async () => {
  const { door, appended } = await fixture();
  expect(await door.execute({ type: 'nonsense' }, someone, null)).toMatchObject({
    ok: false,
    refusal: { code: 'invalid-input' },
  });
  expect(await door.execute(null, someone, null)).toMatchObject({
    ok: false,
    refusal: { code: 'invalid-input' },
  });
  expect(await door.execute(site('a/b'), someone, null)).toMatchObject({
    ok: false,
    refusal: { code: 'invalid-input', where: 'item.name' },
  });
  const viewer = { ...someone, role: 'viewer' as const };
  expect(await door.execute(site('s1'), viewer, null)).toMatchObject({
    ok: false,
    refusal: { code: 'not-allowed' },
  });
  const operator = { ...someone, role: 'operator' as const };
  expect(await door.execute(site('s1'), operator, null)).toMatchObject({
    ok: false,
    refusal: { code: 'not-allowed' },
  });
  expect(await door.execute({ type: 'clock.resume' }, operator, null)).toMatchObject({ ok: true });
  expect(appended.flat().length).toBe(1);
});

test('FR-001-024 an injected fault refuses or delays commands, and can always be cleared', async () => {
  const { door, sleeps } = await fixture();
  await door.execute(
    { type: 'chaos.inject', match: 'inventory.', effect: { kind: 'refuse' } },
    someone,
    null,
  );
  expect(await door.execute(site('s1'), someone, null)).toMatchObject({
    ok: false,
    refusal: { code: 'fault-injected' },
  });
  expect(await door.execute({ type: 'chaos.clear', id: 'fault-1' }, someone, null)).toMatchObject({
    ok: true,
  });
  await door.execute({ type: 'chaos.inject', match: '', effect: { kind: 'refuse' } }, someone, null);
  await door.execute(
    { type: 'chaos.inject', match: 'inventory.create', effect: { kind: 'delay', millis: 700 } },
    someone,
    null,
  );
  expect(await door.execute(site('s1'), someone, null)).toMatchObject({ ok: true });
  expect(sleeps).toEqual([700]);
});

test('FR-001-025 a failing disk refuses every waiting command and the world returns to what is on disk', async () => {
  const { door, world, fail, told } = await fixture();
  const before = worldHash(world());
  fail('disk full');
  const answers = await Promise.all([
    door.execute(site('s1'), someone, null),
    door.execute(site('s2'), someone, 'key-00009'),
  ]);
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'storage-failed' } });
  expect(worldHash(world())).toBe(before);
  expect(door.failure()).toBe('disk full');
  expect(told).toEqual([]);
  fail(null);
  expect(await door.execute(site('s2'), someone, 'key-00009')).toMatchObject({
    ok: true,
    value: { repeated: false },
  });
  expect(door.failure()).toBe(null);
});
