/** Which files a machine is made of: `layoutEx`, the older `layout`, and `storage`. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { diskPathOf, gibibyte, pathOf, takenBy, vmxOf } from './files.ts';
import type { Papered } from './files.ts';
import { paperOf } from './paper.ts';
import type { Vm } from './paper.ts';
import { snapshotRef } from './snapshot-tree.ts';

/** What the disk is that a small file describes; `taken` are bytes of its datastore. */
export type Described = { readonly kilobytes: number; readonly isThin: boolean; readonly taken: number };

type MachineFile = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly disk?: Described;
};

/** The small ones have the sizes that they usually have. */
function smallFiles(vc: Vc, { vm, paper }: Papered): readonly MachineFile[] {
  const vmx = vmxOf(vc, vm, paper);
  const stem = vmx.slice(0, -'.vmx'.length);
  const files: MachineFile[] = [
    { name: vmx, type: 'config', size: 2_742 + 120 * vm.spec.disks.length },
    { name: `${stem}.nvram`, type: 'nvram', size: 8_684 },
    { name: `${stem}.vmsd`, type: 'snapshotList', size: 43 + 400 * vm.spec.snapshots.length },
    { name: pathOf(vc, { vm, paper }, 'vmware.log'), type: 'log', size: 204_800 },
  ];
  if (vm.spec.power === 'suspended')
    files.push({ name: `${stem}.vmss`, type: 'suspend', size: vm.spec.memory * 1_048_576 });
  if (vm.spec.power === 'on' || vm.spec.power === 'paused') {
    const size = Math.max(0, vm.spec.memory - vm.spec.reserved.reservation) * 1_048_576;
    files.push({ name: `${stem}.vswp`, type: 'swap', size });
  }
  return files;
}

type KeyedFile = MachineFile & { readonly key: number };

export const filesOf = (vc: Vc, vm: Vm): readonly KeyedFile[] =>
  filesWith(vc, { vm, paper: paperOf(vc, vm.id) });

/** Also of one that nobody knows any more, by the paper that it left. */
export function filesWith(vc: Vc, papered: Papered): readonly KeyedFile[] {
  const { vm, paper } = papered;
  const stem = vmxOf(vc, vm, paper).slice(0, -'.vmx'.length);
  const files: MachineFile[] = [...smallFiles(vc, papered)];
  for (const disk of vm.spec.disks) {
    const path = diskPathOf(vc, { vm, paper }, disk);
    const taken = takenBy(disk);
    const described = { kilobytes: Math.round(disk.size * 1_048_576), isThin: disk.isThin, taken };
    files.push({ name: path, type: 'diskDescriptor', size: 498, disk: described });
    files.push({ name: path.replace(/\.vmdk$/, '-flat.vmdk'), type: 'diskExtent', size: taken });
  }
  for (const { id, size, withMemory } of vm.spec.snapshots) {
    files.push({ name: `${stem}-Snapshot${id}.vmsn`, type: 'snapshotData', size: 28_000 });
    if (withMemory)
      files.push({
        name: `${stem}-Snapshot${id}.vmem`,
        type: 'snapshotMemory',
        size: Math.round(size * gibibyte),
      });
  }
  const lost = new Set(paper.lost);
  return files.filter(({ name }) => !lost.has(name)).map((file, key) => ({ ...file, key }));
}

export function layoutExOf(vc: Vc, vm: Vm): Data {
  const paper = paperOf(vc, vm.id);
  const files = filesOf(vc, vm);
  const keyOf = (name: string): number => files.find((file) => file.name === name)?.key ?? -1;
  const disks = vm.spec.disks.map((disk) => {
    const path = diskPathOf(vc, { vm, paper }, disk);
    const fileKey = [keyOf(path), keyOf(path.replace(/\.vmdk$/, '-flat.vmdk'))];
    return { key: disk.key, chain: [{ fileKey }] };
  });
  const stem = vmxOf(vc, vm, paper).slice(0, -'.vmx'.length);
  return {
    _type: 'VirtualMachineFileLayoutEx',
    file: files.map(({ key, name, type, size }) => ({
      key,
      name,
      type,
      size,
      uniqueSize: size,
      accessible: true,
    })),
    disk: disks,
    snapshot: vm.spec.snapshots.map(({ id }) => ({
      key: snapshotRef(vc, vm, id),
      dataKey: keyOf(`${stem}-Snapshot${id}.vmsn`),
      memoryKey: keyOf(`${stem}-Snapshot${id}.vmem`),
      disk: disks,
    })),
    timestamp: isoOf(vc.now()),
  };
}

export function layoutOf(vc: Vc, vm: Vm): Data {
  const paper = paperOf(vc, vm.id);
  const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const of = (type: string): string | undefined => {
    const file = filesOf(vc, vm).find((each) => each.type === type);
    return file === undefined ? undefined : last(file.name);
  };
  return {
    _type: 'VirtualMachineFileLayout',
    configFile: ['config', 'nvram', 'snapshotList'].flatMap((type) => of(type) ?? []),
    logFile: ['vmware.log'],
    disk: vm.spec.disks.map((disk) => {
      const path = diskPathOf(vc, { vm, paper }, disk);
      return { key: disk.key, diskFile: [path, path.replace(/\.vmdk$/, '-flat.vmdk')] };
    }),
    snapshot: vm.spec.snapshots.map(({ id }) => ({
      key: snapshotRef(vc, vm, id),
      snapshotFile: [`${vmxOf(vc, vm, paper).slice(0, -'.vmx'.length)}-Snapshot${id}.vmsn`],
    })),
    swapFile: of('swap'),
  };
}

export function storageOf(vc: Vc, vm: Vm): Data {
  const usage = new Map<EntityId, { committed: number; uncommitted: number }>();
  for (const disk of vm.spec.disks) {
    if (disk.datastore === null) continue;
    const before = usage.get(disk.datastore) ?? { committed: 0, uncommitted: 0 };
    const committed = takenBy(disk);
    const open = Math.max(0, Math.round(disk.size * gibibyte) - committed);
    usage.set(disk.datastore, {
      committed: before.committed + committed,
      uncommitted: before.uncommitted + open,
    });
  }
  return {
    _type: 'VirtualMachineStorageInfo',
    perDatastoreUsage: [...usage].flatMap(([id, used]) => {
      const datastore: Ref | undefined = vc.refs.ofId(id);
      return datastore === undefined ? [] : [{ datastore, ...used, unshared: used.committed }];
    }),
    timestamp: isoOf(vc.now()),
  };
}
