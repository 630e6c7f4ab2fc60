import type { Bytes } from '../../bytes.ts';
import { readBytes, replaceBytes } from '../../files/content.ts';
import { childOf } from '../../files/tree.ts';
import type { Caller } from '../../files/walk.ts';
import { find, rootOf } from '../../files/walk.ts';
import type { Place } from '../../files/file-node.ts';
import type { Kernel } from '../process.ts';
import { deviceAt, ownTree, rawFile, rawNode, syncDisks } from './disks.ts';
import { mountDevice, mountMade, mountMemory, mountPart } from './mounting.ts';

/** A kernel's mounts are in its memory: of one that runs on in another host they are read here. */
const listName = 'now';

type Kept = {
  readonly at: Bytes;
  readonly origin: Bytes;
  readonly type: string;
  readonly options: string;
  readonly memory: Bytes | null;
  readonly part: Bytes | null;
  readonly isPart: boolean;
};
type List = {
  readonly mounts: readonly Kept[];
  readonly swaps: Kernel['storage']['swaps'];
  readonly memories: number;
};

export function keepMounts(kernel: Kernel): void {
  const { sources } = kernel.space;
  const { builtIn, swaps, memories } = kernel.storage;
  const mounts = sources.slice(builtIn).map(({ at, origin, type, options, tree, part, top }): Kept => ({
    at,
    origin,
    type,
    options,
    memory: tree?.at.startsWith('//memory/') === true ? tree.at : null,
    part: part ?? null,
    isPart: top !== undefined,
  }));
  const list: List = { mounts, swaps, memories };
  if (mounts.length === 0 && swaps.length === 0 && rawNode(kernel, listName) === null) return;
  const file = rawFile(kernel, listName);
  if (file.ok) replaceBytes(ownTree(kernel), file.value, JSON.stringify(list));
}

/** Finds its disks, and mounts again what was mounted. */
export function bringDisks(kernel: Kernel): void {
  kernel.storage.builtIn = kernel.space.sources.length;
  if (kernel.view.disks().length > 1) syncDisks(kernel);
  if (kernel.space.attic === null) return;
  const node = rawNode(kernel, listName);
  if (node === null) return;
  const list = JSON.parse(readBytes(node, 0, node.size)) as List;
  for (const kept of list.mounts) bringBack(kernel, kept);
  const isThere = (key: string): boolean => kernel.storage.disks.some((disk) => disk.key === key);
  kernel.storage.swaps = list.swaps.filter(({ key }) => isThere(key));
  kernel.storage.memories = Math.max(kernel.storage.memories, list.memories);
}

function bringBack(kernel: Kernel, kept: Kept): void {
  const place = placeAt(kernel, kept.at);
  if (place === null) return;
  const options = kept.options.split(',');
  const wanted = { place, source: kept.origin, type: kept.type, options, isBack: true } as const;
  if (kept.isPart) bringPart(kernel, kept, place);
  else if (kept.memory !== null) mountMemory(kernel, wanted, { at: kept.memory });
  else if (kept.type === 'proc' || kept.type === 'sysfs') mountMade(kernel, wanted);
  else {
    const device = deviceAt(kernel, placeAt(kernel, kept.origin)?.node.special ?? null);
    if (device !== null) mountDevice(kernel, device, wanted);
  }
}

/** By its path inside of its file system, wherever that is mounted. */
function bringPart(kernel: Kernel, { origin, part, options }: Kept, place: Place): void {
  const source = kernel.space.sources.find((one) => one.origin === origin && one.top === undefined);
  if (source === undefined || source.tree === null) return;
  let node = source.tree.root;
  for (const name of (part ?? '').split('/').filter((one) => one !== '')) {
    const child = childOf(node, name);
    if (child === null) return;
    node = child;
  }
  const laid = mountPart(kernel, { source, node }, place);
  if (!laid.ok) return;
  laid.value.options = options;
  laid.value.isReadOnly = options.split(',').includes('ro');
}

function placeAt({ space }: Kernel, path: Bytes): Place | null {
  const who = { uid: 0, gid: 0, groups: [] };
  const caller: Caller = { asker: { who, pid: 0 }, from: rootOf(space), umask: 0 };
  const found = find(space, caller, { path, last: 'follow' });
  return found.ok ? found.value : null;
}
