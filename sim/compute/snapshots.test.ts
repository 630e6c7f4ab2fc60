import { expect, test } from 'vitest';
import { did } from '../testing/small-lab.ts';
import { clusterOf, newVm, pass, refusalOf, vmOf } from './compute.fixture.ts';

test('FR-010-100 snapshots form a tree; going back brings what the machine had then, off where memory was not kept', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'one', { afterwards: 'start' }) as never;
  const keep = (name: string) => did(world, { type: 'machine.snapshot', id, name }).ids[0];
  expect(keep('first')).toBe('1');
  did(world, { type: 'machine.configure', id, cpus: 4 });
  keep('second');
  did(world, { type: 'machine.revert', id, snapshot: 1 });
  expect(vmOf(world, id).spec).toMatchObject({ cpus: 2, power: 'off', snapshot: 1 });
  keep('third');
  expect(vmOf(world, id).spec.snapshots.map(({ id: each, parent }) => [each, parent])).toEqual([
    [1, null],
    [2, 1],
    [3, 1],
  ]);
  did(world, { type: 'machine.revert', id, snapshot: 2 });
  expect(vmOf(world, id).spec).toMatchObject({ cpus: 4, snapshot: 2 });
  expect(refusalOf(world, { type: 'machine.revert', id, snapshot: 9 })).toBe('one has no snapshot 9');
  expect(refusalOf(world, { type: 'machine.snapshot', id, name: 'q', quiesce: 'yes' })).toContain(
    'tools are not running',
  );
});

test('FR-010-101 a snapshot with memory takes the room and the time of the memory, and going back to it runs on without a boot', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, stores } = lab;
  const id = newVm(lab, 'one', { afterwards: 'start' }) as never;
  pass(world, 60);
  did(world, { type: 'machine.snapshot', id, name: 'live', memory: 'with' });
  expect(world.allotments.storedOn(stores[0] as never)).toBe(4096);
  expect(refusalOf(world, { type: 'machine.power', id, verb: 'off' })).toContain('busy: snapshot');
  pass(world, 13);
  did(world, { type: 'machine.power', id, verb: 'off' });
  did(world, { type: 'machine.revert', id });
  expect(vmOf(world, id).spec.power).toBe('off');
  pass(world, 13);
  expect(vmOf(world, id).spec).toMatchObject({ power: 'on', tools: 'running' });
  did(world, { type: 'machine.forget', id, snapshot: 1 });
  expect(world.allotments.storedOn(stores[0] as never)).toBe(0);
});

test('FR-010-102 a snapshot that is removed leaves its children to its parent; with its children they go too', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'one', {}) as never;
  for (const name of ['a', 'b', 'c']) did(world, { type: 'machine.snapshot', id, name });
  did(world, { type: 'machine.forget', id, snapshot: 2 });
  expect(vmOf(world, id).spec.snapshots.map(({ id: each, parent }) => [each, parent])).toEqual([
    [1, null],
    [3, 1],
  ]);
  did(world, { type: 'machine.forget', id, snapshot: 1, children: 'with' });
  expect(vmOf(world, id).spec).toMatchObject({ snapshots: [], snapshot: null });
  did(world, { type: 'machine.snapshot', id, name: 'd' });
  did(world, { type: 'machine.forget', id, snapshot: 'all' });
  expect(vmOf(world, id).spec.snapshots).toEqual([]);
});

test('FR-010-103 a disk that snapshots stand on neither grows nor goes', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'one', {}) as never;
  did(world, { type: 'machine.snapshot', id, name: 'a' });
  for (const size of [40, null]) {
    expect(refusalOf(world, { type: 'machine.configure', id, disks: [{ key: 2000, size }] })).toBe(
      'Hard disk 1 of one has snapshots standing on it',
    );
  }
});
