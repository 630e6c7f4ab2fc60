import { expect, test } from 'vitest';
import type { EntityId } from '../contract/ids.ts';
import { did } from '../testing/small-lab.ts';
import { clusterOf, find, make, newVm, pass, refusalOf, runningTask, vmOf } from './compute.fixture.ts';

/** With a machine of 8 GiB written on the first store. */
function withGolden() {
  const lab = clusterOf({ hosts: 1 });
  const { world, datacenter, stores, hosts, network } = lab;
  const disk = { key: 2000, label: 'Hard disk 1', size: 40, used: 8, datastore: stores[0] };
  const nic = { key: 4000, label: 'Network adapter 1', network, mac: '00:50:56:80:00:01' };
  const id = make(world, {
    kind: 'vm',
    name: 'golden',
    parent: datacenter,
    spec: { disks: [disk], nics: [nic], host: hosts[0], cpus: 4, memory: 2048 },
  });
  return { ...lab, id, store: stores[0] as EntityId };
}

test('FR-010-164 a machine that is unregistered leaves its files where they lie, and registered again is what it was', () => {
  const { world, id, store, datacenter } = withGolden();
  const before = vmOf(world, id);
  const free = () => {
    const { spec } = find(world, 'datastore', store);
    return spec.capacity - spec.otherUse - world.allotments.storedOn(store) / 1024;
  };
  const room = free();
  const { ids } = did(world, { type: 'machine.unregister', id: id });
  expect(ids).toEqual(['golden/golden.vmx']);
  expect(world.inventory.get(id as EntityId)).toBe(undefined);
  expect(free()).toBe(room);
  expect(find(world, 'datastore', store).spec.otherUse).toBe(8);
  did(world, { type: 'machine.register', datastore: store, path: ids[0] ?? '', parent: datacenter } as never);
  expect(vmOf(world, id)).toEqual(before);
  expect([free(), find(world, 'datastore', store).spec.otherUse]).toEqual([room, 0]);
  expect(find(world, 'datastore', store).spec.strays).toEqual([]);
});

test('FR-010-164 what cannot be unregistered or registered is refused with its reason', () => {
  const { world, id, store, datacenter, network } = withGolden();
  did(world, { type: 'machine.power', id: id, verb: 'on' });
  expect(refusalOf(world, { type: 'machine.unregister', id })).toContain('only while it is off');
  did(world, { type: 'machine.power', id: id, verb: 'off' });
  did(world, { type: 'machine.unregister', id: id });
  const register = { type: 'machine.register', datastore: store, parent: datacenter };
  expect(refusalOf(world, { ...register, path: 'x/x.vmx' })).toBe(
    "Datastore ds-01 has no machine's file x/x.vmx",
  );
  make(world, { kind: 'vm', name: 'golden', parent: datacenter, spec: {} });
  expect(refusalOf(world, { ...register, path: 'golden/golden.vmx' })).toContain('golden');
  did(world, { type: 'inventory.remove', id: network } as never);
  did(world, { ...register, path: 'golden/golden.vmx', name: 'again' } as never);
  expect(vmOf(world, id)).toMatchObject({ name: 'again', spec: { nics: [{ network: null }] } });
});

test('FR-010-164 a machine without a disk leaves its files on the datastore that is named', () => {
  const { world, datacenter, store } = withGolden();
  const bare = make(world, { kind: 'vm', name: 'bare', parent: datacenter, spec: {} });
  const unregister = { type: 'machine.unregister', id: bare };
  expect(refusalOf(world, unregister)).toContain('no disk on a datastore');
  expect(refusalOf(world, { ...unregister, datastore: 'datastore-99' })).toBe(
    'There is no datastore datastore-99',
  );
  const { ids } = did(world, { ...unregister, datastore: store, path: 'old/bare.vmx' } as never);
  expect(ids).toEqual(['old/bare.vmx']);
  did(world, {
    type: 'machine.register',
    datastore: store,
    path: 'old/bare.vmx',
    parent: datacenter,
  } as never);
  expect(vmOf(world, bare).name).toBe('bare');
});

test('FR-010-165 snapshots removed without merging leave their deltas, which take room until they are consolidated', () => {
  const { world, id, store } = withGolden();
  const vm = id as never;
  for (const name of ['a', 'b']) did(world, { type: 'machine.snapshot', id: vm, name });
  expect(refusalOf(world, { type: 'machine.consolidate', id })).toBe('golden has nothing to consolidate');
  did(world, { type: 'machine.forget', id: vm, snapshot: 'all', disks: 'leave' });
  expect(world.allotments.storedOn(store)).toBe(8 * 1024 + 32);
  did(world, { type: 'machine.consolidate', id: vm });
  expect(runningTask(world)).toMatchObject({ verb: 'consolidate', target: id });
  pass(world, 5);
  expect(world.allotments.storedOn(store)).toBe(8 * 1024);
  expect(vmOf(world, id).spec.leftovers).toBe(undefined);
});

test('FR-010-166 one of the moves that a cluster recommends is done alone, and one that helps nobody is refused', () => {
  const lab = clusterOf({ hosts: 2, cluster: { drs: 'manual' } });
  const { world, cluster, hosts } = lab;
  const ids = ['a', 'b', 'c', 'd'].map((name) =>
    newVm(lab, name, { memory: 14_336, host: hosts[0], afterwards: 'start' }),
  );
  const balance = { type: 'cluster.balance', id: cluster };
  expect(refusalOf(world, { ...balance, machine: 'vm-99' })).toContain('Nothing would be won');
  did(world, { ...balance, machine: ids[0] } as never);
  const tasks = [...world.tasks.running()];
  expect(tasks.map(({ verb, target, plan }) => [verb, target, plan.host])).toEqual([
    ['migrate', ids[0], hosts[1]],
  ]);
});

test('FR-010-167 blades go down with the power of their chassis, and those that it took down come back with it', () => {
  const { world } = clusterOf({ hosts: 1 });
  const ucs = make(world, { kind: 'ucs', name: 'domain', parent: 'site-1', spec: {} });
  const chassis = make(world, { kind: 'chassis', name: 'chassis-01', parent: ucs, spec: { number: 1 } });
  const [one = '', two = ''] = [1, 2].map((slot) =>
    make(world, {
      kind: 'blade',
      name: `blade-${slot}`,
      parent: chassis,
      spec: { slot, power: slot === 1 ? 'on' : 'off' },
    }),
  );
  const power = () => [one, two].map((id) => find(world, 'blade', id).spec.power);
  did(world, { type: 'machine.power', id: one, verb: 'shutdown' });
  const report = (how: 'lost' | 'back') => did(world, { type: 'host.report', id: chassis, power: how });
  report('lost');
  expect([power(), [...world.tasks.running()]]).toEqual([['off', 'off'], []]);
  report('back');
  expect(power()).toEqual(['on', 'off']);
  report('lost');
  did(world, { type: 'machine.power', id: one, verb: 'on' });
  did(world, { type: 'machine.power', id: one, verb: 'off' });
  report('back');
  expect(power()).toEqual(['off', 'off']);
});
