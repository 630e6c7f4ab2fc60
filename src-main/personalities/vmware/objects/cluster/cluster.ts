import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { entityType } from '../entity-type.ts';
import { datastoresOf, networksOf } from '../host/host.ts';
import { childrenOfKind } from '../inventory/tree.ts';
import { entityInTree } from '../inventory/tree-properties.ts';
import type { AnyManaged, ManagedType } from '../managed.ts';
import { refsOnce } from './compute-resource.ts';

export type Cluster = EntityOf<'cluster'>;
type Parts = Pick<ManagedType<Cluster>, 'properties' | 'methods'>;

export const clusterType = (parts: Parts): AnyManaged =>
  entityType('ClusterComputeResource', 'cluster', {
    properties: {
      ...entityInTree<Cluster>(),
      resourcePool: (cluster, { vc }) => vc.refs.rootPool(cluster),
      host: ({ id }, { vc }) => childrenOfKind(vc, id, 'host').map(vc.refs.of),
      datastore: ({ id }, { vc }) =>
        refsOnce(childrenOfKind(vc, id, 'host').flatMap((host) => datastoresOf(vc, host))),
      network: ({ id }, { vc }) =>
        refsOnce(childrenOfKind(vc, id, 'host').flatMap((host) => networksOf(vc, host))),
      ...parts.properties,
    },
    methods: parts.methods,
  });
