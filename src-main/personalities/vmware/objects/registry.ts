/** Every managed type that is served. A folder of objects is a line here. */
import { clusterTypes } from './cluster/types.ts';
import { diskTypes } from './disks/types.ts';
import { hostTypes } from './host/types.ts';
import { inventoryTypes } from './inventory/types.ts';
import { machineTypes } from './machine/types.ts';
import { withFields } from './managers/custom-fields.ts';
import { managerTypes } from './managers/types.ts';
import { networkTypes } from './network/types.ts';
import { provisioningTypes } from './provisioning/types.ts';
import { serviceTypes } from './services/types.ts';
import { storageTypes } from './storage/types.ts';
import { firmwareSystem } from '../firmware/firmware.ts';
import { esxcliTypes } from '../esxcli/types.ts';
import { guestOperationTypes } from '../guest-operations/types.ts';
import { scheduledTypes } from '../scheduled/types.ts';
import { ovfTypes } from '../files/ovf/ovf-desk.ts';
import { collectorTypes } from '../collector/types.ts';
import type { AnyManaged } from './managed.ts';

export function allTypes(): ReadonlyMap<string, AnyManaged> {
  return typesBy([
    ...serviceTypes(),
    ...collectorTypes(),
    ...inventoryTypes(),
    ...hostTypes(),
    ...clusterTypes(),
    ...storageTypes(),
    ...networkTypes(),
    ...machineTypes(),
    ...diskTypes(),
    ...provisioningTypes(),
    ...managerTypes(),
    ...guestOperationTypes(),
    ...ovfTypes(),
    ...esxcliTypes(),
    ...scheduledTypes(),
    firmwareSystem(),
  ]);
}

export function typesBy(types: readonly AnyManaged[]): ReadonlyMap<string, AnyManaged> {
  const byName = new Map<string, AnyManaged>();
  for (const each of types) {
    if (byName.has(each.type)) throw new Error(`${each.type} is registered twice`);
    byName.set(each.type, withFields(each));
  }
  return byName;
}
