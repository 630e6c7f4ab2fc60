/** `storage` and `iscsi`: disks, adapters, file systems. */
import { done } from '../objects/fault.ts';
import { adaptersOf, devicePathOf, lunsOf, storageDeviceOf, storesOf } from '../objects/host/storage-info.ts';
import type { Lun } from '../objects/host/storage-info.ts';
import { capacityOf, freeOf, isReachable, originOf, typeOf } from '../objects/storage/datastore-info.ts';
import { lunNameOf } from '../objects/storage/lun-name.ts';
import { flagAt, textAt } from '../wire/ask.ts';
import { argOf, command, failed, flagArg, flagParam, needed, textParam, through } from './command.ts';
import type { Ask, Command, Row } from './command.ts';

const deviceRow = (lun: Lun): Row => ({
  DeviceType: 'Direct-Access',
  DevfsPath: devicePathOf(lun),
  Device: lun.name,
  DisplayName: `Local Coldaisle Disk (${lun.name})`,
  IsLocal: lun.store === null,
  IsSSD: true,
  Model: 'Virtual disk',
  MultipathPlugin: 'NMP',
  Revision: '2.0',
  SCSILevel: 6,
  Size: lun.gibibytes * 1024,
  Status: 'on',
  ThinProvisioningStatus: 'unknown',
  Vendor: 'Coldaisle',
});

const devices = (ask: Ask) => {
  const name = argOf(ask, 'device');
  const luns = lunsOf(ask.vc, ask.host).filter((lun) => (name ?? lun.name) === lun.name);
  return name !== undefined && luns.length === 0
    ? failed(`There is no disk ${name} on ${ask.host.name}.`)
    : done(luns.map(deviceRow));
};

const adapterRows = ({ vc, host }: Ask): readonly Row[] =>
  adaptersOf(vc, host).map((adapter) => ({
    Description: textAt(adapter, 'model'),
    Driver: textAt(adapter, 'driver'),
    HBAName: textAt(adapter, 'device'),
    LinkState: textAt(adapter, '_type') === 'HostInternetScsiHba' ? 'online' : 'link-n/a',
    UID: textAt(adapter, 'iScsiName') ?? `sata.${textAt(adapter, 'device') ?? ''}`,
  }));

const pathRows = ({ vc, host }: Ask): readonly Row[] =>
  lunsOf(vc, host).map((lun, target) => ({
    Adapter: 'vmhba0',
    Device: lun.name,
    RuntimeName: `vmhba0:C0:T${target}:L0`,
    State: 'active',
  }));

const fileSystemRows = ({ vc, host }: Ask): readonly Row[] =>
  storesOf(vc, host).map((store) => ({
    Free: freeOf(vc, store),
    MountPoint: `/vmfs/volumes/${store.aliases.uuid ?? ''}`,
    Mounted: true,
    Size: capacityOf(store),
    Type: store.spec.type === 'vmfs' ? 'VMFS-6' : typeOf(store),
    UUID: store.aliases.uuid,
    VolumeName: store.name,
  }));

const extentRows = ({ vc, host }: Ask): readonly Row[] =>
  storesOf(vc, host)
    .filter(({ spec }) => spec.type === 'vmfs')
    .map((store) => ({
      DeviceName: lunNameOf(store),
      ExtentNumber: 0,
      Partition: 1,
      VMFSUUID: store.aliases.uuid,
      VolumeName: store.name,
    }));

const shareRows = ({ vc, host }: Ask): readonly Row[] =>
  storesOf(vc, host)
    .filter(({ spec }) => spec.type === 'nfs')
    .map((store) => {
      const origin = originOf(vc, store);
      return {
        Accessible: isReachable(vc, store),
        Host: origin.host ?? 'nfs.lab',
        Mounted: true,
        ReadOnly: origin.access === 'readOnly',
        Share: origin.path ?? `/${store.name}`,
        VolumeName: store.name,
      };
    });

const initiators = ({ vc, host }: Ask): readonly Row[] =>
  adaptersOf(vc, host)
    .filter((adapter) => textAt(adapter, '_type') === 'HostInternetScsiHba')
    .map((adapter) => ({
      Adapter: textAt(adapter, 'device'),
      Description: textAt(adapter, 'model'),
      Driver: textAt(adapter, 'driver'),
      State: 'online',
      UID: textAt(adapter, 'iScsiName'),
    }));

export const storageCommands: readonly Command[] = [
  command({
    path: 'storage.core.device.list',
    help: 'Lists the disks.',
    params: [textParam('-d --device', 'One disk: naa.…')],
    gives: {
      is: 'rows',
      name: 'ScsiDevice',
      fields: {
        Device: 'text',
        DeviceType: 'text',
        DevfsPath: 'text',
        DisplayName: 'text',
        IsLocal: 'flag',
        IsSSD: 'flag',
        Model: 'text',
        MultipathPlugin: 'text',
        Revision: 'text',
        SCSILevel: 'whole',
        Size: 'whole',
        Status: 'text',
        ThinProvisioningStatus: 'text',
        Vendor: 'text',
      },
    },
    run: devices,
  }),
  command({
    path: 'storage.core.adapter.list',
    help: 'Lists the adapters of disks.',
    gives: {
      is: 'rows',
      name: 'ScsiInterface',
      fields: { Description: 'text', Driver: 'text', HBAName: 'text', LinkState: 'text', UID: 'text' },
    },
    columns: ['HBA Name', 'Driver', 'Link State', 'UID', 'Description'],
    run: (ask) => done(adapterRows(ask)),
  }),
  command({
    path: 'storage.core.path.list',
    help: 'Lists the paths to disks.',
    gives: {
      is: 'rows',
      name: 'ScsiPath',
      fields: { Adapter: 'text', Device: 'text', RuntimeName: 'text', State: 'text' },
    },
    run: (ask) => done(pathRows(ask)),
  }),
  command({
    path: 'storage.filesystem.list',
    help: 'Lists the volumes of the host.',
    gives: {
      is: 'rows',
      name: 'FileSystemVolume',
      fields: {
        Free: 'whole',
        MountPoint: 'text',
        Mounted: 'flag',
        Size: 'whole',
        Type: 'text',
        UUID: 'text',
        VolumeName: 'text',
      },
    },
    columns: ['Mount Point', 'Volume Name', 'UUID', 'Mounted', 'Type', 'Size', 'Free'],
    run: (ask) => done(fileSystemRows(ask)),
  }),
  command({
    path: 'storage.vmfs.extent.list',
    help: 'Lists the disks that volumes lie on.',
    gives: {
      is: 'rows',
      name: 'VmfsExtent',
      fields: {
        DeviceName: 'text',
        ExtentNumber: 'whole',
        Partition: 'whole',
        VMFSUUID: 'text',
        VolumeName: 'text',
      },
    },
    columns: ['Volume Name', 'VMFS UUID', 'Extent Number', 'Device Name', 'Partition'],
    run: (ask) => done(extentRows(ask)),
  }),
  command({
    path: 'storage.nfs.list',
    help: 'Lists the volumes that are mounted over NFS.',
    gives: {
      is: 'rows',
      name: 'NasVolume',
      fields: {
        Accessible: 'flag',
        Host: 'text',
        Mounted: 'flag',
        ReadOnly: 'flag',
        Share: 'text',
        VolumeName: 'text',
      },
    },
    columns: ['Volume Name', 'Host', 'Share', 'Accessible', 'Mounted', 'Read Only'],
    run: (ask) => done(shareRows(ask)),
  }),
  command({
    path: 'iscsi.adapter.list',
    help: 'Lists the initiators; there is one where software iSCSI is on.',
    gives: {
      is: 'rows',
      name: 'Adapter',
      fields: { Adapter: 'text', Description: 'text', Driver: 'text', State: 'text', UID: 'text' },
    },
    columns: ['Adapter', 'Driver', 'State', 'UID', 'Description'],
    run: (ask) => done(initiators(ask)),
  }),
  command({
    path: 'iscsi.software.get',
    help: 'Tells whether software iSCSI is on.',
    gives: { is: 'flag' },
    run: ({ vc, host }) => done(flagAt(storageDeviceOf(vc, host), 'softwareInternetScsiEnabled') === true),
  }),
  command({
    path: 'iscsi.software.set',
    help: 'Turns software iSCSI on or off.',
    params: [needed(flagParam('-e --enabled', 'Whether it is on.'))],
    run: (ask) =>
      through(ask, 'storageSystem', {
        method: 'UpdateSoftwareInternetScsiEnabled',
        args: { enabled: flagArg(ask, 'enabled') === true },
      }),
  }),
];
