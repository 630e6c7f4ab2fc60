/** `HostStorageSystem`. */
import { textAt } from '../../wire/ask.ts';
import { done, faulted } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { iscsiMethods } from './iscsi-methods.ts';
import { adaptersOf, storageDeviceOf, volumesOf } from './storage-info.ts';

const rescanOne: Method<Host> = ({ vc, args }, host) => {
  const device = textAt(args, 'hbaDevice') ?? '';
  return adaptersOf(vc, host).some((each) => each.device === device)
    ? done(undefined)
    : faulted('NotFound', `${host.name} has no adapter ${device}.`);
};

// What a scan would find is there already: disks of the lab are seen as soon as they are.
const scanned: Method<Host> = () => done(undefined);

export const storageSystem = (): AnyManaged =>
  hostSystem('storageSystem', {
    properties: {
      storageDeviceInfo: (host, { vc }) => storageDeviceOf(vc, host),
      fileSystemVolumeInfo: (host, { vc }) => volumesOf(vc, host),
      systemFile: () => [],
    },
    methods: {
      RescanAllHba: scanned,
      RescanVmfs: scanned,
      RescanHba: rescanOne,
      RefreshStorageSystem: scanned,
      QueryUnresolvedVmfsVolume: () => done([]),
      ...iscsiMethods,
    },
  });
