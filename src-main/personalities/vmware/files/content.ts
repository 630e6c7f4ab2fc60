/** What is read of a file on a datastore: what people put there, or what a machine's files would say. */
import { directoryOf, homeOf } from '../objects/machine/files.ts';
import type { Papered } from '../objects/machine/files.ts';
import { filesOf } from '../objects/machine/layout.ts';
import { devicesOf } from '../objects/machine/devices.ts';
import { standaloneDisks } from '../objects/machine/standalone-disks.ts';
import type { StandaloneDisk } from '../objects/machine/standalone-disks.ts';
import { isBase } from '../objects/storage/disk-bases.ts';
import { leftBy, strayFilesOn } from '../objects/storage/strays.ts';
import { paperOf } from '../objects/machine/paper.ts';
import type { Vm } from '../objects/machine/paper.ts';
import { textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Vc } from '../vc.ts';
import { inOneChunk } from './blobs.ts';
import type { Blobs, Chunks } from './blobs.ts';
import { filesOn } from './stored.ts';
import type { Store } from './stored.ts';
import { spaced } from './vmx-devices.ts';
import { vmxText } from './vmx-text.ts';

export type Content = {
  readonly size: number;
  readonly at: number;
  /** null: its contents are not kept on this machine. */
  readonly read: (start: number, end: number) => Promise<Chunks | null>;
};

export function contentOf(
  vc: Vc,
  blobs: Blobs,
  { store, path }: { store: Store; path: string },
): Content | null {
  const file = filesOn(vc, store)[path];
  if (file !== undefined) {
    const { sha, size, at } = file;
    const { storeFolders } = vc;
    if (file.isReal === true && storeFolders !== undefined)
      return { size, at, read: async (start, end) => storeFolders.read(store, path, { start, end }) };
    return {
      size,
      at,
      read: async (start, end) => (sha === undefined ? zeros(end - start) : blobs.read(sha, start, end)),
    };
  }
  const disk = standaloneDisks(vc, store.id)[path];
  if (disk !== undefined) return written(vc, looseDescriptor(vc, { store, path }, disk));
  const owner = ownerOf(vc, store, path);
  return owner === null ? null : machineContent(vc, owner);
}

function written(vc: Vc, text: string): Content {
  const bytes = Buffer.from(text);
  return {
    size: bytes.length,
    at: vc.now(),
    read: async (start, end) => inOneChunk(bytes.subarray(start, end)),
  };
}

/** As it is read of a disk that no machine holds; one that others stand on is not deleted by mistake. */
const looseDescriptor = (vc: Vc, place: { store: Store; path: string }, disk: StandaloneDisk): string =>
  descriptorText({
    sectors: disk.kilobytes * 2,
    file: place.path.split('/').at(-1) ?? '',
    uuid: disk.uuid ?? '',
    more: [
      ...(disk.isThin ? ['ddb.thinProvisioned = "1"'] : []),
      ...(isBase(vc, place) && disk.isDeletable !== true ? ['ddb.deletable = "false"'] : []),
    ],
  });

type Owned = Papered & { readonly type: string; readonly size: number; readonly name: string };

/** The machine that a file is of, or was before it was unregistered. */
export function ownerOf(vc: Vc, store: Store, path: string): Owned | null {
  const name = `[${store.name}] ${path}`;
  const near = new Set([...vc.members().ofDatastore(store.id), ...homeless(vc, store)]);
  for (const vm of near) {
    const file = filesOf(vc, vm).find((each) => each.name === name);
    if (file !== undefined) return { vm, paper: paperOf(vc, vm.id), type: file.type, size: file.size, name };
  }
  const left = strayFilesOn(vc, store).find((file) => file.path === path);
  return left === undefined ? null : { ...leftBy(vc, left.stray), type: left.type, size: left.size, name };
}

/** Machines without a disk there may have their small files on it. */
const homeless = (vc: Vc, store: Store): readonly Vm[] =>
  vc
    .world()
    .inventory.ofKind('vm')
    .filter((vm) => vm.spec.disks.length === 0 && homeOf(vc, vm, paperOf(vc, vm.id))?.id === store.id);

function machineContent(vc: Vc, owned: Owned): Content {
  const { size } = owned;
  const at = vc.now();
  const text = textOf(vc, owned);
  if (text === null) return { size, at, read: async (start, end) => zeros(end - start) };
  return written(vc, text);
}

/** Blocks of a disk are not simulated: nobody wrote them. */
async function* zeros(length: number): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(Math.min(length, 65_536));
  for (let left = length; left > 0; left -= block.length)
    yield left < block.length ? block.subarray(0, left) : block;
}

function textOf(vc: Vc, { vm, paper, type, name }: Owned): string | null {
  switch (type) {
    case 'config':
      return vmxText(vc, { vm, paper });
    case 'diskDescriptor':
      return descriptorOf(vc, { vm, paper }, name);
    case 'snapshotList':
      return snapshotList(vm);
    case 'log':
      return `${isoOf(vm.spec.startedAt ?? paper.created ?? 0)} In(05) vmx ${vm.name} on ${vc.about.version}\n`;
    default:
      return null;
  }
}

function descriptorOf(vc: Vc, { vm, paper }: Papered, name: string): string {
  const device = devicesOf(vc, vm, paper).find((each) => textAt(each, 'backing.fileName') === name);
  const sectors = Math.round(Number(device?.capacityInKB ?? 0) * 2);
  const file = name.split('/').at(-1) ?? `${directoryOf(vm, paper)}.vmdk`;
  return descriptorText({ sectors, file, uuid: textAt(device, 'backing.uuid') ?? '', more: [] });
}

type Described = {
  readonly sectors: number;
  readonly file: string;
  readonly uuid: string;
  readonly more: readonly string[];
};

const descriptorText = ({ sectors, file, uuid, more }: Described): string =>
  [
    '# Disk DescriptorFile',
    'version=1',
    'encoding="UTF-8"',
    'CID=fffffffe',
    'parentCID=ffffffff',
    'createType="vmfs"',
    '',
    '# Extent description',
    `RW ${sectors} VMFS "${file.replace(/\.vmdk$/, '-flat.vmdk')}"`,
    '',
    '# The Disk Data Base',
    '#DDB',
    '',
    'ddb.adapterType = "lsilogic"',
    `ddb.geometry.cylinders = "${Math.floor(sectors / (255 * 63))}"`,
    'ddb.geometry.heads = "255"',
    'ddb.geometry.sectors = "63"',
    `ddb.uuid = "${spaced(uuid)}"`,
    'ddb.virtualHWVersion = "19"',
    ...more,
    '',
  ].join('\n');

function snapshotList({ spec }: Vm): string {
  const lines = spec.snapshots.flatMap(({ id, name, description }, at) => [
    `snapshot${at}.uid = "${id}"`,
    `snapshot${at}.displayName = "${name}"`,
    `snapshot${at}.description = "${description}"`,
  ]);
  const head = ['.encoding = "UTF-8"', `snapshot.numSnapshots = "${spec.snapshots.length}"`];
  return `${[...head, ...lines].join('\n')}\n`;
}
