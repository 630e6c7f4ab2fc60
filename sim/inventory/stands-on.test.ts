import { expect, test } from 'vitest';
import { clusterOf, make } from '../compute/compute.fixture.ts';
import type { EntityId } from '../contract/ids.ts';
import { put } from '../testing/small-lab.ts';

const idOf = (id: string | undefined): EntityId => (id ?? '') as EntityId;

test('FR-010-129 nothing goes that a machine names as its host, store or network', () => {
  const { world, datacenter, hosts, stores, network } = clusterOf({ hosts: 2 });
  make(world, {
    kind: 'vm',
    name: 'web-01',
    parent: datacenter,
    spec: {
      host: hosts[1],
      disks: [{ key: 2000, label: 'disk 1', size: 10, datastore: stores[1] }],
      nics: [{ key: 4000, label: 'nic 1', network, mac: '00:50:56:00:00:01' }],
    },
  });
  for (const id of [hosts[1], stores[1], network]) {
    const result = put(world, { type: 'inventory.remove', id: idOf(id), contents: 'cascade' });
    expect([id, result.ok ? null : result.refusal.code]).toEqual([id, 'wrong-state']);
  }
  expect(put(world, { type: 'inventory.remove', id: idOf(datacenter), contents: 'cascade' }).ok).toBe(true);
});
