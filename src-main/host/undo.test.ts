import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { Actor } from '../../sim/contract/actors.ts';
import type { EditView } from '../../sim/contract/edits.ts';
import type { Entity } from '../../sim/contract/entities.ts';
import { queries } from '../../sim/contract/queries.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import { createWorld, worldHash } from '../../sim/index.ts';
import { wallClock } from './clock-face.ts';
import { createDoor } from './door.ts';
import type { Host } from './host.ts';
import { silentLog } from './log.ts';
import { worldAt } from './session.ts';
import { ask, doing, freshFolder, openTestHost, someone } from './testing/test-host.ts';

const hosts: Host[] = [];
const opened = async (dataDirectory: string): Promise<Host> => {
  const host = await openTestHost({ dataDirectory });
  hosts.push(host);
  return host;
};
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

const operator: Actor = { origin: 'modbus', name: 'panel', role: 'operator' };

async function editsOf(host: Host): Promise<EditView[]> {
  const answer = await ask(host, 'edits', {});
  expect(queries.edits.answer.parse(answer)).toEqual(answer);
  return answer.items;
}

async function firstOf(host: Host, kind: Entity['kind']): Promise<Entity> {
  const { items } = await ask(host, 'entities', { kinds: [kind], limit: 1 });
  const [entity] = items;
  if (entity === undefined) throw new Error(`the starter lab has a ${kind}`);
  return entity;
}

test('FR-010-082 the founding of a lab is no edit; what is removed comes back whole, after closing and opening too', async () => {
  const folder = freshFolder();
  const first = await openTestHost({ dataDirectory: folder });
  await doing(first, { type: 'clock.pause' });
  expect(await editsOf(first)).toEqual([]);
  const rack = await firstOf(first, 'rack');
  const within = { within: rack.id };
  const before = await ask(first, 'entities', within);
  await doing(first, { type: 'inventory.remove', id: rack.id, contents: 'cascade' });
  await doing(first, { type: 'lab.rename', name: 'Edited' });
  const listed = await editsOf(first);
  const hash = await ask(first, 'hash', {});
  await first.close();

  const again = await opened(folder);
  expect(await ask(again, 'hash', {})).toEqual(hash);
  expect(await editsOf(again)).toEqual(listed);
  await doing(again, { type: 'edit.undo' });
  expect(again.status().lab.name).toBe('Starter');
  expect(await doing(again, { type: 'edit.undo' })).toMatchObject({ ids: ['edit-1'] });
  const byId = (a: Entity, b: Entity) => (a.id < b.id ? -1 : 1);
  const after = await ask(again, 'entities', within);
  expect(after.items.toSorted(byId)).toEqual(before.items.toSorted(byId));
  expect((await ask(again, 'entity', { id: rack.id })).aliases).toEqual(rack.aliases);
});

test('FR-010-082 killed before any snapshot, the world that is read back from the log knows the same edits', async () => {
  const store = openLabStore(join(freshFolder(), 'world.db'), {
    whenMissing: 'create',
    now: () => 0 as WallMillis,
  });
  if (!store.ok) throw new Error(store.refusal.message);
  onTestFinished(() => store.value.close());
  const branch = store.value.currentBranch().id;
  let world = createWorld();
  const door = createDoor({
    bench: () => ({ store: store.value, branch, world }),
    announce: () => undefined,
    rebuild: () => undefined,
    wall: wallClock,
    log: silentLog,
  });
  const put = (command: unknown, actor?: Actor) => door.execute(command, actor ?? someone, null);
  const site = { kind: 'site', name: 's1', spec: { timezone: 'UTC' } };
  await put({ type: 'lab.found', name: 'Door', seed: '1', epoch: 0 });
  await put({ type: 'inventory.create', item: site });
  await put({ type: 'lab.rename', name: 'One' });
  await put({ type: 'edit.undo' });
  await put({ type: 'inventory.change', id: 'site-1', name: 's2' }, { ...someone, name: 'ben' });
  const before = worldHash(world);
  world = worldAt(store.value, branch, world.clock.tick);
  expect(worldHash(world)).toBe(before);
  expect(await put({ type: 'edit.undo' })).toMatchObject({
    ok: false,
    refusal: {
      code: 'changed-since',
      message: 'site s2 (site-1) was changed since by ben (Rename site s1 to s2, edit-3)',
    },
  });
  expect(await put({ type: 'edit.redo' })).toMatchObject({ ok: true, value: { ids: ['edit-2'] } });
  expect(world.name).toBe('One');
});

test('FR-010-082 a rewind to before an edit does not know it', async () => {
  const host = await opened(freshFolder());
  await doing(host, { type: 'clock.pause' });
  const tick = host.status().clock.tick;
  await doing(host, { type: 'clock.step', ticks: 3 });
  while (host.status().clock.owed > 0) await new Promise((done) => setTimeout(done, 5));
  await doing(host, { type: 'lab.rename', name: 'Later' });
  await doing(host, { type: 'desk.rewind', tick });
  expect(await editsOf(host)).toEqual([]);
  expect(await host.execute({ type: 'edit.undo' }, someone, null)).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  });
});

test('FR-010-083 an operator turns back the set-point that it turned, and nothing that only an admin may', async () => {
  const host = await opened(freshFolder());
  await doing(host, { type: 'clock.pause' });
  const crac = await firstOf(host, 'crac');
  const turn = (setpoint: number) => ({ type: 'inventory.change', id: crac.id, spec: { setpoint } });
  expect(await host.execute(turn(19), operator, null)).toMatchObject({ ok: true });
  expect(await host.execute({ type: 'edit.undo' }, operator, null)).toMatchObject({ ok: true });
  expect(await ask(host, 'entity', { id: crac.id })).toEqual(crac);
  await doing(host, { type: 'lab.rename', name: 'Mine' });
  expect(await host.execute({ type: 'edit.undo', edit: 'edit-2' }, operator, null)).toMatchObject({
    ok: false,
    refusal: { code: 'not-allowed', message: 'panel is operator and may not lab.rename' },
  });
  const viewer: Actor = { ...someone, role: 'viewer' };
  expect(await host.execute({ type: 'edit.undo' }, viewer, null)).toMatchObject({
    ok: false,
    refusal: { code: 'not-allowed' },
  });
});

test('FR-010-083 the same key undoes once', async () => {
  const host = await opened(freshFolder());
  await doing(host, { type: 'lab.rename', name: 'One' });
  await doing(host, { type: 'lab.rename', name: 'Two' });
  for (let n = 0; n < 2; n += 1) await host.execute({ type: 'edit.undo' }, someone, 'key-undo-1');
  expect(host.status().lab.name).toBe('One');
});
