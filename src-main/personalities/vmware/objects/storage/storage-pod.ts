/** A cluster of datastores: a folder of the world whose paper says so. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { entityType } from '../entity-type.ts';
import { childrenOf, childTypes } from '../inventory/tree.ts';
import { entityInTree } from '../inventory/tree-properties.ts';
import type { AnyManaged, ManagedType } from '../managed.ts';

export type StoragePod = EntityOf<'folder'>;
type Parts = Pick<ManagedType<StoragePod>, 'properties' | 'methods'>;

export const storagePodType = (parts: Parts): AnyManaged =>
  entityType('StoragePod', 'folder', {
    properties: {
      ...entityInTree<StoragePod>(),
      childType: () => [...childTypes.datastore],
      childEntity: (entity, { vc }) => childrenOf(vc, { is: 'entity', entity }),
      ...parts.properties,
    },
    methods: parts.methods,
  });
