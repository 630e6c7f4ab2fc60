/** What has figures of its own inside of a machine or a host, by the names that vSphere gives its instances. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import { driveSlot } from '../files/vmx-devices.ts';
import { threadsOf } from '../objects/host/hardware.ts';
import { nicsOf } from '../objects/host/network-paper.ts';
import { storesOf } from '../objects/host/storage-info.ts';
import { devicesOf } from '../objects/machine/devices.ts';
import { paperOf } from '../objects/machine/paper.ts';
import { firstDiskOf } from '../objects/storage/store-disks.ts';
import type { Vc } from '../vc.ts';
import type { Inside } from './counters.table.ts';
import { diskShareOn } from './subject.ts';
import type { Subject } from './subject.ts';

type Store = EntityOf<'datastore'>;

/** In order. Of what is shared out evenly, each tells how much is its and that of all before it. */
export type Part = { readonly instance: string } & (
  | { readonly upTo: number }
  /** What its machines did there. */
  | { readonly there: Subject }
);

export function partsOf(vc: Vc, subject: Subject, inside: Inside): readonly Part[] {
  const [vm] = subject.machines;
  const [host] = subject.hosts;
  if (subject.is === 'machine' && vm !== undefined) return partsOfMachine(vc, { subject, vm }, inside);
  if (subject.is === 'host' && host !== undefined) return partsOfHost(vc, { subject, host }, inside);
  return [];
}

/** The world tells of a machine as a whole: which of its CPUs, cards and drives it was, it does not know. */
const evenly = (instances: readonly string[]): readonly Part[] =>
  instances.map((instance, at) => ({ instance, upTo: (at + 1) / instances.length }));

const counted = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => String(at));

type OfMachine = { readonly subject: Subject; readonly vm: EntityOf<'vm'> };

function partsOfMachine(vc: Vc, { subject, vm }: OfMachine, inside: Inside): readonly Part[] {
  switch (inside) {
    case 'cpu':
      return evenly(counted(vm.spec.cpus));
    case 'card':
      return evenly(vm.spec.nics.map(({ key }) => String(key)));
    case 'drive':
      return evenly(drivesOf(vc, vm));
    case 'store':
    case 'lun':
      return inStores(subject, storesUnder(vc, [vm]), namedFor(vc, inside));
    default:
      return inside satisfies never;
  }
}

function drivesOf(vc: Vc, vm: EntityOf<'vm'>): readonly string[] {
  const devices = devicesOf(vc, vm, paperOf(vc, vm.id));
  return devices
    .filter(({ _type }) => _type === 'VirtualDisk')
    .flatMap((disk) => driveSlot(devices, disk) ?? []);
}

type OfHost = { readonly subject: Subject; readonly host: EntityOf<'host'> };

function partsOfHost(vc: Vc, { subject, host }: OfHost, inside: Inside): readonly Part[] {
  switch (inside) {
    case 'cpu':
      return evenly(counted(threadsOf(vc, host)));
    case 'card':
      return evenly(nicsOf(vc, host).map(({ device }) => device));
    case 'drive':
      return [];
    case 'store':
    case 'lun': {
      const mounted = storesOf(vc, host);
      const others = storesUnder(vc, subject.machines).filter((store) => !mounted.includes(store));
      return inStores(subject, [...mounted, ...others], namedFor(vc, inside));
    }
    default:
      return inside satisfies never;
  }
}

function storesUnder(vc: Vc, machines: Subject['machines']): readonly Store[] {
  const ids = new Set(machines.flatMap(({ spec }) => spec.disks.flatMap((disk) => disk.datastore ?? [])));
  return [...ids].flatMap((id) => {
    const store = vc.world().inventory.get(id);
    return store?.kind === 'datastore' ? [store] : [];
  });
}

type Named = (store: Store) => string;

const namedFor =
  (vc: Vc, inside: 'store' | 'lun'): Named =>
  (store) =>
    inside === 'lun' ? firstDiskOf(vc, store).name : (store.aliases.uuid ?? store.id);

const inStores = (subject: Subject, stores: readonly Store[], named: Named): readonly Part[] =>
  stores.map((store) => ({
    instance: named(store),
    there: { ...subject, diskShare: diskShareOn(store.id) },
  }));
