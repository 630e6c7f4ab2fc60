import { expect, test } from 'vitest';
import type { GuestEvent } from '../contract/guests.ts';
import { applyEvents } from '../kernel/apply.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { clusterOf, newVm, pass } from './compute.fixture.ts';

/** The bytes of a file that a machine keeps beside its base. */
function contentOf(world: World, id: string): unknown {
  const kept = JSON.stringify([...(world.guests.get(id as never)?.files.entries() ?? [])]);
  return /one|two/.exec(kept)?.[0];
}

function write(world: World, machine: never, content: string): void {
  const record = { kind: 'file', mode: 0o644, uid: 0, gid: 0, modifiedAt: 0, content } as const;
  const changed: GuestEvent = {
    type: 'guest.changed',
    machine,
    files: [{ path: '/etc/motd', is: 'kept', record }],
    demand: null,
    services: null,
  };
  applyEvents(world, [changed]);
}

test('FR-010-128 a machine’s files go along: copied with it, kept by its snapshots, brought back by them, gone with it', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'one', {}) as never;
  applyEvents(world, [{ type: 'guest.booted', machine: id, base: 'debian-12', at: world.now() }]);
  write(world, id, 'one');
  did(world, { type: 'machine.snapshot', id, name: 'first' });
  const [copy = ''] = did(world, { type: 'machine.clone', id, name: 'copy' }).ids;
  write(world, id, 'two');
  pass(world, 3);
  expect([contentOf(world, id), contentOf(world, copy)]).toEqual(['two', 'one']);
  did(world, { type: 'machine.revert', id, snapshot: 1 });
  expect(contentOf(world, id)).toBe('one');
  did(world, { type: 'machine.forget', id, snapshot: 1 });
  expect(world.guests.get(id)?.kept.size).toBe(0);
  did(world, { type: 'machine.remove', id });
  expect(world.guests.get(id)).toBeUndefined();
});
