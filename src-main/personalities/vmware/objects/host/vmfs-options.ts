/** How a VMFS volume may lie on a disk, as clients ask for it before they make or grow one. */
import type { Data } from '../../wire/value.ts';
import type { StoreDisk } from '../storage/store-disks.ts';
import { blockBytes, gibibyte, uuidOfDisk } from './storage-info.ts';
import type { Lun } from './storage-info.ts';

/** A partition table has its copy at the end of the disk. */
const tableSectors = 34;
const firstSector = 2048;

const sectorsOf = (gibibytes: number): number => Math.floor((gibibytes * gibibyte) / blockBytes);
const lastSectorOf = (gibibytes: number): number => sectorsOf(gibibytes) - tableSectors;

/** Where a partition ends there, the volume has so much. */
export const gibibytesUpTo = (sector: number): number => ((sector + tableSectors) * blockBytes) / gibibyte;

/** Less than a mebibyte is none. */
export const hasRoom = ({ gibibytes, taken }: StoreDisk): boolean =>
  sectorsOf(gibibytes) - sectorsOf(taken) >= firstSector;

const block = (of: number): Data => ({ blockSize: blockBytes, block: of });

type Room = { readonly gibibytes: number; readonly from: number };

/** From a sector to the end of the disk; the partition is the whole disk. */
function info(type: string, { gibibytes, from }: Room): Data {
  const range = { type: 'vmfs', end: block(lastSectorOf(gibibytes)) };
  const partition = [{ partition: 1, ...range, start: block(firstSector) }];
  return {
    _type: type,
    layout: { total: block(sectorsOf(gibibytes)), partition },
    partitionFormatChange: false,
    vmfsExtent: { ...range, start: block(from) },
  };
}

const onWholeDisk = ({ name, gibibytes }: Pick<Lun, 'name' | 'gibibytes'>): Data => ({
  diskUuid: uuidOfDisk(name),
  partition: {
    partitionFormat: 'gpt',
    totalSectors: sectorsOf(gibibytes),
    partition: [
      {
        partition: 1,
        type: 'vmfs',
        startSector: firstSector,
        endSector: lastSectorOf(gibibytes),
        logical: false,
        attributes: 0,
      },
    ],
  },
});

const option = (how: Data, spec: Data): Data => ({ _type: 'VmfsDatastoreOption', info: how, spec });
const wholly = ({ gibibytes }: Lun): Data =>
  info('VmfsDatastoreAllExtentOption', { gibibytes, from: firstSector });

export const createOption = (lun: Lun, majorVersion: number): Data =>
  option(wholly(lun), {
    ...onWholeDisk(lun),
    _type: 'VmfsDatastoreCreateSpec',
    vmfs: { majorVersion, volumeName: '', blockSizeMb: 1, extent: { diskName: lun.name, partition: 1 } },
  });

export const extendOption = (lun: Lun): Data =>
  option(wholly(lun), {
    ...onWholeDisk(lun),
    _type: 'VmfsDatastoreExtendSpec',
    extent: [{ diskName: lun.name, partition: 1 }],
  });

export const expandOption = (disk: StoreDisk): Data =>
  option(
    info('VmfsDatastoreSingleExtentOption', {
      gibibytes: disk.gibibytes,
      from: lastSectorOf(disk.taken) + 1,
    }),
    {
      ...onWholeDisk(disk),
      _type: 'VmfsDatastoreExpandSpec',
      extent: { diskName: disk.name, partition: 1 },
    },
  );
