/** VMFS datastores grow: into what their disk has more than they, or onto another disk. */
import { dataListAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { does } from '../machine/doing.ts';
import type { Call, Method } from '../managed.ts';
import type { Datastore } from '../storage/datastore.ts';
import { extentsKey, extentsPaperOf, firstDiskOf } from '../storage/store-disks.ts';
import type { Host } from './host.ts';
import { writePaper } from './settings.ts';
import { diskData, lunAt, lunsOf, storesOf } from './storage-info.ts';
import type { Lun } from './storage-info.ts';
import { expandOption, extendOption, gibibytesUpTo, hasRoom } from './vmfs-options.ts';

/** One of the host's, on VMFS. */
function volumeAsked({ vc, args }: Call, host: Host): Answer<Datastore> {
  const ref = refAt(args, 'datastore');
  const store = storesOf(vc, host).find((each) => vc.refs.of(each).value === ref?.value);
  if (store === undefined) return faulted('NotFound', `${host.name} has no datastore ${ref?.value ?? ''}.`);
  return store.spec.type === 'vmfs'
    ? done(store)
    : invalidArgument('datastore', `${store.name} is no VMFS volume: it grows where it comes from.`);
}

const noDisk = (host: Host, name: string): Answer<never> =>
  faulted('NotFound', `${host.name} has no disk ${name}.`);

export function freeDisk({ vc }: Call, host: Host, name: string): Answer<Lun> {
  const lun = lunAt(vc, host, name);
  if (lun === undefined) return noDisk(host, name);
  if (lun.store === null) return done(lun);
  return faulted('ResourceInUse', `${lun.store.name} lies on ${name}.`, { type: 'HostScsiDisk', name });
}

const availableDisks: Method<Host> = (call, host) => {
  if (call.args.datastore !== undefined) {
    const store = volumeAsked(call, host);
    if (!store.ok) return store;
  }
  const free = lunsOf(call.vc, host).filter(({ store }) => store === null);
  return done(free.map(diskData));
};

const expandOptions: Method<Host> = (call, host) => {
  const store = volumeAsked(call, host);
  if (!store.ok) return store;
  const disk = firstDiskOf(call.vc, store.value);
  return done(hasRoom(disk) ? [expandOption(disk)] : []);
};

const extendOptions: Method<Host> = (call, host) => {
  const store = volumeAsked(call, host);
  if (!store.ok) return store;
  const path = textAt(call.args, 'devicePath') ?? '';
  const lun = lunAt(call.vc, host, path);
  if (lun === undefined) return noDisk(host, path);
  return done(lun.store === null ? [extendOption(lun)] : []);
};

const grown = (call: Call, { id, spec }: Datastore, more: number) =>
  does(call, { type: 'inventory.change', id, spec: { capacity: spec.capacity + more } });

const expand: Method<Host> = async (call, host) => {
  const store = volumeAsked(call, host);
  if (!store.ok) return store;
  const disk = firstDiskOf(call.vc, store.value);
  const name = textAt(call.args, 'spec.extent.diskName') ?? '';
  if (name !== disk.name)
    return faulted('NotFound', `${store.value.name} has no extent on ${name} that grows.`);
  if (!hasRoom(disk))
    return faulted('HostConfigFault', `${store.value.name} has all of ${name}: there is nothing to take.`);
  const number = numberAt(call.args, 'spec.extent.partition');
  const partition = dataListAt(call.args, 'spec.partition.partition').find(
    (each) => each.partition === number,
  );
  const end = partition === undefined ? undefined : numberAt(partition, 'endSector');
  const wanted = end === undefined ? 0 : gibibytesUpTo(end);
  if (wanted <= disk.taken || wanted > disk.gibibytes)
    return invalidArgument('spec.partition', `The partition has to end behind its end, and on ${name}.`);
  const did = await grown(call, store.value, wanted - disk.taken);
  return did.ok ? done(call.vc.refs.of(store.value)) : did;
};

const extend: Method<Host> = async (call, host) => {
  const store = volumeAsked(call, host);
  if (!store.ok) return store;
  const disks = new Map<string, number>();
  for (const extent of dataListAt(call.args, 'spec.extent')) {
    const lun = freeDisk(call, host, textAt(extent, 'diskName') ?? '');
    if (!lun.ok) return lun;
    disks.set(lun.value.name, lun.value.gibibytes);
  }
  if (disks.size === 0) return invalidArgument('spec.extent', 'It names no disk to take.');
  const more = [...disks].map(([name, gibibytes]) => ({ name, gibibytes }));
  const before = extentsPaperOf(call.vc, store.value);
  const did = await grown(
    call,
    store.value,
    [...disks.values()].reduce((sum, each) => sum + each),
  );
  if (!did.ok) return did;
  const kept = await writePaper(call, extentsKey(store.value), {
    ...before,
    more: [...(before.more ?? []), ...more],
  });
  return kept.ok ? done(call.vc.refs.of(store.value)) : kept;
};

export const vmfsGrowth: Readonly<Record<string, Method<Host>>> = {
  QueryAvailableDisksForVmfs: availableDisks,
  QueryVmfsDatastoreExpandOptions: expandOptions,
  QueryVmfsDatastoreExtendOptions: extendOptions,
  ExpandVmfsDatastore: expand,
  ExtendVmfsDatastore: extend,
};
