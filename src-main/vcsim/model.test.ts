import { describe, expect, it } from 'vitest';
import type { Kind } from '../../sim/contract/entities.ts';
import { pathTo } from '../../sim/index.ts';
import { wallClock } from '../host/clock-face.ts';
import { silentLog } from '../host/log.ts';
import { foundModel } from './found-model.ts';
import { readCommandLine } from './go-flags.ts';
import { openLightHost } from './light-host.ts';
import { planModel } from './model.ts';

async function made(line: string) {
  const read = readCommandLine(line.split(' ').filter((word) => word !== ''));
  const host = await openLightHost({ wall: wallClock, log: silentLog });
  if (!read.ok || !host.ok) throw new Error('no lab');
  const model = planModel(read.value.flags, 0);
  const done = await foundModel(host.value.execute, model);
  if (!done.ok) throw new Error(`${done.refusal.where}: ${done.refusal.message}`);
  const { inventory, papers } = host.value.world();
  const close = host.value.close;
  const list = (kind: Kind): string[] =>
    [...inventory.ofKind(kind)].map(({ id }) =>
      pathTo(inventory, id)
        .slice(1)
        .map(({ name }) => name)
        .join('/'),
    );
  return { list, inventory, papers, close, items: model.items };
}

describe('the inventory of vcsim', () => {
  it('FR-020-031 without flags it is what vcsim makes, under the same names', async () => {
    const { list, inventory, close } = await made('');
    expect(list('host')).toEqual([
      'DC0/DC0_H0',
      'DC0/DC0_C0/DC0_C0_H0',
      'DC0/DC0_C0/DC0_C0_H1',
      'DC0/DC0_C0/DC0_C0_H2',
    ]);
    expect(list('vm')).toEqual([
      'DC0/DC0_H0_VM0',
      'DC0/DC0_H0_VM1',
      'DC0/DC0_C0_RP0_VM0',
      'DC0/DC0_C0_RP0_VM1',
    ]);
    expect(list('datastore')).toEqual(['DC0/LocalDS_0']);
    expect(list('vswitch').slice(0, 2)).toEqual(['DC0/DVS0', 'DC0/DC0_H0/vSwitch0']);
    expect(list('network')[0]).toMatch(/^DC0\/DVS0\/DVS0-DVUplinks-\d+$/);
    expect(list('network').slice(1, 3)).toEqual(['DC0/DVS0/DC0_DVPG0', 'DC0/DC0_H0/vSwitch0/VM Network']);
    const [vm] = inventory.ofKind('vm');
    expect(vm?.spec).toMatchObject({ cpus: 1, memory: 32, power: 'on', os: 'other' });
    expect(vm?.aliases).toMatchObject({
      uuid: '265104de-1472-547c-b873-6dc7883fb6cb',
      instanceUuid: 'b4689bed-97f0-5bcd-8a4c-07477cc8f06f',
    });
    const [host] = inventory.ofKind('host');
    expect(host?.aliases.uuid).toBe('dcf7fb3c-4a1c-5a05-b730-5e09f3704e2f');
    const [store] = inventory.ofKind('datastore');
    expect([...inventory.ofKind('host')].every(({ links }) => links.mounts?.[0] === store?.id)).toBe(true);
    await close();
  });

  it('FR-020-031 each flag makes what it says, and each datacenter has its own', async () => {
    const { list, papers, inventory, close } = await made(
      '-dc 2 -cluster 2 -host 1 -standalone-host 0 -vm 1 -app 1 -pool 2 -ds 2 -pg 2 -pg-nsx 1 -nsx 1 -pod 1 -autostart=false',
    );
    expect(list('datacenter')).toEqual(['DC0', 'DC1']);
    expect(list('host').slice(0, 2)).toEqual(['DC0/DC0_C0/DC0_C0_H0', 'DC0/DC0_C1/DC0_C1_H0']);
    expect(list('vm').slice(0, 4)).toEqual([
      'DC0/DC0_C0_RP0_VM0',
      'DC0/DC0_C0_APP0_VM0',
      'DC0/DC0_C1_RP0_VM0',
      'DC0/DC0_C1_APP0_VM0',
    ]);
    expect(list('pool').slice(0, 3)).toEqual([
      'DC0/DC0_C0/DC0_C0_RP1',
      'DC0/DC0_C0/DC0_C0_RP2',
      'DC0/DC0_C0/DC0_C0_APP0',
    ]);
    expect(list('datastore')).toEqual(['DC0/LocalDS_0', 'DC0/LocalDS_1', 'DC1/LocalDS_0', 'DC1/LocalDS_1']);
    expect(list('folder')).toEqual(['DC0/DC0_POD0', 'DC1/DC1_POD0']);
    expect(list('network').filter((name) => /NSX/.test(name))).toEqual([
      'DC0/DVS0/DC0_NSXPG0',
      'DC0/DC0_NSX0',
      'DC1/DVS0/DC1_NSXPG0',
      'DC1/DC1_NSX0',
    ]);
    expect([...inventory.ofKind('vm')].every(({ spec }) => spec.power === 'off')).toBe(true);
    const types = papers.below('vmware', '').map(({ value }) => value);
    expect(types.filter((type) => type === 'VirtualApp').length).toBe(4);
    expect(types.filter((type) => type === 'StoragePod').length).toBe(2);
    expect(types.filter((type) => type === 'OpaqueNetwork').length).toBe(2);
    await close();
  });

  it('FR-020-031 without clusters, switches or anything at all it makes that too', async () => {
    const none = await made('-dc 0');
    expect(none.items.map(({ kind }) => kind)).toEqual(['site']);
    await none.close();
    const plain = await made('-pg 0 -cluster 0 -standalone-host 2 -vm 1');
    expect(plain.list('vm')).toEqual(['DC0/DC0_H0_VM0', 'DC0/DC0_H1_VM0']);
    expect(plain.list('network')).toEqual([
      'DC0/DC0_H0/vSwitch0/VM Network',
      'DC0/DC0_H1/vSwitch0/VM Network',
    ]);
    await plain.close();
  });

  it('FR-020-031 with -esx it is one host with its machines, and nothing that only a vCenter has', async () => {
    const { list, items, close } = await made('-esx -vm 1 -app 1 -pool 1 -pod 1 -cluster 3 -ds 2');
    expect(list('datacenter')).toEqual(['ha-datacenter']);
    expect(list('host')).toEqual(['ha-datacenter/localhost.localdomain']);
    expect(list('vm')).toEqual(['ha-datacenter/ha-host_VM0']);
    expect(list('datastore')).toEqual(['ha-datacenter/LocalDS_0', 'ha-datacenter/LocalDS_1']);
    const kinds = new Set(items.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['site', 'datacenter', 'datastore', 'host', 'vswitch', 'network', 'vm']));
    await close();
  });

  it('FR-020-031 every adapter has an address of its own, and every object a number of its own', async () => {
    const { inventory, close, items } = await made('-host 10 -vm 300');
    const macs = [...inventory.ofKind('vm')].flatMap(({ spec }) => spec.nics.map(({ mac }) => mac));
    expect(new Set(macs).size).toBe(600);
    const numbers = items.map(({ id }) => /\d+$/.exec(id ?? '')?.[0]);
    expect(new Set(numbers).size).toBe(items.length);
    await close();
  });
});

describe('the lab behind vcsim', () => {
  it('FR-020-032 work takes no time in it: what is asked is done with the answer', async () => {
    const host = await openLightHost({ wall: wallClock, log: silentLog });
    if (!host.ok) throw new Error(host.refusal.message);
    const { execute, world, close, listen } = host.value;
    const read = readCommandLine(['-vm', '1']);
    if (!read.ok) throw new Error(read.refusal.message);
    await foundModel(execute, planModel(read.value.flags, 0));
    const [vm] = world().inventory.ofKind('vm');
    const finished = new Promise<void>((resolve) => {
      listen((announcement) => {
        if (announcement.kind !== 'events') return;
        if (announcement.items.some(({ event }) => event.type === 'task.finished')) resolve();
      });
    });
    const before = world().now();
    const done = await execute(
      { type: 'machine.snapshot', id: vm?.id, name: 'one', memory: 'with' },
      { origin: 'vmware', name: 'test', role: 'admin' },
    );
    expect(done.ok).toBe(true);
    await finished;
    const [after] = world().inventory.ofKind('vm');
    expect(after?.spec.snapshots.map(({ name }) => name)).toEqual(['one']);
    expect(world().now() - before).toBeLessThan(2000);
    await close();
  });
});
