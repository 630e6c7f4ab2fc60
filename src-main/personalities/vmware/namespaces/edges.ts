/** What a cluster's namespaces could hang on: distributed switches, and NSX's edge clusters (paper `namespaces/edge-clusters`). */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import { datacenterOf, networksOn } from '../objects/inventory/tree.ts';
import { membersOf } from '../objects/network/switch-members.ts';
import type { Vc } from '../vc.ts';
import { hostsOf } from './supervisor.ts';
import type { Cluster } from './supervisor.ts';

type Switch = EntityOf<'vswitch'>;

/** In its datacenter, with a port group for machines, and on every host of the cluster. */
export function switchesFor(
  vc: Vc,
  cluster: Cluster,
): readonly { readonly vswitch: Switch; readonly fits: boolean }[] {
  const hosts = hostsOf(vc, cluster).map(({ id }) => id);
  const home = datacenterOf(vc, cluster)?.id;
  return vc
    .world()
    .inventory.ofKind('vswitch')
    .filter((vswitch) => vswitch.spec.type === 'distributed' && datacenterOf(vc, vswitch)?.id === home)
    .map((vswitch) => {
      const members = new Set(membersOf(vc, vswitch).map(({ host }) => host.id));
      const groups = networksOn(vc, vswitch.id).filter(
        ({ id }) => vc.papers.get(`network/${id}/uplink`) !== true,
      );
      return { vswitch, fits: groups.length > 0 && hosts.every((host) => members.has(host)) };
    });
}

export type EdgeCluster = { readonly id: string; readonly name: string };

export const edgeClustersKey = 'namespaces/edge-clusters';

export function edgeClustersOf({ papers }: Pick<Vc, 'papers'>): readonly EdgeCluster[] {
  const paper = papers.get(edgeClustersKey);
  if (!Array.isArray(paper)) return [];
  return (paper as readonly unknown[]).flatMap((each) => {
    const { id, name } = (typeof each === 'object' && each !== null ? each : {}) as Partial<EdgeCluster>;
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}
