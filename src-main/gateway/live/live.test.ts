import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { branchIdSchema, type Revision } from '../../../sim/contract/ids.ts';
import { serverMessageSchema } from '../../../sim/contract/live.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import { accepted } from '../../../sim/contract/result.ts';
import { createPlainHost, type PlainHost } from '../plain-host.fixture.ts';
import { openTestGateway, type TestGateway } from '../test-gateway.fixture.ts';

let plain: PlainHost;
let one: TestGateway;

beforeEach(async () => {
  plain = createPlainHost();
  one = await openTestGateway({ host: plain.host, limits: { statusMillis: 3_600_000, resumeEvents: 2500 } });
});
afterEach(() => one.close());

const renamed = (name: string): LoggedEvent['event'] => ({ type: 'lab.renamed', name });
const paused: LoggedEvent['event'] = { type: 'clock.changed', running: false, speed: 1, owed: 0 };
const revisions = (items: readonly LoggedEvent[]) => items.map(({ revision }) => revision);

test('FR-200-050 the socket greets with its protocol and the status', async () => {
  const client = await one.live();
  const hello = await client.next('hello');
  expect(serverMessageSchema.safeParse(hello).error?.issues).toBeUndefined();
  expect(hello).toMatchObject({ protocol: 1, status: { lab: { name: 'Plain' }, revision: 0 } });
  expect(client.socket.protocol).toBe('coldaisle.v1');
});

test('FR-200-051 who watches from now on hears each event once, in order', async () => {
  plain.happen(renamed('before'));
  const client = await one.live();
  client.say({ op: 'watch', since: null, branch: null });
  expect(await client.next('watching')).toEqual({ op: 'watching', revision: 1, branch: 'branch-1' });
  plain.happen(renamed('a'), renamed('b'));
  plain.happen(renamed('c'));
  expect(revisions((await client.next('events')).items)).toEqual([2, 3]);
  expect(revisions((await client.next('events')).items)).toEqual([4]);
});

test('FR-200-052 who comes back gets what it missed, however much, and then goes on', async () => {
  for (let n = 0; n < 2300; n += 1) plain.happenQuietly(renamed(`${n}`));
  const client = await one.live();
  client.say({ op: 'watch', since: 100, branch: 'branch-1' });
  expect(await client.next('watching')).toMatchObject({ revision: 2300 });
  const parts = [await client.next('events'), await client.next('events'), await client.next('events')];
  expect(parts.flatMap(({ items }) => revisions(items))).toEqual(
    Array.from({ length: 2200 }, (_, n) => n + 101),
  );
  plain.happen(renamed('next'));
  expect(revisions((await client.next('events')).items)).toEqual([2301]);
});

test('FR-200-052 who missed nothing gets nothing twice', async () => {
  plain.happen(renamed('a'));
  const client = await one.live();
  client.say({ op: 'watch', since: 1, branch: 'branch-1' });
  await client.next('watching');
  plain.happen(renamed('b'));
  expect(revisions((await client.next('events')).items)).toEqual([2]);
});

test.each([
  { when: 'events are no longer at hand', since: 1, branch: 'branch-1', reason: 'gap', isForgotten: true },
  { when: 'it is ahead of the story', since: 99, branch: 'branch-1', reason: 'gap', isForgotten: false },
  { when: 'it is on another branch', since: 1, branch: 'branch-7', reason: 'branch', isForgotten: false },
])('FR-200-053 who comes back when $when is told to ask for the state again', async (back) => {
  const { since, branch, reason, isForgotten } = back;
  plain.happen(renamed('a'), renamed('b'), renamed('c'));
  if (isForgotten) plain.forget();
  const client = await one.live();
  client.say({ op: 'watch', since, branch });
  expect(await client.next('reset')).toEqual({ op: 'reset', reason, revision: 3, branch: 'branch-1' });
  plain.happen(renamed('d'));
  expect(revisions((await client.next('events')).items)).toEqual([4]);
});

test('FR-200-053 who is too far behind is told to ask for the state again', async () => {
  for (let n = 0; n < 2600; n += 1) plain.happenQuietly(renamed(`${n}`));
  const client = await one.live();
  client.say({ op: 'watch', since: 0, branch: null });
  expect(await client.next('reset')).toMatchObject({ reason: 'gap', revision: 2600 });
});

test('FR-200-054 events that were announced out of step are filled in, or reset, never skipped', async () => {
  const client = await one.live();
  client.say({ op: 'watch', since: null, branch: null });
  await client.next('watching');
  plain.happenQuietly(renamed('unheard'));
  plain.happen(renamed('heard'));
  expect(revisions((await client.next('events')).items)).toEqual([1, 2]);
  plain.happenQuietly(renamed('lost'));
  plain.forget();
  plain.happen(renamed('after'));
  expect(await client.next('reset')).toMatchObject({ reason: 'gap', revision: 4 });
});

test('FR-200-054 events announced again are not told again', async () => {
  plain.happenQuietly(renamed('a'));
  const client = await one.live();
  client.say({ op: 'watch', since: null, branch: null });
  await client.next('watching');
  const known = plain.host.eventsSince(0 as Revision, branchIdSchema.parse('branch-1')) ?? [];
  plain.announce({ kind: 'events', branch: branchIdSchema.parse('branch-1'), items: known });
  plain.happenQuietly(renamed('b'));
  const both = plain.host.eventsSince(0 as Revision, branchIdSchema.parse('branch-1')) ?? [];
  plain.announce({ kind: 'events', branch: branchIdSchema.parse('branch-1'), items: both });
  expect(revisions((await client.next('events')).items)).toEqual([2]);
});

test('FR-200-055 another lab or branch under the watch is told, and the watch goes on there', async () => {
  const client = await one.live();
  client.say({ op: 'watch', since: null, branch: null });
  await client.next('watching');
  plain.onto('branch-2');
  plain.announce({
    kind: 'reset',
    reason: 'branch',
    branch: branchIdSchema.parse('branch-2'),
    revision: 0 as Revision,
  });
  expect(await client.next('reset')).toEqual({
    op: 'reset',
    reason: 'branch',
    revision: 0,
    branch: 'branch-2',
  });
  plain.happen(renamed('here'));
  expect(await client.next('events')).toMatchObject({ branch: 'branch-2', items: [{ revision: 1 }] });
});

test('FR-200-055 who does not watch hears no events and no resets', async () => {
  const client = await one.live();
  client.say({ op: 'watch', since: null, branch: null });
  await client.next('watching');
  client.say({ op: 'unwatch' });
  client.say({ op: 'query', id: 1, name: 'rules', params: {} });
  await client.next('result');
  plain.happen(renamed('unheard'));
  plain.announce({
    kind: 'reset',
    reason: 'lab',
    branch: branchIdSchema.parse('branch-1'),
    revision: 0 as Revision,
  });
  client.say({ op: 'query', id: 2, name: 'rules', params: {} });
  await client.next('result');
  expect(client.heard().map(({ op }) => op)).not.toContain('events');
  expect(client.heard().map(({ op }) => op)).not.toContain('reset');
});

test('FR-200-056 a change of the clock is told at once, to everyone', async () => {
  const [first, second] = [await one.live(), await one.live()];
  plain.happen(paused);
  expect(await first.next('status')).toMatchObject({ status: { revision: 1 } });
  await second.next('status');
});

test('FR-200-056 status comes by itself', async () => {
  const quick = await openTestGateway({ host: plain.host, limits: { statusMillis: 10 } });
  const client = await quick.live();
  await client.next('status');
  expect(await client.next('status')).toMatchObject({ status: { version: '0.0.0' } });
  await quick.close();
});

test('FR-200-057 long work is told to everyone', async () => {
  const client = await one.live();
  await client.next('hello');
  const operation = {
    id: 'operation-1',
    title: 'Export',
    state: 'running',
    progress: 0.5,
  } as unknown as Operation;
  plain.announce({ kind: 'operation', operation });
  expect((await client.next('operation')).operation).toEqual(operation);
});

test('FR-200-058 queries and commands are answered under their ids as they finish', async () => {
  const waiting = Promise.withResolvers<void>();
  plain.answer('hash', async () => {
    await waiting.promise;
    return accepted('slow');
  });
  const client = await one.live({ origin: one.gateway.url });
  client.say({ op: 'query', id: 1, name: 'hash', params: {} });
  client.say({ op: 'execute', id: 2, command: { type: 'clock.pause' }, key: 'mark-0002' });
  expect(await client.next('result')).toMatchObject({ id: 2, ok: true, value: { repeated: false } });
  waiting.resolve();
  expect(await client.next('result')).toEqual({ op: 'result', id: 1, ok: true, value: 'slow' });
  const actor = { origin: 'ui', name: 'local', role: 'admin' };
  expect(plain.executed).toEqual([{ input: { type: 'clock.pause' }, actor, key: 'mark-0002' }]);
});

test('FR-200-058 a program may say over the socket who it is', async () => {
  const client = await one.live({ 'x-coldaisle-client': 'cli', 'x-coldaisle-name': 'ada' });
  client.say({ op: 'execute', id: 1, command: { type: 'clock.pause' } });
  await client.next('result');
  expect(plain.executed[0]?.actor).toEqual({ origin: 'cli', name: 'ada', role: 'admin' });
});

test('FR-200-059 what is refused is answered under its id, with the reason', async () => {
  const client = await one.live({ origin: one.gateway.url });
  client.say({ op: 'execute', id: 1, command: { type: 'lab.found', name: 'x', seed: '1', epoch: 0 } });
  expect(await client.next('refused')).toMatchObject({
    id: 1,
    refusal: { code: 'wrong-state', hint: 'Make a lab.' },
  });
  client.say({ op: 'query', id: 2, name: 'toString', params: {} });
  expect(await client.next('refused')).toMatchObject({ id: 2, refusal: { code: 'not-found' } });
  client.say({ op: 'execute', id: 3, command: { type: 'desk.import', file: '/etc/passwd' } });
  expect(await client.next('refused')).toMatchObject({
    id: 3,
    refusal: { code: 'not-allowed', where: 'file' },
  });
});

test('FR-200-059 a bug in the host is answered under its id and ends nothing', async () => {
  plain.answer('labs', () => Promise.reject(new Error('secret')));
  const client = await one.live();
  client.say({ op: 'query', id: 1, name: 'labs', params: {} });
  const { refusal } = await client.next('refused');
  expect(JSON.stringify(refusal)).not.toContain('secret');
  client.say({ op: 'query', id: 2, name: 'rules', params: {} });
  expect(await client.next('result')).toMatchObject({ id: 2 });
});
