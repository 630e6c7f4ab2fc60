import type { Bytes } from '../bytes.ts';
import { isStored } from '../files/attic.ts';
import type { FileNode } from '../files/file-node.ts';
import type { MachineBase } from '../kernel/kernel.ts';

/** Whether a distribution put something at a path. */
export function baseHas({ root, devices, temporary }: MachineBase, path: Bytes): boolean {
  // Disks begin empty.
  if (isStored(path)) return false;
  const [first = '', ...rest] = path.split('/').filter((name) => name !== '');
  if (first === 'dev') return isIn(devices.root, rest);
  if (first === 'run' || first === 'tmp') return isIn(temporary.root, rest);
  return isIn(root.root, first === '' ? [] : [first, ...rest]);
}

function isIn(from: FileNode, names: readonly Bytes[]): boolean {
  let node: FileNode | null = from;
  for (const name of names) {
    node = node.children?.get(name) ?? null;
    if (node === null) return false;
  }
  return true;
}
