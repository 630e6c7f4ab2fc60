/** What vcsim tells of itself beside the API: what it holds, and what it can be asked. */
import type { World } from '../../sim/index.ts';
import type { Kind } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Route } from '../personalities/vmware/server/routes.ts';

/** Methods and managed types, by name. */
export type About = { readonly methods: readonly string[]; readonly types: readonly string[] };

export const aboutRoute = (about: () => About): Route => ({
  prefix: '/about',
  dialect: 'json',
  handle: (_, answer) => {
    const { methods, types } = about();
    const told = { Methods: [...methods].toSorted(), Types: [...types].toSorted() };
    return answer.send(200, 'application/json', JSON.stringify(told, null, 2));
  },
});

/** Where Go programs publish their figures; tests look up how many of each thing there are. */
export const countsRoute = (world: () => World): Route => ({
  prefix: '/debug/vars',
  dialect: 'json',
  handle: (_, answer) => {
    const told = { vcsim: { Model: countsOf(world()) } };
    return answer.send(200, 'application/json', JSON.stringify(told, null, 2));
  },
});

/** vSphere's own folders and root pools are counted too, though the world has none of them. */
function countsOf({ inventory, papers }: World): Readonly<Record<string, number>> {
  const all = <K extends Kind>(kind: K) => [...inventory.ofKind(kind)];
  const below = (parent: EntityId | null, kind: Kind) =>
    (parent === null ? undefined : inventory.get(parent))?.kind === kind;
  const typed = (type: string): number =>
    papers.below('vmware', '').filter(({ key, value }) => key.endsWith('/type') && value === type).length;
  const clustered = all('host').filter(({ parent }) => below(parent, 'cluster')).length;
  const groups = all('network').filter(({ parent }) => {
    const above = parent === null ? undefined : inventory.get(parent);
    return above?.kind === 'vswitch' && above.spec.type === 'distributed';
  });
  const counts = {
    Datacenter: all('datacenter').length,
    Cluster: all('cluster').length,
    Host: all('host').length,
    Machine: all('vm').length,
    Datastore: all('datastore').length,
    App: typed('VirtualApp'),
    Pod: typed('StoragePod'),
    Portgroup: groups.length,
    OpaqueNetwork: typed('OpaqueNetwork'),
  };
  const rootPools = counts.Cluster + counts.Host - clustered;
  return {
    ...counts,
    Pool: all('pool').length - counts.App + rootPools,
    Folder: all('folder').length - counts.Pod + 4 * counts.Datacenter + 1,
  };
}
