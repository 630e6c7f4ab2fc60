import { afterEach, expect, test } from 'vitest';
import type { Host } from './host.ts';
import {
  ask,
  doing,
  freshFolder,
  heard,
  isEvent,
  openTestHost,
  someone,
  stepped,
} from './testing/test-host.ts';

const hosts: Host[] = [];
const opened = async (options: Parameters<typeof openTestHost>[0] = {}): Promise<Host> => {
  const host = await openTestHost(options);
  hosts.push(host);
  return host;
};
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

test('FR-001-030 FR-000-007 a first start opens the starter lab, running', async () => {
  const host = await opened();
  const { lab, clock, racks, branch } = host.status();
  expect({ lab: lab.id, running: clock.running, racks, branch }).toEqual({
    lab: 'starter',
    running: true,
    racks: 20,
    branch: 'branch-1',
  });
  const rooms = await ask(host, 'entities', { kinds: ['room', 'ups', 'crac'] });
  expect(rooms.items.map(({ kind }) => kind).toSorted()).toEqual([
    'crac',
    'crac',
    'crac',
    'crac',
    'room',
    'room',
    'ups',
    'ups',
  ]);
});

test('FR-001-031 FR-001-005 two hosts in one process do not know of each other', async () => {
  const [one, two] = await Promise.all([opened(), opened()]);
  await doing(one, { type: 'lab.rename', name: 'One' });
  expect([one.status().lab.name, two.status().lab.name]).toEqual(['One', 'Starter']);
  expect(one.status().faces[0]?.address).not.toBe(two.status().faces[0]?.address);
});

test('FR-001-032 a second host on the same lab is refused and says who has it', async () => {
  const folder = freshFolder();
  await opened({ dataDirectory: folder });
  await expect(openTestHost({ dataDirectory: folder })).rejects.toThrow(String(process.pid));
});

test('FR-001-033 closed and opened again, the lab is where it was', async () => {
  const folder = freshFolder();
  const first = await openTestHost({ dataDirectory: folder });
  await doing(first, { type: 'clock.pause' });
  await doing(first, { type: 'clock.step', ticks: 90 });
  await stepped(first);
  const before = await ask(first, 'hash', {});
  await first.close();
  const again = await opened({ dataDirectory: folder });
  expect(await ask(again, 'hash', {})).toEqual(before);
});

test('FR-130-020 the drill: a failing rack warns, is critical, is acknowledged, cools and resolves by itself', async () => {
  const host = await opened();
  const rack = await ask(host, 'entity', { id: 'A01' });
  const raised = heard(host, isEvent('alarm.raised'));
  await doing(host, { type: 'clock.speed', speed: 1000 });
  const { ids } = await doing(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target: rack.id });
  await raised;
  await heard(
    host,
    (one) =>
      one.kind === 'events' &&
      one.items.some(({ event }) => event.type === 'alarm.raised' && event.alarm.severity === 'critical'),
  );
  await doing(host, { type: 'alarm.acknowledge', id: 'alarm-2', note: 'on my way' });
  const over = heard(
    host,
    (one) =>
      one.kind === 'events' &&
      one.items.some(({ event }) => event.type === 'alarm.resolved' && event.id === 'alarm-1'),
  );
  await doing(host, { type: 'scenario.stop', id: (ids as string[])[0] });
  await over;
  const { items } = await ask(host, 'alarms', {});
  expect(
    items.map(({ id, state, severity, limit, acknowledgedBy, note }) => ({
      id,
      state,
      severity,
      limit,
      acknowledgedBy,
      note,
    })),
  ).toEqual([
    {
      id: 'alarm-2',
      state: 'RESOLVED',
      severity: 'critical',
      limit: 32,
      acknowledgedBy: 'test',
      note: 'on my way',
    },
    { id: 'alarm-1', state: 'RESOLVED', severity: 'major', limit: 28, acknowledgedBy: null, note: null },
  ]);
});

test('FR-180-030 rewind goes back to a moment and on from there as a branch; the old story stays', async () => {
  const host = await opened();
  await doing(host, { type: 'clock.pause' });
  const before = await ask(host, 'hash', {});
  await doing(host, { type: 'lab.rename', name: 'Later' });
  await doing(host, { type: 'clock.step', ticks: 700 });
  await stepped(host);
  const after = await ask(host, 'hash', {});
  const reset = heard(host, ({ kind }) => kind === 'reset');
  const back = await doing(host, { type: 'desk.rewind', tick: before.tick });
  expect(await reset).toMatchObject({ reason: 'branch', branch: 'branch-2' });
  expect(back).toMatchObject({ branch: 'branch-2', tick: before.tick });
  expect(host.status().clock.tick).toBe(before.tick);
  await doing(host, { type: 'lab.rename', name: 'Another way' });
  await doing(host, { type: 'desk.branch', branch: 'branch-1' });
  expect(await ask(host, 'hash', {})).toEqual(after);
  const { items } = await ask(host, 'branches', {});
  expect(items.map(({ id, parent, forkTick, current }) => ({ id, parent, forkTick, current }))).toEqual([
    { id: 'branch-1', parent: null, forkTick: 0, current: true },
    { id: 'branch-2', parent: 'branch-1', forkTick: before.tick, current: false },
  ]);
});

test('FR-180-031 rewinding to a moment that has not come is refused and changes nothing', async () => {
  const host = await opened();
  const done = await host.execute({ type: 'desk.rewind', tick: 999_999 }, someone, null);
  expect(done).toMatchObject({ ok: false, refusal: { code: 'invalid-input', where: 'tick' } });
  expect(host.status().branch).toBe('branch-1');
});

test('FR-001-034 a watcher resumes from the log by revision', async () => {
  const host = await opened();
  const { revision, branch } = host.status();
  await doing(host, { type: 'lab.rename', name: 'A' });
  await doing(host, { type: 'lab.rename', name: 'B' });
  const missed = host.eventsSince(revision, branch);
  expect(missed?.map(({ event }) => event)).toMatchObject([
    { type: 'edit.made', edit: { title: 'Rename the lab to A' } },
    { type: 'lab.renamed', name: 'A' },
    { type: 'edit.made', edit: { title: 'Rename the lab to B' } },
    { type: 'lab.renamed', name: 'B' },
  ]);
  expect(host.eventsSince(revision, 'branch-9' as never)).toBe(null);
});

test('FR-001-034 a watcher who knows a part of a command is told the rest of it', async () => {
  const host = await opened();
  const { revision, branch } = host.status();
  await doing(host, { type: 'lab.rename', name: 'A' });
  const part = host.eventsSince((revision + 1) as typeof revision, branch);
  expect(part?.map(({ event }) => event)).toMatchObject([{ type: 'lab.renamed', name: 'A' }]);
  expect(part).toEqual(host.eventsSince(revision, branch)?.slice(1));
});
