import { expect, test } from 'vitest';
import type { EntityId } from '../contract/ids.ts';
import { did } from '../testing/small-lab.ts';
import { clusterOf, newVm, pass } from './compute.fixture.ts';

test('FR-010-183 a system that is looked into days after its machine was started has been up since then; its own reboot is a new start', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  pass(world, 100);
  const startedAt = world.now();
  const machine = newVm(lab, 'one', { afterwards: 'start' }) as EntityId;
  const bootedAt = () => world.guests.get(machine)?.bootedAt;
  pass(world, 5000);
  did(world, { type: 'guest.boot', machine });
  expect(bootedAt()).toBe(startedAt);
  pass(world, 10);
  did(world, { type: 'guest.stop', machine });
  did(world, { type: 'guest.boot', machine, from: 'itself' });
  expect(bootedAt()).toBe(world.now());
  did(world, { type: 'guest.stop', machine });
  did(world, { type: 'machine.power', id: machine, verb: 'reset' });
  const resetAt = world.now();
  pass(world, 60);
  did(world, { type: 'guest.boot', machine });
  expect(bootedAt()).toBe(resetAt);
});
