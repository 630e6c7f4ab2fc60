import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Host } from '../../host/host.ts';
import { ask, doing, freshFolder, openTestHost, someone, stepped } from '../../host/testing/test-host.ts';

const hosts: Host[] = [];
const opened = async (options: Parameters<typeof openTestHost>[0] = {}): Promise<Host> => {
  const host = await openTestHost(options);
  hosts.push(host);
  return host;
};
const close = async (host: Host): Promise<void> => {
  hosts.splice(hosts.indexOf(host), 1);
  await host.close();
};
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

test('FR-180-032 a lab goes to one file and comes to the same hash on another machine', async () => {
  const here = await opened();
  await doing(here, { type: 'scenario.run', name: 'COOLING_FAILURE', target: 'rack-1' });
  await doing(here, { type: 'clock.pause' });
  await doing(here, { type: 'clock.step', ticks: 1500 });
  await stepped(here);
  const file = join(freshFolder(), 'drill.coldaisle');
  await doing(here, { type: 'desk.export', file });
  const there = await opened();
  await doing(there, { type: 'desk.import', file });
  expect(await ask(there, 'hash', {})).toEqual(await ask(here, 'hash', {}));
  const story = async (host: Host) => (await ask(host, 'events', { limit: 5 })).items;
  expect(await story(there)).toEqual(await story(here));
  const { from, to } = { from: here.labTime() - 3_600_000, to: here.labTime() };
  const readings = async (host: Host) =>
    (await ask(host, 'history', { sensors: ['sensor-36'] as never, from, to })).series;
  expect((await readings(here))[0]?.at.length).toBeGreaterThan(10);
  expect(await readings(there)).toEqual(await readings(here));
});

test('FR-180-033 a damaged, foreign or missing file is refused with the reason and touches nothing', async () => {
  const data = freshFolder();
  const host = await opened({ dataDirectory: data });
  const file = join(freshFolder(), 'lab.coldaisle');
  await doing(host, { type: 'desk.export', file });
  const before = await ask(host, 'labs', {});
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  const damaged = join(freshFolder(), 'damaged.coldaisle');
  writeFileSync(damaged, bytes);
  const foreign = join(freshFolder(), 'letter.coldaisle');
  writeFileSync(foreign, 'Dear reader');
  const refusalOf = async (path: string) => host.execute({ type: 'desk.import', file: path }, someone, null);
  expect(await refusalOf(damaged)).toMatchObject({ ok: false, refusal: { code: 'damaged-file' } });
  expect(await refusalOf(foreign)).toMatchObject({ ok: false, refusal: { code: 'foreign-file' } });
  expect(await refusalOf('/nowhere.coldaisle')).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  const after = await ask(host, 'labs', {});
  expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  expect(readdirSync(join(data, 'labs')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('FR-180-034 new, open, save as and delete', async () => {
  const host = await opened();
  await doing(host, { type: 'desk.new', name: 'Friday drill', seed: 'abc' });
  expect(host.status().lab).toEqual({ id: 'friday-drill', name: 'Friday drill', seed: 'abc' });
  await doing(host, { type: 'desk.save-as', name: 'Second try' });
  expect(host.status().lab).toEqual({ id: 'second-try', name: 'Second try', seed: 'abc' });
  await doing(host, { type: 'desk.open', lab: 'starter' });
  await doing(host, { type: 'desk.delete', lab: 'friday-drill' });
  const { items } = await ask(host, 'labs', {});
  expect(items.map(({ id, open }) => ({ id, open })).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: 'second-try', open: false },
    { id: 'starter', open: true },
  ]);
  expect(await host.execute({ type: 'desk.delete', lab: 'starter' }, someone, null)).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state' },
  });
  expect(await host.execute({ type: 'desk.open', lab: 'nowhere' }, someone, null)).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  });
  expect(
    await host.execute({ type: 'desk.new', name: 'x', template: 'nothing' }, someone, null),
  ).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
});

test('FR-180-035 a lab file that does not fit is refused with line and column, and leaves nothing behind', async () => {
  const data = freshFolder();
  const host = await opened({ dataDirectory: data });
  const starter = readFileSync(new URL('../../../resources/labs/starter.lab.yaml', import.meta.url), 'utf8');
  const tryFile = async (text: string) => {
    const file = join(freshFolder(), 'own.lab.yaml');
    writeFileSync(file, text);
    const done = await host.execute({ type: 'desk.new', name: 'Own', file }, someone, null);
    return done.ok ? null : done.refusal;
  };
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
  const wrongType = starter.replace('heightU: 42', 'heightU: tall');
  expect(await tryFile(wrongType)).toMatchObject({
    code: 'invalid-input',
    where: `${lineOf(wrongType, 'heightU: tall')}:7`,
  });
  const unknownField = starter.replace('envelope: A1', 'envelop: A1');
  expect((await tryFile(unknownField))?.message).toContain('envelop');
  const broken = `${starter}\n  - : : [`;
  expect((await tryFile(broken))?.message).toMatch(/own\.lab\.yaml:\d+:\d+: /);
  const noTemplate = starter.replace('template: compute', 'template: nothing');
  expect(await tryFile(noTemplate)).toMatchObject({
    code: 'not-found',
    where: `${lineOf(noTemplate, 'template: nothing')}:17`,
  });
  const outside = starter.replace('at: { x: 2.3, y: 1.2 }', 'at: { x: 9, y: 1.2 }');
  expect(await tryFile(outside)).toMatchObject({ code: 'outside-room' });
  expect(await tryFile('')).toMatchObject({ code: 'invalid-input' });
  expect(readdirSync(join(data, 'labs'))).toEqual(['starter']);
  expect(host.status().lab.id).toBe('starter');
});

test('FR-180-036 a damaged lab is reported and kept aside, and what can be read is a lab again', async () => {
  const data = freshFolder();
  const first = await opened({ dataDirectory: data });
  await doing(first, { type: 'lab.rename', name: 'Precious' });
  await close(first);
  const file = join(data, 'labs', 'starter', 'world.db');
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, statSync(file).size - 8192);
  closeSync(handle);
  const host = await opened({ dataDirectory: data });
  expect(host.status().lab.id).not.toBe('starter');
  const card = (await ask(host, 'labs', {})).items.find(({ id }) => id === 'starter');
  expect(card?.damage).toBeTruthy();
  const repaired = await doing(host, { type: 'desk.repair', lab: 'starter' });
  expect(existsSync(String(repaired['file']))).toBe(true);
  await doing(host, { type: 'desk.open', lab: 'starter' });
  expect(host.status().racks).toBe(20);
});

test('FR-180-037 damaged readings are kept aside; the lab opens all the same', async () => {
  const data = freshFolder();
  await close(await opened({ dataDirectory: data }));
  writeFileSync(
    join(data, 'labs', 'starter', 'history.db'),
    'not a database at all, but long enough to be looked at',
  );
  const host = await opened({ dataDirectory: data });
  expect(host.status().lab.id).toBe('starter');
  expect(
    readdirSync(join(data, 'labs', 'starter')).some((name) => name.startsWith('history.db.damaged-')),
  ).toBe(true);
});
