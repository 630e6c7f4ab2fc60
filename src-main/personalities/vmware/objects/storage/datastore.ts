import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { entityType } from '../entity-type.ts';
import { entityInTree } from '../inventory/tree-properties.ts';
import type { AnyManaged, ManagedType } from '../managed.ts';

export type Datastore = EntityOf<'datastore'>;
type Parts = Pick<ManagedType<Datastore>, 'properties' | 'methods'>;

export const datastoreType = (parts: Parts): AnyManaged =>
  entityType('Datastore', 'datastore', {
    properties: {
      ...entityInTree<Datastore>(),
      vm: ({ id }, { vc }) => vc.members().ofDatastore(id).map(vc.refs.of),
      ...parts.properties,
    },
    methods: parts.methods,
  });
