import { expect, test } from 'vitest';
import type { EntityId } from '../contract/ids.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import { commandSchema } from '../contract/commands.ts';
import { did } from '../testing/small-lab.ts';
import { clusterOf, newVm } from '../compute/compute.fixture.ts';

test('FR-010-220 what one vendor wrote of a thing stands in snapshots and goes with the thing', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'one', {}) as EntityId;
  const bare = worldHash(world);
  did(world, {
    type: 'papers.write',
    face: 'vmware',
    items: [
      { key: `vm/${id}/devices`, value: [{ key: 3000 }] },
      { key: 'roles', value: { admin: ['System.View'] } },
    ],
  });
  expect(worldHash(world)).not.toBe(bare);
  const back = restoreSnapshot(takeSnapshot(world));
  expect(worldHash(back)).toBe(worldHash(world));
  expect(back.papers.get('vmware', `vm/${id}/devices`)).toEqual([{ key: 3000 }]);
  expect(back.papers.below('vmware', 'vm/').map(({ key }) => key)).toEqual([`vm/${id}/devices`]);
  expect(back.papers.get('ucs', 'roles')).toBe(undefined);
  did(back, { type: 'machine.remove', id });
  expect(back.papers.below('vmware', 'vm/')).toEqual([]);
  did(back, { type: 'papers.write', face: 'vmware', items: [{ key: 'roles', value: null }] });
  expect(back.papers.atRest()).toBe(undefined);
});

test('FR-010-221 a paper without a name, or one that is a file, is refused', () => {
  const written = (key: string, value: string) => {
    const command = { type: 'papers.write', face: 'vmware', items: [{ key, value }] };
    return commandSchema
      .safeParse(command)
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
      .join();
  };
  expect(written('', 'x')).toContain('items.0.key');
  expect(written('a//b', 'x')).toContain('words separated by /');
  expect(written('a', 'x'.repeat(1_100_000))).toContain('JSON of 1048576 characters');
});

test('FR-010-222 where work takes no time, what is begun is over at once, and systems are up when they are started', () => {
  const lab = clusterOf({ hosts: 2 });
  const { world } = lab;
  const id = newVm(lab, 'one', {}) as EntityId;
  did(world, { type: 'lab.work', takes: 'no-time' });
  did(world, { type: 'machine.clone', id, name: 'two' });
  const [task] = [...world.tasks.running()];
  expect(task?.endsAt).toBe(world.now());
  const back = restoreSnapshot(takeSnapshot(world));
  expect(back.work).toBe('no-time');
  did(world, { type: 'lab.work', takes: 'time' });
  expect(world.work).toBe('time');
});
