/** Clients may name the type of an object loosely (`ManagedEntity:vm-7`): what counts is its name. */
import type { Vc } from '../vc.ts';
import type { Ref } from '../wire/value.ts';

export function actualRef(vc: Vc, ref: Ref): Ref {
  const found = vc.refs.find(ref);
  switch (found?.is) {
    case undefined:
    case 'part':
    case 'service':
      return ref;
    case 'root-folder':
    case 'datacenter-folder':
      return { _ref: 'Folder', value: ref.value };
    case 'compute-resource':
      return { _ref: 'ComputeResource', value: ref.value };
    case 'root-pool':
      return { _ref: 'ResourcePool', value: ref.value };
    case 'entity':
      return vc.refs.of(found.entity);
    default:
      return found satisfies never;
  }
}
