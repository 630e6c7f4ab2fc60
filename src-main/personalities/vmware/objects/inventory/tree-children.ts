/** What stands right below an object of the tree, of whatever type, as views and searches see it. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import { datacenterFolders } from '../refs.ts';
import type { DatacenterFolder } from '../refs.ts';
import { childrenOf, childrenOfKind } from './tree.ts';

const folders = Object.keys(datacenterFolders) as readonly DatacenterFolder[];

export function treeChildren(vc: Vc, ref: Ref): readonly Ref[] {
  const found = vc.refs.find(ref);
  if (found === undefined) return [];
  switch (found.is) {
    case 'root-folder':
    case 'datacenter-folder':
      return childrenOf(vc, found);
    case 'compute-resource':
      return [vc.refs.of(found.entity), vc.refs.rootPool(found.entity)];
    case 'root-pool':
      return inPool(vc, found.entity.id);
    case 'entity':
      return belowEntity(vc, found.entity);
    case 'part':
    case 'service':
      return [];
    default:
      return found satisfies never;
  }
}

function belowEntity(vc: Vc, entity: Entity): readonly Ref[] {
  switch (entity.kind) {
    case 'folder':
      return childrenOf(vc, { is: 'entity', entity });
    case 'datacenter':
      return folders.map((holds) => vc.refs.datacenterFolder(entity, holds));
    case 'cluster':
      return [...childrenOfKind(vc, entity.id, 'host').map(vc.refs.of), vc.refs.rootPool(entity)];
    case 'pool':
      return inPool(vc, entity.id);
    case 'host':
      return vc.members().ofHost(entity.id).map(vc.refs.of);
    default:
      return [];
  }
}

const inPool = (vc: Vc, id: EntityId): readonly Ref[] => [
  ...childrenOfKind(vc, id, 'pool').map(vc.refs.of),
  ...vc.members().ofPool(id).map(vc.refs.of),
];
