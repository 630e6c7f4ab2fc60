/** A small estate to ask about: a datacenter with a cluster of two hosts, one host alone, a store, wires and machines. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { VmwareLab } from './vmware-lab.fixture.ts';

export type Estate = {
  readonly datacenter: EntityId;
  readonly cluster: EntityId;
  readonly hosts: readonly [EntityId, EntityId];
  readonly loner: EntityId;
  readonly store: EntityId;
  readonly wire: EntityId;
  readonly pool: EntityId;
  readonly folder: EntityId;
  /** `web-01` … `web-03`: the first two in the cluster, the last in the folder on the loner. */
  readonly machines: readonly [EntityId, EntityId, EntityId];
};

export async function buildEstate({ make }: Pick<VmwareLab, 'make'>): Promise<Estate> {
  const site = await make({ kind: 'site', name: 'site', spec: { timezone: 'UTC' } });
  const datacenter = await make({ kind: 'datacenter', name: 'DC0', parent: site, spec: {} });
  const cluster = await make({ kind: 'cluster', name: 'C0', parent: datacenter, spec: {} });
  const store = await make({
    kind: 'datastore',
    name: 'store1',
    parent: datacenter,
    spec: { capacity: 1000 },
  });
  const host = async (name: string, parent: EntityId, address: string): Promise<EntityId> => {
    const id = await make({ kind: 'host', name, parent, spec: { address }, links: { mounts: [store] } });
    const standard = await make({ kind: 'vswitch', name: 'vSwitch0', parent: id, spec: {} });
    await make({ kind: 'network', name: 'VM Network', parent: standard, spec: {} });
    return id;
  };
  const hosts = [
    await host('esx-01', cluster, '10.0.0.11'),
    await host('esx-02', cluster, '10.0.0.12'),
  ] as const;
  const loner = await host('esx-03', datacenter, '10.0.0.13');
  const spread = await make({
    kind: 'vswitch',
    name: 'DVS0',
    parent: datacenter,
    spec: { type: 'distributed' },
  });
  const wire = await make({ kind: 'network', name: 'PG0', parent: spread, spec: {} });
  const pool = await make({ kind: 'pool', name: 'gold', parent: cluster, spec: {} });
  const folder = await make({ kind: 'folder', name: 'web', parent: datacenter, spec: { holds: 'vm' } });
  const machine = (name: string, more: { parent: EntityId; host: EntityId; pool: EntityId | null }) =>
    make({
      kind: 'vm',
      name,
      parent: more.parent,
      spec: {
        host: more.host,
        pool: more.pool,
        power: 'off',
        memory: 2048,
        cpus: 2,
        hostname: `${name}.lab`,
        disks: [{ key: 2000, label: 'Hard disk 1', size: 8, datastore: store }],
        nics: [
          { key: 4000, label: 'Network adapter 1', network: wire, mac: `00:50:56:00:00:${name.slice(-2)}` },
        ],
      },
    });
  return {
    datacenter,
    cluster,
    hosts,
    loner,
    store,
    wire,
    pool,
    folder,
    machines: [
      await machine('web-01', { parent: datacenter, host: hosts[0], pool }),
      await machine('web-02', { parent: datacenter, host: hosts[1], pool: cluster }),
      await machine('web-03', { parent: folder, host: loner, pool: null }),
    ],
  };
}
