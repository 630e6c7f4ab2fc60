/** Adapters, disks and volumes of a host: each of its datastores lies on a disk of its own. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { infoOf, mountOf } from '../storage/datastore-info.ts';
import { lunNameOf } from '../storage/lun-name.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf } from './settings.ts';

type Store = EntityOf<'datastore'>;
export type Lun = { readonly name: string; readonly gibibytes: number; readonly store: Store | null };

const blockBytes = 512;
const gibibyte = 1_073_741_824;

export const storesOf = (vc: Pick<Vc, 'world'>, { links }: Host): readonly Store[] =>
  (links.mounts ?? []).flatMap((id) => {
    const store = vc.world().inventory.get(id);
    return store?.kind === 'datastore' ? [store] : [];
  });

/** Two disks that nobody has formatted stand ready on each host, as long as nothing lies on them. */
const spare = { count: 2, gibibytes: 1024 } as const;

export function lunsOf(vc: Pick<Vc, 'world'>, host: Host): readonly Lun[] {
  const hex = (host.aliases.uuid ?? '').replaceAll('-', '').slice(2);
  const used = storesOf(vc, host).filter(({ spec }) => spec.type !== 'nfs' && spec.type !== 'local');
  const taken = used.map((store) => ({ name: lunNameOf(store), gibibytes: store.spec.capacity, store }));
  const free = Array.from({ length: spare.count }, (_, at) => ({
    name: `naa.5${at}${hex}`,
    gibibytes: spare.gibibytes,
    store: null,
  }));
  return [...taken, ...free];
}

export const devicePathOf = ({ name }: Lun): string => `/vmfs/devices/disks/${name}`;

export function diskData(lun: Lun): Data {
  const key = `key-vim.host.ScsiDisk-${lun.name}`;
  return {
    _type: 'HostScsiDisk',
    deviceName: devicePathOf(lun),
    deviceType: 'disk',
    key,
    uuid: `0200000000${lun.name.slice(4)}`,
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

type StorageSettings = { readonly iscsi?: boolean };
export const storageKey = ({ id }: Host): string => hostKey(id, 'storage');
const isIscsiOn = (vc: Pick<Vc, 'papers'>, host: Host): boolean =>
  settingOf<StorageSettings>(vc, storageKey(host), {}).iscsi === true;

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
  if (!isIscsiOn(vc, host)) return [local];
  return [local, iscsiData(host)];
}

const iscsiData = ({ name }: Host): Data => ({
  _type: 'HostInternetScsiHba',
  key: 'key-vim.host.InternetScsiHba-vmhba64',
  device: 'vmhba64',
  bus: 64,
  status: 'online',
  model: 'iSCSI Software Adapter',
  driver: 'iscsi_vmk',
  storageProtocol: 'scsi',
  isSoftwareBased: true,
  canBeDisabled: true,
  discoveryCapabilities: {
    iSnsDiscoverySettable: false,
    slpDiscoverySettable: false,
    staticTargetDiscoverySettable: true,
    sendTargetsDiscoverySettable: true,
  },
  discoveryProperties: {
    iSnsDiscoveryEnabled: false,
    slpDiscoveryEnabled: false,
    staticTargetDiscoveryEnabled: true,
    sendTargetsDiscoveryEnabled: true,
  },
  authenticationCapabilities: {
    chapAuthSettable: true,
    krb5AuthSettable: false,
    srpAuthSettable: false,
    spkmAuthSettable: false,
  },
  authenticationProperties: { chapAuthEnabled: false },
  ipCapabilities: {
    addressSettable: false,
    ipConfigurationMethodSettable: false,
    subnetMaskSettable: false,
    defaultGatewaySettable: false,
    primaryDnsServerAddressSettable: false,
    alternateDnsServerAddressSettable: false,
    ipv6Supported: false,
    arpRedirectSettable: false,
    mtuSettable: false,
    hostNameAsTargetAddress: true,
  },
  ipProperties: { dhcpConfigurationEnabled: false },
  iScsiName: `iqn.1998-01.com.vmware:${name}`,
  iScsiAlias: '',
});

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
      ],
    },
    multipathInfo: {
      lun: luns.map((lun, target) => ({
        key: `key-vim.host.MultipathInfo.LogicalUnit-${lun.name}`,
        id: `0200000000${lun.name.slice(4)}`,
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
