import { expect, test, vi } from 'vitest';
import { create } from 'zustand';
import type { ClientMessage, ServerMessage } from '../../sim/contract/live.ts';
import type { QueryName } from '../../sim/contract/queries.ts';
import type { ConnectionState } from './connection.ts';
import { createEmitter } from './emitter.ts';
import type { Client } from './requests.ts';
import { startWorldFeed } from './world-feed.ts';
import { useWorld } from './world.ts';
import type { WorldState } from './world.ts';

const rack = (id: string) => ({ id, kind: 'rack', name: id, parent: null, links: {}, aliases: {}, spec: {} });

function setUp(
  answers: Partial<Record<QueryName, () => unknown>>,
  asked: (name: QueryName, params: unknown) => void = () => undefined,
) {
  const sent: ClientMessage[] = [];
  const messages = createEmitter<ServerMessage>();
  const states = createEmitter<ConnectionState>();
  const store = create<WorldState>(() => useWorld.getInitialState());
  const query = ((name: QueryName, params: unknown) => {
    asked(name, params);
    return Promise.resolve({ ok: true, value: answers[name]?.() });
  }) as unknown as Client['query'];
  const connection = {
    send: (message: ClientMessage) => sent.push(message) > 0,
    onMessage: messages.on,
    onState: states.on,
  } as unknown as Parameters<typeof startWorldFeed>[0]['connection'];
  startWorldFeed({ connection, query, store });
  return { sent, store, states, say: (message: unknown) => messages.emit(message as ServerMessage) };
}

const answers = {
  machines: () => ({ items: [], total: 3 }),
  drills: () => ({ cards: [], runs: [] }),
  rules: () => ({ items: [], changed: [], removed: [], outOfService: [] }),
  entities: () => ({ items: [rack('rack-1')], next: null, revision: 4 }),
  alarms: () => ({ items: [], revision: 5 }),
  scenarios: () => ({ cards: [], runs: [] }),
};
const created = (revision: number, id: string) => ({
  revision,
  tick: 0,
  actor: {},
  event: { type: 'entity.created', entity: rack(id) },
});

async function ready(feed: ReturnType<typeof setUp>): Promise<void> {
  feed.say({ op: 'hello', status: { revision: 4 } });
  feed.say({ op: 'watching', revision: 4, branch: 'branch-1' });
  await vi.waitFor(() => expect(feed.store.getState().phase).toBe('ready'));
}

test('FR-120-062 the page watches first and asks then, so that nothing falls between', async () => {
  const feed = setUp(answers);
  feed.say({ op: 'hello', status: { revision: 4 } });
  expect(feed.store.getState().phase).toBe('loading');
  expect(feed.sent).toEqual([{ op: 'watch', since: null, branch: null }]);
  feed.say({ op: 'watching', revision: 4, branch: 'branch-1' });
  feed.say({ op: 'events', branch: 'branch-1', items: [created(5, 'rack-2')] });
  await vi.waitFor(() => expect(feed.store.getState().revision).toBe(5));
  expect([...feed.store.getState().entities.keys()]).toEqual(['rack-1', 'rack-2']);
});
test('FR-120-062 after a break the page goes on from its revision, and keeps what it has', async () => {
  const feed = setUp(answers);
  await ready(feed);
  feed.states.emit({ phase: 'lost', since: 0, retryAt: 0 });
  expect(feed.store.getState()).toMatchObject({ phase: 'lost', revision: 4 });
  expect(feed.store.getState().entities.size).toBe(1);
  feed.say({ op: 'hello', status: { revision: 9 } });
  expect(feed.sent.at(-1)).toEqual({ op: 'watch', since: 4, branch: 'branch-1' });
  feed.say({ op: 'watching', revision: 4, branch: 'branch-1' });
  expect(feed.store.getState().phase).toBe('ready');
});
test.each([
  ['a reset', { op: 'reset', reason: 'lab', revision: 1, branch: 'branch-2' }],
  ['a gap', { op: 'events', branch: 'branch-1', items: [created(40, 'rack-9')] }],
])('FR-120-062 after %s the page asks for everything anew', async (_name, message) => {
  const feed = setUp(answers);
  await ready(feed);
  feed.say(message);
  await vi.waitFor(() => expect(feed.store.getState().phase).toBe('loading'));
  feed.say({ op: 'watching', revision: 4, branch: 'branch-2' });
  await vi.waitFor(() => expect(feed.store.getState()).toMatchObject({ phase: 'ready', story: 2 }));
});

test('FR-120-594 virtual machines beyond some thousands are not held by the page, only asked for', async () => {
  const vm = { ...rack('vm-1'), kind: 'vm' };
  const kindsAsked: unknown[] = [];
  const feed = setUp({ ...answers, machines: () => ({ items: [], total: 100_000 }) }, (name, params) => {
    if (name === 'entities') kindsAsked.push((params as { readonly kinds: readonly string[] }).kinds);
  });
  await ready(feed);
  expect(kindsAsked[0]).toContain('host');
  expect(kindsAsked[0]).not.toContain('vm');
  feed.say({
    op: 'events',
    branch: 'branch-1',
    items: [{ ...created(5, 'vm-1'), event: { type: 'entity.created', entity: vm } }],
  });
  await vi.waitFor(() => expect(feed.store.getState().revision).toBe(5));
  expect([...feed.store.getState().entities.keys()]).toEqual(['rack-1']);
});
