/** What may move where in the tree. */
import type { Entity, Kind } from '../../../../../sim/contract/entities.ts';
import { above } from '../../../../../sim/index.ts';
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import type { Call } from '../managed.ts';
import type { Found } from '../refs.ts';
import { holdsOf } from './folder.ts';
import { datacenterOf } from './tree.ts';

/** A host that stands alone is moved as its compute resource. */
export function parentFor({ refs }: Vc, ref: Ref): Entity | undefined {
  const found = refs.find(ref);
  return found?.is === 'entity' || found?.is === 'compute-resource' ? found.entity : undefined;
}

const residents: Readonly<Record<ReturnType<typeof holdsOf>, readonly Kind[]>> = {
  vm: ['vm'],
  host: ['cluster', 'host'],
  datastore: ['datastore'],
  network: ['vswitch', 'network'],
  datacenter: ['datacenter'],
};

export function mayMove({ vc, self }: Call, to: Found, entity: Entity): Answer<unknown> {
  const holds = holdsOf(to);
  const fits =
    entity.kind === 'folder' ? entity.spec.holds === holds : residents[holds].includes(entity.kind);
  if (!fits) return faulted('NotSupported', `${entity.name} is no ${holds}: this folder holds nothing else.`);
  const target = to.is === 'datacenter-folder' || to.is === 'entity' ? to.entity : undefined;
  // What holds datacenters is in none.
  if (holds !== 'datacenter' && !isSameDatacenter(vc, entity, target))
    return faulted('InvalidFolder', `${entity.name} is of another datacenter.`, { target: self });
  return target !== undefined && (target.id === entity.id || hasAbove(vc, target, entity))
    ? faulted('InvalidFolder', `${entity.name} cannot go into itself.`, { target: self })
    : done(null);
}

const isSameDatacenter = (vc: Vc, one: Entity, other: Entity | undefined): boolean =>
  other !== undefined && datacenterOf(vc, one)?.id === datacenterOf(vc, other)?.id;

function hasAbove(vc: Vc, start: Entity, wanted: Entity): boolean {
  const { inventory } = vc.world();
  if (above(inventory, start.id, wanted.kind) === undefined) return false;
  for (let at: Entity | undefined = start; at !== undefined;) {
    if (at.id === wanted.id) return true;
    at = at.parent === null ? undefined : inventory.get(at.parent);
  }
  return false;
}
