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

test('FR-020-327 a reset in the second in which the machine was started, or its system, is a start of its own', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  pass(world, 100);
  const machine = newVm(lab, 'one', { afterwards: 'start' }) as EntityId;
  const startedAt = (): number => {
    const vm = world.inventory.get(machine);
    return vm?.kind === 'vm' ? (vm.spec.startedAt ?? 0) : 0;
  };
  const boot = (): number => {
    did(world, { type: 'guest.stop', machine });
    did(world, { type: 'guest.boot', machine });
    return world.guests.get(machine)?.bootedAt ?? 0;
  };
  const first = boot();
  did(world, { type: 'machine.power', id: machine, verb: 'reset' });
  expect(startedAt()).toBeGreaterThan(first);
  const second = boot();
  expect(second).toBe(startedAt());
  did(world, { type: 'machine.power', id: machine, verb: 'reset' });
  expect(startedAt()).toBeGreaterThan(second);
  pass(world, 10);
  did(world, { type: 'guest.stop', machine });
  did(world, { type: 'guest.boot', machine, from: 'itself' });
  did(world, { type: 'machine.power', id: machine, verb: 'reset' });
  expect(startedAt()).toBeGreaterThan(world.guests.get(machine)?.bootedAt ?? Infinity);
  expect(startedAt() - world.now()).toBeLessThan(1000);
});
