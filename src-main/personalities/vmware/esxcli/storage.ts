/** `storage`: disks, adapters, file systems. */
import { done } from '../objects/fault.ts';
import { adaptersOf, devicePathOf, lunsOf, storesOf } from '../objects/host/storage-info.ts';
import type { Lun } from '../objects/host/storage-info.ts';
import { capacityOf, freeOf, isReachable, originOf, typeOf } from '../objects/storage/datastore-info.ts';
import { disksOf } from '../objects/storage/store-disks.ts';
import { textAt } from '../wire/ask.ts';
import { argOf, command, failed, flagArg, switchParam, textParam, through } from './command.ts';
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
    .flatMap((store) =>
      disksOf(vc, store).map(({ name }, number) => ({
        DeviceName: name,
        ExtentNumber: number,
        Partition: 1,
        VMFSUUID: store.aliases.uuid,
        VolumeName: store.name,
      })),
    );

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

const rescan = (ask: Ask) => {
  const adapter = argOf(ask, 'adapter');
  if (adapter === undefined && flagArg(ask, 'all') !== true) return failed('Say an adapter, or all.');
  return through(
    ask,
    'storageSystem',
    adapter === undefined
      ? { method: 'RescanAllHba' }
      : { method: 'RescanHba', args: { hbaDevice: adapter } },
  );
};

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
    path: 'storage.core.adapter.rescan',
    help: 'Looks for disks again.',
    params: [textParam('-A --adapter', 'One adapter: vmhba…'), switchParam('-a --all', 'All of them.')],
    run: rescan,
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
];
