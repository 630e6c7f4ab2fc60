import { expect, test } from 'vitest';
import { did } from '../testing/small-lab.ts';
import { clusterOf, find, newVm, pass, refusalOf, runningTask } from './compute.fixture.ts';
import { hostIsFed } from './power-now.ts';

test('FR-010-126 a host that a scenario strikes is as without power while it is in force', () => {
  const { world, hosts } = clusterOf({ hosts: 1 });
  const [id = ''] = hosts;
  const fed = (): boolean => hostIsFed(world, find(world, 'host', id));
  did(world, { type: 'scenario.run', name: 'HOST_FAILURE', target: id, duration: 60, delay: 5 });
  pass(world, 5);
  expect(fed()).toBe(true);
  pass(world, 1);
  expect(fed()).toBe(false);
  pass(world, 61);
  expect(fed()).toBe(true);
});

test('FR-010-127 a datastore that a scenario fills takes nothing more, and one that it slows copies so many times slower', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, stores } = lab;
  const id = newVm(lab, 'one', { afterwards: 'start' });
  const [store = ''] = stores;
  did(world, { type: 'scenario.run', name: 'DISK_FULL', target: store });
  did(world, { type: 'scenario.run', name: 'DATASTORE_LATENCY', target: store, size: 5 });
  pass(world, 2);
  expect(refusalOf(world, { type: 'machine.snapshot', id, name: 'live', memory: 'with' })).toBe(
    'Datastore ds-01 has 0 MiB free; this needs 4 GiB',
  );
  did(world, { type: 'machine.power', id, verb: 'suspend' });
  const { startedAt, endsAt } = runningTask(world);
  // 4 GiB at 400 / 5 MiB/s, and 2 s
  expect(endsAt - startedAt).toBe(54_000);
});
