/** Adapters, disks and volumes of a host: each of its datastores lies on a disk of its own. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { infoOf, mountOf } from '../storage/datastore-info.ts';
import { disksOf } from '../storage/store-disks.ts';
import type { Host } from './host.ts';
import { initiatorData, iscsiAdapter, isIscsiOn } from './iscsi.ts';

type Store = EntityOf<'datastore'>;
export type Lun = { readonly name: string; readonly gibibytes: number; readonly store: Store | null };

export const blockBytes = 512;
export const gibibyte = 1_073_741_824;

export const storesOf = (vc: Pick<Vc, 'world'>, { links }: Host): readonly Store[] =>
  (links.mounts ?? []).flatMap((id) => {
    const store = vc.world().inventory.get(id);
    return store?.kind === 'datastore' ? [store] : [];
  });

/** Two disks that nobody has formatted stand ready on each host; sixteen can be taken in all. */
const spare = { count: 2, names: 16, gibibytes: 1024 } as const;

export function lunsOf(vc: Pick<Vc, 'world' | 'papers'>, host: Host): readonly Lun[] {
  const used = storesOf(vc, host).filter(({ spec }) => spec.type !== 'nfs' && spec.type !== 'local');
  const taken = used.flatMap((store) =>
    disksOf(vc, store).map(({ name, gibibytes }) => ({ name, gibibytes, store })),
  );
  return [...taken, ...sparesOf(vc, host)];
}

function sparesOf(vc: Pick<Vc, 'world' | 'papers'>, host: Host): readonly Lun[] {
  const hex = (host.aliases.uuid ?? '').replaceAll('-', '').slice(2);
  const stores = vc.world().inventory.ofKind('datastore');
  const taken = new Set(stores.flatMap((store) => disksOf(vc, store).map(({ name }) => name)));
  return Array.from({ length: spare.names }, (_, at) => `naa.5${at.toString(16)}${hex}`)
    .filter((name) => !taken.has(name))
    .slice(0, spare.count)
    .map((name) => ({ name, gibibytes: spare.gibibytes, store: null }));
}

/** By its name or its path. */
export const lunAt = (vc: Pick<Vc, 'world' | 'papers'>, host: Host, name: string): Lun | undefined =>
  lunsOf(vc, host).find((each) => each.name === name.split('/').at(-1));

export const devicePathOf = ({ name }: Lun): string => `/vmfs/devices/disks/${name}`;

export const uuidOfDisk = (name: string): string => `0200000000${name.slice(4)}`;

export function diskData(lun: Lun): Data {
  const key = `key-vim.host.ScsiDisk-${lun.name}`;
  return {
    _type: 'HostScsiDisk',
    deviceName: devicePathOf(lun),
    deviceType: 'disk',
    key,
    uuid: uuidOfDisk(lun.name),
    canonicalName: lun.name,
    displayName: `Local Coldaisle Disk (${lun.name})`,
    lunType: 'disk',
    vendor: 'Coldaisle',
    model: 'Virtual disk',
    revision: '2.0',
    scsiLevel: 6,
    operationalState: ['ok'],
    vStorageSupport: 'vStorageUnsupported',
    capacity: { blockSize: blockBytes, block: Math.floor((lun.gibibytes * gibibyte) / blockBytes) },
    devicePath: devicePathOf(lun),
    ssd: true,
    localDisk: lun.store === null,
    scsiDiskType: 'native512',
  };
}

const keyOfHba = (device: string): string => `key-vim.host.BlockHba-${device}`;

export function adaptersOf(vc: Pick<Vc, 'papers'>, host: Host): readonly Data[] {
  const local: Data = {
    _type: 'HostBlockHba',
    key: keyOfHba('vmhba0'),
    device: 'vmhba0',
    bus: 0,
    status: 'unknown',
    model: 'SATA AHCI Controller',
    driver: 'vmw_ahci',
    pci: '0000:00:1f.2',
    storageProtocol: 'scsi',
  };
  return isIscsiOn(vc, host) ? [local, initiatorData(vc, host)] : [local];
}

/** Where nothing answers no target is found. */
const emptyInterface: Data = {
  key: `key-vim.host.ScsiTopology.Interface-${iscsiAdapter}`,
  adapter: `key-vim.host.InternetScsiHba-${iscsiAdapter}`,
  target: [],
};

export function storageDeviceOf(vc: Vc, host: Host): Data {
  const luns = lunsOf(vc, host);
  const keyOf = (lun: Lun): string => `key-vim.host.ScsiDisk-${lun.name}`;
  return {
    _type: 'HostStorageDeviceInfo',
    hostBusAdapter: adaptersOf(vc, host),
    scsiLun: luns.map(diskData),
    scsiTopology: {
      adapter: [
        {
          key: 'key-vim.host.ScsiTopology.Interface-vmhba0',
          adapter: keyOfHba('vmhba0'),
          target: luns.map((lun, target) => ({
            key: `key-vim.host.ScsiTopology.Target-vmhba0:0:${target}`,
            target,
            lun: [{ key: `key-vim.host.ScsiTopology.Lun-${lun.name}`, lun: 0, scsiLun: keyOf(lun) }],
            transport: { _type: 'HostBlockAdapterTargetTransport' },
          })),
        },
        ...(isIscsiOn(vc, host) ? [emptyInterface] : []),
      ],
    },
    multipathInfo: {
      lun: luns.map((lun, target) => ({
        key: `key-vim.host.MultipathInfo.LogicalUnit-${lun.name}`,
        id: uuidOfDisk(lun.name),
        lun: keyOf(lun),
        path: [
          {
            key: `key-vim.host.MultipathInfo.Path-vmhba0:C0:T${target}:L0`,
            name: `vmhba0:C0:T${target}:L0`,
            pathState: 'active',
            state: 'active',
            isWorkingPath: true,
            adapter: keyOfHba('vmhba0'),
            lun: `key-vim.host.MultipathInfo.LogicalUnit-${lun.name}`,
            transport: { _type: 'HostBlockAdapterTargetTransport' },
          },
        ],
        policy: { policy: 'VMW_PSP_FIXED' },
        storageArrayTypePolicy: { policy: 'VMW_SATP_LOCAL' },
      })),
    },
    softwareInternetScsiEnabled: isIscsiOn(vc, host),
  };
}

/** Its datastores as file systems. */
export const volumesOf = (vc: Vc, host: Host): Data => ({
  _type: 'HostFileSystemVolumeInfo',
  volumeTypeList: ['VMFS', 'NFS', 'NFS41', 'OTHER'],
  mountInfo: storesOf(vc, host).map((store) => ({
    mountInfo: mountOf(vc, store),
    volume: volumeOf(vc, store),
    vStorageSupport: 'vStorageUnsupported',
  })),
});

function volumeOf(vc: Vc, store: Store): Data {
  const info = infoOf(vc, store);
  const inside = info.vmfs ?? info.nas;
  if (typeof inside === 'object' && inside !== null && !Array.isArray(inside)) return inside as Data;
  return {
    _type: 'HostFileSystemVolume',
    type: 'OTHER',
    name: store.name,
    capacity: Math.round(store.spec.capacity * gibibyte),
  };
}
