/** Clients may name the type of an object loosely (`ManagedEntity:vm-7`): what counts is its name. */
import type { Vc } from '../vc.ts';
import type { Ref } from '../wire/value.ts';
import { computeOf } from './inventory/tree.ts';
import { rootFolder } from './refs.ts';
import type { DatacenterFolder } from './refs.ts';

export function actualRef(vc: Vc, ref: Ref): Ref {
  const found = vc.refs.find(ref);
  switch (found?.is) {
    case undefined:
    case 'part':
      return ref;
    case 'service':
      return onHost(vc, ref.value) ?? ref;
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

const folders: Readonly<Record<string, DatacenterFolder>> = {
  'ha-folder-vm': 'vm',
  'ha-folder-host': 'host',
  'ha-folder-datastore': 'datastore',
  'ha-folder-network': 'network',
};

/** A host that is asked itself has one of each, under names that never change: scripts know them by heart. */
function onHost(vc: Vc, value: string): Ref | undefined {
  if (vc.kind !== 'host' || !value.startsWith('ha-')) return undefined;
  const { inventory } = vc.world();
  const [datacenter] = inventory.ofKind('datacenter');
  const [host] = inventory.ofKind('host');
  const holds = folders[value];
  if (value === 'ha-folder-root') return rootFolder;
  if (datacenter === undefined || host === undefined) return undefined;
  if (holds !== undefined) return vc.refs.datacenterFolder(datacenter, holds);
  switch (value) {
    case 'ha-datacenter':
      return vc.refs.of(datacenter);
    case 'ha-host':
      return vc.refs.of(host);
    case 'ha-compute-res':
      return computeOf(vc, host);
    case 'ha-root-pool':
      return vc.refs.rootPool(host);
    default:
      return undefined;
  }
}
