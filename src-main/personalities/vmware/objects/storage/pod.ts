/** `StoragePod`: datastores that are used as one. */
import { folderMethods } from '../inventory/folder-methods.ts';
import { childrenOfKind } from '../inventory/tree.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import type { ManagedType, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { settingOf } from '../host/settings.ts';
import { capacityOf, freeOf } from './datastore-info.ts';
import type { StoragePod } from './storage-pod.ts';

type Parts = ManagedType<StoragePod>;

export const podKey = ({ id }: Pick<StoragePod, 'id'>): string => `folder/${id}/storage-drs`;

export const podConfigOf = (vc: Pick<Vc, 'papers'>, pod: StoragePod): Data =>
  settingOf<Data>(vc, podKey(pod), {
    enabled: false,
    ioLoadBalanceEnabled: true,
    defaultVmBehavior: 'manual',
    loadBalanceInterval: 480,
    defaultIntraVmAffinity: true,
  });

function summaryOf(vc: Vc, pod: StoragePod): Data {
  const stores = childrenOfKind(vc, pod.id, 'datastore');
  return {
    _type: 'StoragePodSummary',
    name: escapedName(pod.name),
    capacity: stores.reduce((sum, store) => sum + capacityOf(store), 0),
    freeSpace: stores.reduce((sum, store) => sum + freeOf(vc, store), 0),
  };
}

export const podProperties: Parts['properties'] = {
  summary: (pod, { vc }) => summaryOf(vc, pod),
  podStorageDrsEntry: (pod, { vc }) => ({
    _type: 'PodStorageDrsEntry',
    storageDrsConfig: { podConfig: { ...podConfigOf(vc, pod), _type: 'StorageDrsPodConfigInfo' } },
  }),
};

/** It is a folder with more to it. */
const asFolder = (name: string): Readonly<Record<string, Method<StoragePod>>> => {
  const method = folderMethods[name];
  return method === undefined ? {} : { [name]: (call, entity) => method(call, { is: 'entity', entity }) };
};

export const podMethods: Parts['methods'] = {
  ...asFolder('MoveIntoFolder_Task'),
  ...asFolder('Rename_Task'),
  ...asFolder('Destroy_Task'),
  ...asFolder('Reload'),
};
