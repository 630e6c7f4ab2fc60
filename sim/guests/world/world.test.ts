import { expect, test } from 'vitest';
import type { Actor } from '../../contract/actors.ts';
import type { CommandInput } from '../../contract/commands.ts';
import { commandSchema } from '../../contract/commands.ts';
import type { GuestFileChange } from '../../contract/guests.ts';
import { mostGuestBytes, mostGuestKept } from '../../contract/guests.ts';
import type { WorldEvent } from '../../contract/events.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Result } from '../../contract/result.ts';
import { applyEvents } from '../../kernel/apply.ts';
import { decide } from '../../kernel/decide.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../kernel/snapshot.ts';
import { createWorld } from '../../kernel/world.ts';
import type { World } from '../../kernel/world.ts';

const guest: Actor = { origin: 'system', name: 'guest', role: 'admin' };
const machine = 'vm-1' as EntityId;

type Story = { readonly world: World; readonly events: WorldEvent[] };

function tryTo({ world, events }: Story, command: CommandInput, actor: Actor): Result<unknown> {
  const decision = decide(world, commandSchema.parse(command), actor);
  if (!decision.ok) return decision;
  applyEvents(world, decision.value.events);
  events.push(...decision.value.events);
  return decision;
}

function does(story: Story, command: CommandInput): void {
  const done = tryTo(story, command, guest);
  if (!done.ok) throw new Error(done.refusal.message);
}

function happens(story: Story, event: WorldEvent): void {
  applyEvents(story.world, [event]);
  story.events.push(event);
}

function storyWith(machines: number): Story {
  const story: Story = { world: createWorld(), events: [] };
  does(story, { type: 'lab.found', name: 'guests', seed: '7', epoch: 1_735_700_000_000 });
  does(story, {
    type: 'inventory.create',
    item: { kind: 'site', name: 'here', parent: null, spec: { timezone: 'Etc/UTC' } } as never,
  });
  does(story, {
    type: 'inventory.create',
    item: { kind: 'datacenter', name: 'dc', parent: 'site-1', spec: {} } as never,
  });
  for (let at = 1; at <= machines; at += 1) {
    const item = { kind: 'vm', name: `web-${at}`, parent: 'datacenter-1', spec: { power: 'on' } };
    does(story, { type: 'inventory.create', item: item as never });
  }
  return story;
}

const kept = (path: string, content: string): GuestFileChange => ({
  path,
  is: 'kept',
  record: { kind: 'file', mode: 0o644, uid: 0, gid: 0, modifiedAt: 5, content },
});

const filesOf = ({ world }: Story, id: EntityId): unknown[] => [...(world.guests.get(id)?.files ?? [])];

test('FR-190-175 what guests did is folded by replay and by a snapshot to the same hash', () => {
  const story = storyWith(3);
  does(story, { type: 'guest.boot', machine });
  does(story, {
    type: 'guest.apply',
    machine,
    files: [kept('/etc/motd', 'hi\n'), { path: '/etc/issue', is: 'gone' }],
  });
  does(story, {
    type: 'guest.apply',
    machine,
    files: [{ path: '/etc/motd', is: 'longer', bytes: 'there\n', modifiedAt: 9 }],
  });
  does(story, {
    type: 'guest.apply',
    machine,
    demand: { cores: 1, memoryBytes: 7 },
    services: [{ name: 'nginx', port: 80, state: 'running' }],
  });
  happens(story, { type: 'guest.kept', machine, snapshot: 1 });
  does(story, { type: 'guest.apply', machine, files: [{ path: '/etc/issue', is: 'plain' }] });
  happens(story, { type: 'guest.copied', from: machine, to: 'vm-2' as EntityId });
  expect(story.world.guests.get(machine)).toMatchObject({
    bytes: 9,
    demand: { cores: 1 },
    services: [{ name: 'nginx' }],
  });
  expect(filesOf(story, machine)).toEqual([
    [
      '/etc/motd',
      {
        ...(kept('', '').is === 'kept' && { kind: 'file', mode: 0o644, uid: 0, gid: 0 }),
        modifiedAt: 9,
        content: 'hi\nthere\n',
      },
    ],
  ]);
  const replayed = createWorld();
  applyEvents(replayed, story.events);
  expect(worldHash(replayed)).toBe(worldHash(story.world));
  expect(worldHash(restoreSnapshot(takeSnapshot(story.world)))).toBe(worldHash(story.world));
});

test('FR-190-176 a snapshot of the machine brings its files back, and a forgotten one is gone', () => {
  const story = storyWith(1);
  does(story, { type: 'guest.boot', machine });
  does(story, { type: 'guest.apply', machine, files: [kept('/a', 'one')] });
  happens(story, { type: 'guest.kept', machine, snapshot: 4 });
  does(story, {
    type: 'guest.apply',
    machine,
    files: [kept('/a', 'two'), kept('/b', 'new')],
    demand: { cores: 2, memoryBytes: 1 },
  });
  happens(story, { type: 'guest.reverted', machine, snapshot: 4 });
  expect(story.world.guests.get(machine)).toMatchObject({ bootedAt: null, bytes: 3, demand: { cores: 0 } });
  expect(filesOf(story, machine)).toEqual([['/a', (kept('/a', 'one') as { record: unknown }).record]]);
  happens(story, { type: 'guest.forgot', machine, snapshot: 4 });
  expect(story.world.guests.get(machine)?.kept.size).toBe(0);
  happens(story, { type: 'guest.dropped', machine });
  expect(story.world.guests.size()).toBe(0);
});

test('FR-190-177 a start finds memory empty, and a machine with another system starts from that alone', () => {
  const story = storyWith(1);
  does(story, { type: 'guest.boot', machine });
  does(story, {
    type: 'guest.apply',
    machine,
    files: [kept('/tmp/x', 'x'), kept('/run/y', 'y'), kept('/etc/z', 'z')],
  });
  does(story, { type: 'guest.stop', machine });
  does(story, { type: 'guest.boot', machine });
  expect([...(story.world.guests.get(machine)?.files ?? [])].map(([path]) => path)).toEqual(['/etc/z']);
  does(story, { type: 'inventory.change', id: machine, spec: { os: 'alpine-3.19' } });
  does(story, { type: 'guest.boot', machine });
  expect(story.world.guests.get(machine)).toMatchObject({ base: 'alpine-3.19', bytes: 0 });
});

test('FR-190-178 what is too much, not started, off or said by somebody else is refused', () => {
  const story = storyWith(1);
  const apply = (files: GuestFileChange[]): Result<unknown> =>
    tryTo(story, { type: 'guest.apply', machine, files }, guest);
  expect(apply([kept('/a', 'x')])).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
  does(story, { type: 'guest.boot', machine });
  const person: Actor = { origin: 'api', name: 'someone', role: 'admin' };
  expect(tryTo(story, { type: 'guest.apply', machine, files: [] }, person)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  expect(apply([kept('/a', 'x'.repeat(mostGuestBytes + 1))])).toMatchObject({
    refusal: { code: 'too-large' },
  });
  const piece = 'x'.repeat(mostGuestBytes);
  for (let at = 0; at < mostGuestKept / mostGuestBytes; at += 1)
    does(story, { type: 'guest.apply', machine, files: [kept(`/f${at}`, piece)] });
  expect(apply([kept('/more', 'x')])).toMatchObject({ refusal: { code: 'over-capacity' } });
  does(story, { type: 'inventory.change', id: machine, spec: { power: 'off' } });
  expect(tryTo(story, { type: 'guest.boot', machine }, guest)).toMatchObject({
    refusal: { code: 'wrong-state' },
  });
  expect(() => commandSchema.parse({ type: 'guest.apply', machine, files: [kept('/a', '\u0100')] })).toThrow(
    /bytes/,
  );
});
