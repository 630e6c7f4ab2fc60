/** `info`, `summary`, `capability` and the hosts of a datastore. */
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { escapedName } from '../managed-entity.ts';
import { storeUrl } from '../machine/config.ts';
import type { Datastore } from './datastore.ts';
import { hasIoControl } from './io-control.ts';
import { disksOf } from './store-disks.ts';

const gibibyte = 1_073_741_824;
const largestFile = 70_368_744_177_664;

/** In vSphere's words. */
const types = {
  vmfs: 'VMFS',
  nfs: 'NFS',
  vsan: 'vsan',
  local: 'OTHER',
  lvm: 'OTHER',
  ceph: 'OTHER',
} as const;

export const typeOf = ({ spec }: Datastore): string => types[spec.type];

export const capacityOf = ({ spec }: Datastore): number => Math.round(spec.capacity * gibibyte);

/** What disks, snapshots and other files leave. */
export function freeOf(vc: Vc, store: Datastore): number {
  // The world counts what machines take in MiB.
  const taken = vc.world().allotments.storedOn(store.id) / 1024;
  return Math.max(0, Math.round((store.spec.capacity - taken - store.spec.otherUse) * gibibyte));
}

/** Where it comes from, as whoever mounted it said. */
export type Origin = {
  readonly host?: string;
  readonly path?: string;
  readonly access?: string;
  readonly user?: string;
};

export function originOf(vc: Pick<Vc, 'papers'>, store: Datastore): Origin {
  const paper = vc.papers.get(`datastore/${store.id}/origin`);
  return typeof paper === 'object' && paper !== null && !Array.isArray(paper) ? (paper as Origin) : {};
}

export const mountOf = (vc: Pick<Vc, 'papers'>, store: Datastore): Data => ({
  _type: 'HostMountInfo',
  path: `/vmfs/volumes/${store.aliases.uuid ?? ''}`,
  accessMode: originOf(vc, store).access ?? 'readWrite',
  mounted: true,
  accessible: true,
});

export const isReachable = (vc: Vc, store: Datastore): boolean => {
  const hosts = vc.members().hostsOfDatastore(store.id);
  return hosts.length === 0 || hosts.some(({ spec }) => spec.state === 'connected' && spec.power === 'on');
};

export function infoOf(vc: Vc, store: Datastore): Data {
  const common = {
    name: escapedName(store.name),
    url: storeUrl(vc, store),
    freeSpace: freeOf(vc, store),
    maxFileSize: largestFile,
    maxMemoryFileSize: largestFile,
    maxVirtualDiskCapacity: 68_169_720_922_112,
    timestamp: isoOf(vc.now()),
  };
  const origin = originOf(vc, store);
  const { uuid = '' } = store.aliases;
  switch (store.spec.type) {
    case 'vmfs':
    case 'vsan':
      return {
        ...common,
        _type: 'VmfsDatastoreInfo',
        maxPhysicalRDMFileSize: largestFile,
        maxVirtualRDMFileSize: largestFile,
        vmfs: volumeOf(vc, store),
      };
    case 'nfs':
      return {
        ...common,
        _type: 'NasDatastoreInfo',
        nas: {
          _type: 'HostNasVolume',
          type: 'NFS',
          name: store.name,
          capacity: capacityOf(store),
          remoteHost: origin.host ?? 'nfs.lab',
          remotePath: origin.path ?? `/${store.name}`,
          userName: origin.user ?? '',
          remoteHostNames: [origin.host ?? 'nfs.lab'],
          securityType: 'AUTH_SYS',
          protocolEndpoint: false,
        },
      };
    case 'local':
    case 'lvm':
    case 'ceph':
      return { ...common, _type: 'LocalDatastoreInfo', path: origin.path ?? `/vmfs/volumes/${uuid}` };
    default:
      return store.spec.type satisfies never;
  }
}

const volumeOf = (vc: Pick<Vc, 'papers'>, store: Datastore): Data => ({
  _type: 'HostVmfsVolume',
  type: 'VMFS',
  name: store.name,
  capacity: capacityOf(store),
  blockSizeMb: 1,
  blockSize: 1024,
  unmapGranularity: 1024,
  unmapPriority: 'low',
  maxBlocks: 63_963_136,
  majorVersion: 6,
  version: '6.82',
  uuid: store.aliases.uuid ?? '',
  extent: disksOf(vc, store).map(({ name }) => ({ diskName: name, partition: 1 })),
  vmfsUpgradable: false,
  ssd: true,
  local: false,
  scsiDiskType: 'native512',
});

export function summaryOf(vc: Vc, store: Datastore): Data {
  const hosts = vc.members().hostsOfDatastore(store.id);
  return {
    _type: 'DatastoreSummary',
    datastore: vc.refs.of(store),
    name: escapedName(store.name),
    url: storeUrl(vc, store),
    capacity: capacityOf(store),
    freeSpace: freeOf(vc, store),
    uncommitted: Math.round(uncommittedOf(vc, store) * gibibyte),
    accessible: isReachable(vc, store),
    multipleHostAccess: hosts.length > 1,
    type: typeOf(store),
    maintenanceMode: store.spec.mode === 'maintenance' ? 'inMaintenance' : 'normal',
  };
}

/** What thin disks may still take. */
export function uncommittedOf(vc: Vc, { id }: Datastore): number {
  let open = 0;
  for (const { spec } of vc.members().ofDatastore(id))
    for (const { datastore, isThin, size, used } of spec.disks)
      if (datastore === id && isThin) open += Math.max(0, size - used);
  return open;
}

export const capabilityOf = (store: Datastore): Data => ({
  _type: 'DatastoreCapability',
  directoryHierarchySupported: true,
  rawDiskMappingsSupported: false,
  perFileThinProvisioningSupported: true,
  storageIORMSupported: hasIoControl(store),
  nativeSnapshotSupported: false,
  topLevelDirectoryCreateSupported: true,
  seSparseSupported: true,
  vmfsSparseSupported: true,
  vsanSparseSupported: false,
  upitSupported: false,
  vmdkExpandSupported: true,
  clusteredVmdkSupported: false,
});

export const hostsOf = (vc: Vc, store: Datastore): readonly Data[] =>
  vc
    .members()
    .hostsOfDatastore(store.id)
    .map((host) => ({
      _type: 'DatastoreHostMount',
      key: vc.refs.of(host),
      mountInfo: mountOf(vc, store),
    }));
