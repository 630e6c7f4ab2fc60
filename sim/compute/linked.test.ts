import { expect, test } from 'vitest';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { cloudIn, clusterOf, newVm, pass, refusalOf, runningTask, vmOf } from './compute.fixture.ts';
import type { Cluster } from './compute.fixture.ts';

const finishTasks = (world: World): void => pass(world, 60);

/** A machine with 12 GiB written on 20, and a snapshot of it. */
function original(cluster: Cluster): string {
  const { world } = cluster;
  const id = newVm(cluster, 'golden', { disks: [{ size: 20 }] });
  const { spec } = vmOf(world, id);
  did(world, {
    type: 'inventory.change',
    id,
    spec: { disks: spec.disks.map((disk) => ({ ...disk, used: 12 })) },
  });
  did(world, { type: 'machine.snapshot', id, name: 'base' });
  return id;
}

const linkedCopy = (world: World, id: string, name: string): string => {
  const { ids } = did(world, { type: 'machine.clone', id, name, linkedTo: 'current' });
  finishTasks(world);
  return ids[0] ?? '';
};

test('FR-010-191 a linked copy is there in a moment and takes only what differs of its store', () => {
  const cluster = clusterOf({ hosts: 2 });
  const { world } = cluster;
  const id = original(cluster);
  const store = vmOf(world, id).spec.disks[0]?.datastore ?? '';
  const before = world.allotments.storedOn(store as never);
  const { ids } = did(world, { type: 'machine.clone', id, name: 'copy', linkedTo: 'current' });
  expect((Number(runningTask(world)?.endsAt) - world.now()) / 1000).toBe(2);
  expect(world.allotments.storedOn(store as never) - before).toBe(16);
  expect(vmOf(world, ids[0] ?? '').spec.disks).toMatchObject([
    { size: 20, isThin: true, delta: { machine: id, snapshot: 1, key: 2000 } },
  ]);
  finishTasks(world);
  did(world, { type: 'machine.clone', id, name: 'whole' });
  expect(world.allotments.storedOn(store as never) - before).toBe(16 + 12 * 1024);
});

test('FR-010-192 a snapshot that linked copies hang on stays, and so does their original; both are told by name', () => {
  const cluster = clusterOf({ hosts: 1 });
  const { world } = cluster;
  const id = original(cluster);
  did(world, { type: 'machine.snapshot', id, name: 'later' });
  for (const name of ['a', 'b']) did(world, { type: 'machine.clone', id, name, linkedTo: 1 });
  finishTasks(world);
  const said = 'Linked copies hang on golden: a, b';
  expect(refusalOf(world, { type: 'machine.forget', id, snapshot: 1 })).toBe(said);
  expect(refusalOf(world, { type: 'machine.forget', id, snapshot: 'all' })).toBe(said);
  expect(refusalOf(world, { type: 'machine.remove', id })).toBe(said);
  expect(refusalOf(world, { type: 'machine.unregister', id })).toBe(said);
  expect(refusalOf(world, { type: 'machine.migrate', id, datastore: 'datastore-2' })).toBe(said);
  did(world, { type: 'machine.forget', id, snapshot: 2 });
  const copies = world.inventory.ofKind('vm').filter(({ name }) => name === 'a' || name === 'b');
  for (const copy of copies) did(world, { type: 'machine.remove', id: copy.id });
  did(world, { type: 'machine.forget', id, snapshot: 1 });
  did(world, { type: 'machine.remove', id });
});

test('FR-010-193 a promoted copy has what it shared, after the time that copying takes, and hangs on nothing', () => {
  const cluster = clusterOf({ hosts: 1 });
  const { world } = cluster;
  const id = original(cluster);
  const child = linkedCopy(world, id, 'child');
  did(world, { type: 'machine.snapshot', id: child, name: 'own' });
  const grandchild = linkedCopy(world, child, 'grandchild');
  expect(refusalOf(world, { type: 'machine.promote', id })).toBe('golden is a full machine already');
  did(world, { type: 'machine.promote', id: grandchild });
  // 12 GiB and the grain of the child at 400 MiB/s.
  expect((Number(runningTask(world)?.endsAt) - world.now()) / 1000).toBe(33);
  finishTasks(world);
  const [disk] = vmOf(world, grandchild).spec.disks;
  expect(disk).not.toHaveProperty('delta');
  expect(disk?.used).toBe(12 + 2 / 64);
  did(world, { type: 'machine.promote', id: child });
  finishTasks(world);
  expect(vmOf(world, child).spec.snapshots[0]?.was.disks[0]).not.toHaveProperty('delta');
  did(world, { type: 'machine.forget', id, snapshot: 1 });
  const again = restoreSnapshot(takeSnapshot(world));
  expect(worldHash(again)).toBe(worldHash(world));
});

test('FR-010-193 a copy is not promoted where its store has no room for what it shares', () => {
  const cluster = clusterOf({ hosts: 1 });
  const { world } = cluster;
  const child = linkedCopy(world, original(cluster), 'child');
  const store = vmOf(world, child).spec.disks[0]?.datastore ?? '';
  did(world, { type: 'inventory.change', id: store, spec: { otherUse: 480 } });
  expect(refusalOf(world, { type: 'machine.promote', id: child })).toMatch(
    /^Datastore ds-01 has [\d.]+ (GiB|MiB) free; this needs 12 GiB$/,
  );
});

test('FR-010-191 a full copy of a linked one hangs on nothing', () => {
  const cluster = clusterOf({ hosts: 1 });
  const { world } = cluster;
  const child = linkedCopy(world, original(cluster), 'child');
  const { ids } = did(world, { type: 'machine.clone', id: child, name: 'full' });
  const [disk] = vmOf(world, ids[0] ?? '').spec.disks;
  expect(disk).not.toHaveProperty('delta');
  expect(disk?.used).toBe(12 + 1 / 64);
});

test('FR-010-194 a linked copy runs only where its original’s disks are, and what cannot be linked is refused', () => {
  const cluster = clusterOf({ hosts: 2 });
  const { world, hosts } = cluster;
  const id = original(cluster);
  const store = vmOf(world, id).spec.disks[0]?.datastore;
  const other = cluster.stores.find((each) => each !== store) ?? '';
  did(world, { type: 'inventory.change', id: hosts[1] ?? '', links: { mounts: [other] } });
  const { ids } = did(world, {
    type: 'machine.clone',
    id,
    name: 'child',
    linkedTo: 'current',
    host: hosts[0] ?? '',
    datastore: other,
  });
  finishTasks(world);
  expect(vmOf(world, ids[0] ?? '').spec.disks[0]?.datastore).toBe(other);
  expect(refusalOf(world, { type: 'machine.migrate', id: ids[0] ?? '', host: hosts[1] ?? '' })).toContain(
    'Host esxi-2 does not mount ds-01',
  );
  const bare = newVm(cluster, 'bare', {});
  expect(refusalOf(world, { type: 'machine.clone', id: bare, name: 'x', linkedTo: 'current' })).toBe(
    'bare has no snapshot that a linked copy could hang on',
  );
  expect(refusalOf(world, { type: 'machine.clone', id, name: 'x', linkedTo: 7 })).toBe(
    'golden has no snapshot 7 that a linked copy could hang on',
  );
  const cloud = cloudIn(world);
  expect(
    refusalOf(world, {
      type: 'machine.create',
      name: 'x',
      parent: cloud.project,
      from: cloud.image,
      flavour: cloud.flavour,
      linkedTo: 'current',
    }),
  ).toBe('A linked copy hangs on a snapshot of a machine or template');
});

test('FR-020-355 a copy that goes on runs beside its original since that one does, on disks that hang on the moment', () => {
  const cluster = clusterOf({ hosts: 2 });
  const { world } = cluster;
  const id = newVm(cluster, 'parent', { disks: [{ size: 20 }] });
  const forked = { type: 'machine.clone', id, name: 'child', linkedTo: 'now', afterwards: 'go-on' } as const;
  expect(refusalOf(world, forked)).toBe('parent is off; a copy goes on only while its original is on');
  did(world, { type: 'machine.power', id, verb: 'on' });
  pass(world, 100);
  const { host, startedAt, nics } = vmOf(world, id).spec;
  const elsewhere = cluster.hosts.find((each) => each !== host) ?? '';
  expect(refusalOf(world, { ...forked, host: elsewhere })).toBe('A copy that goes on runs where parent runs');
  expect(refusalOf(world, { type: 'machine.clone', id, name: 'child', afterwards: 'go-on' })).toBe(
    'Only a linked copy of a machine at this moment goes on as that one runs',
  );
  const [child = ''] = did(world, forked).ids;
  expect(vmOf(world, id).spec.snapshots).toMatchObject([{ id: 1, name: 'child', withMemory: false }]);
  expect(vmOf(world, child).spec.power).toBe('off');
  pass(world, 3);
  const { spec } = vmOf(world, child);
  expect(spec).toMatchObject({ power: 'on', tools: 'running', host, startedAt });
  expect(spec.disks).toMatchObject([{ size: 20, delta: { machine: id, snapshot: 1, key: 2000 } }]);
  expect(spec.nics[0]?.mac).not.toBe(nics[0]?.mac);
  expect(refusalOf(world, { type: 'machine.remove', id })).toBe('Linked copies hang on parent: child');
  expect(worldHash(restoreSnapshot(takeSnapshot(world)))).toBe(worldHash(world));
});
