import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { above } from '../../../../../sim/index.ts';
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import { entityType } from '../entity-type.ts';
import type { AnyManaged, ManagedType } from '../managed.ts';
import { datacenterConfigOf } from './datacenter-methods.ts';
import { shownNetworks } from './tree.ts';
import { entityInTree } from './tree-properties.ts';

type Datacenter = EntityOf<'datacenter'>;

export const datacenterType = (parts: Pick<ManagedType<Datacenter>, 'methods'>): AnyManaged =>
  entityType('Datacenter', 'datacenter', {
    properties: {
      ...entityInTree<Datacenter>(),
      vmFolder: (datacenter, { vc }) => vc.refs.datacenterFolder(datacenter, 'vm'),
      hostFolder: (datacenter, { vc }) => vc.refs.datacenterFolder(datacenter, 'host'),
      datastoreFolder: (datacenter, { vc }) => vc.refs.datacenterFolder(datacenter, 'datastore'),
      networkFolder: (datacenter, { vc }) => vc.refs.datacenterFolder(datacenter, 'network'),
      datastore: (datacenter, { vc }) => datastoresIn(vc, datacenter),
      network: (datacenter, { vc }) => shownNetworks(vc, datacenter),
      configuration: (datacenter, asking) => datacenterConfigOf(asking, datacenter),
    },
    methods: parts.methods,
  });

function datastoresIn(vc: Vc, datacenter: Datacenter): readonly Ref[] {
  const { inventory } = vc.world();
  return inventory
    .ofKind('datastore')
    .filter((store) => above(inventory, store.id, 'datacenter')?.id === datacenter.id)
    .map(vc.refs.of);
}
