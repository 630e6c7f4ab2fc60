/** `VirtualDiskManager`: disks that no machine holds. */
import { flagAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { diskFileOf } from '../machine/files.ts';
import { paperOf } from '../machine/paper.ts';
import { disksWith, standaloneDisks } from '../machine/standalone-disks.ts';
import type { StandaloneDisk } from '../machine/standalone-disks.ts';
import { derivedUuid } from '../machine/uuid.ts';
import { copyFiles, fileExists, fileNotFound, moveFiles, removeFiles } from './file-changes.ts';
import { isBase } from './disk-bases.ts';
import { placeAsked, task } from './file-desk.ts';
import { entriesOn } from './store-files.ts';
import type { Place } from './store-files.ts';

const nameOf = ({ store, path }: Place): string => `[${store.name}] ${path}`;

type Found = { readonly place: Place; readonly disk: StandaloneDisk; readonly isLoose: boolean };

function diskAsked(call: Call): Answer<Found> {
  const asked = placeAsked(call, 'name', 'datacenter');
  if (!asked.ok) return asked;
  const place = asked.value;
  const loose = standaloneDisks(call.vc, place.store.id)[place.path];
  if (loose !== undefined) return done({ place, disk: loose, isLoose: true });
  for (const vm of call.vc.members().ofDatastore(place.store.id)) {
    const paper = paperOf(call.vc, vm.id);
    const disk = vm.spec.disks.find(
      (each) => each.datastore === place.store.id && diskFileOf(vm, each, paper) === place.path,
    );
    if (disk !== undefined)
      return done({
        place,
        disk: { kilobytes: Math.round(disk.size * 1_048_576), isThin: disk.isThin },
        isLoose: false,
      });
  }
  return fileNotFound(nameOf(place));
}

async function keep(call: Call, { store, path }: Place, disk: StandaloneDisk): Promise<Answer> {
  const written = await call.vc.papers.write([disksWith(call.vc, store.id, { path, disk })], call.caller);
  return written.ok ? done(undefined) : refusedBy(written.refusal);
}

const typeOf = ({ isThin, isEager }: StandaloneDisk): string =>
  isThin ? 'thin' : isEager === true ? 'eagerZeroedThick' : 'preallocated';

const uuidFor = ({ store, path }: Place): string => derivedUuid(`${store.id}/${path}`);

const create: Method<null> = (call) => {
  const asked = placeAsked(call, 'name', 'datacenter');
  if (!asked.ok) return asked;
  const place = asked.value;
  const kilobytes = numberAt(call.args, 'spec.capacityKb') ?? 0;
  if (kilobytes < 1) return invalidArgument('spec.capacityKb', 'A disk has at least one kilobyte.');
  return task(call, 'VirtualDiskManager.createVirtualDisk', async () => {
    const entries = entriesOn(call.vc, place.store);
    if (entries.has(place.path)) return fileExists(nameOf(place));
    const above = place.path.slice(0, Math.max(0, place.path.lastIndexOf('/')));
    if (above !== '' && entries.get(above)?.is !== 'folder')
      return fileNotFound(nameOf({ ...place, path: above }));
    return keep(call, place, {
      kilobytes,
      isThin: textAt(call.args, 'spec.diskType') === 'thin',
      isEager: textAt(call.args, 'spec.diskType') === 'eagerZeroedThick',
      uuid: uuidFor(place),
      adapter: textAt(call.args, 'spec.adapterType') ?? 'lsiLogic',
    });
  });
};

const remove: Method<null> = (call) => {
  const asked = placeAsked(call, 'name', 'datacenter');
  if (!asked.ok) return asked;
  const { store, path } = asked.value;
  return task(call, 'VirtualDiskManager.deleteVirtualDisk', async () => {
    const file = nameOf(asked.value);
    if (isBase(call.vc, asked.value) && standaloneDisks(call.vc, store.id)[path]?.isDeletable !== true)
      return faulted('CannotDeleteFile', `Cannot delete file ${file}: the disk of a machine stands on it.`, {
        file,
      });
    return removeFiles(call, asked.value);
  });
};

const pair =
  (descriptionId: string, how: typeof copyFiles): Method<null> =>
  (call) => {
    const from = placeAsked(call, 'sourceName', 'sourceDatacenter');
    if (!from.ok) return from;
    const to = placeAsked(
      call,
      'destName',
      refAt(call.args, 'destDatacenter') === undefined ? 'sourceDatacenter' : 'destDatacenter',
    );
    if (!to.ok) return to;
    const force = flagAt(call.args, 'force') === true;
    return task(call, descriptionId, () => how(call, { from: from.value, to: to.value, force }));
  };

/** What changes a disk that nobody holds; a machine's is changed by the machine. */
const change =
  (descriptionId: string, to: (call: Call, disk: StandaloneDisk) => Answer<StandaloneDisk>): Method<null> =>
  (call) => {
    const found = diskAsked(call);
    if (!found.ok) return found;
    const { place, disk, isLoose } = found.value;
    if (!isLoose)
      return faulted('FileLocked', `${nameOf(place)} belongs to a machine.`, { file: nameOf(place) });
    return task(call, descriptionId, async () => {
      const after = to(call, disk);
      return after.ok ? keep(call, place, after.value) : after;
    });
  };

const extend = change('VirtualDiskManager.extendVirtualDisk', (call, disk) => {
  const kilobytes = numberAt(call.args, 'newCapacityKb') ?? 0;
  return kilobytes < disk.kilobytes
    ? invalidArgument('newCapacityKb', `The disk has ${disk.kilobytes} KB: it can only grow.`)
    : done({ ...disk, kilobytes });
});

const setUuid: Method<null> = (call) => {
  const found = diskAsked(call);
  if (!found.ok) return found;
  const { place, disk, isLoose } = found.value;
  if (!isLoose)
    return faulted('FileLocked', `${nameOf(place)} belongs to a machine.`, { file: nameOf(place) });
  return keep(call, place, { ...disk, uuid: textAt(call.args, 'uuid') ?? '' });
};

/** As disks of their size have it: 255 heads, 63 sectors. */
const geometry: Method<null> = (call) => {
  const found = diskAsked(call);
  if (!found.ok) return found;
  return done({
    _type: 'HostDiskDimensionsChs',
    cylinder: Math.max(1, Math.floor((found.value.disk.kilobytes * 2) / (255 * 63))),
    head: 255,
    sector: 63,
  });
};

const info: Method<null> = (call) => {
  const found = diskAsked(call);
  if (!found.ok) return found;
  const { place, disk } = found.value;
  const item = {
    _type: 'VirtualDiskInfo',
    unit: { name: nameOf(place) },
    diskType: typeOf(disk),
  };
  return call.vc.tasks.run(call, {
    name: call.method,
    descriptionId: 'VirtualDiskManager.queryVirtualDiskInfo',
    entity: null,
    entityName: '',
    work: async () => done({ result: { _type: 'ArrayOfVirtualDiskInfo', items: [item] } }),
  });
};

export const diskManager = (): AnyManaged =>
  service('VirtualDiskManager', {
    methods: {
      CreateVirtualDisk_Task: create,
      DeleteVirtualDisk_Task: remove,
      CopyVirtualDisk_Task: pair('VirtualDiskManager.copyVirtualDisk', copyFiles),
      MoveVirtualDisk_Task: pair('VirtualDiskManager.moveVirtualDisk', moveFiles),
      ExtendVirtualDisk_Task: extend,
      InflateVirtualDisk_Task: change('VirtualDiskManager.inflateVirtualDisk', (_, disk) =>
        done({ ...disk, isThin: false, isEager: true }),
      ),
      EagerZeroVirtualDisk_Task: change('VirtualDiskManager.eagerZeroVirtualDisk', (_, disk) =>
        done({ ...disk, isThin: false, isEager: true }),
      ),
      ShrinkVirtualDisk_Task: change('VirtualDiskManager.shrinkVirtualDisk', (_, disk) =>
        done({ ...disk, isThin: true, isEager: false }),
      ),
      QueryVirtualDiskUuid: (call) => {
        const found = diskAsked(call);
        return found.ok ? done(found.value.disk.uuid ?? uuidFor(found.value.place)) : found;
      },
      SetVirtualDiskUuid: setUuid,
      QueryVirtualDiskGeometry: geometry,
      QueryVirtualDiskInfo_Task: info,
    },
  });
