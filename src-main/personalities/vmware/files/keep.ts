/** A file comes to a datastore, or goes: its paper, and the room that it takes. */
import type { Caller, Vc } from '../vc.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import { accepted, refused } from '../../../../sim/contract/result.ts';
import { disksWith } from '../objects/machine/standalone-disks.ts';
import type { StandaloneDisk } from '../objects/machine/standalone-disks.ts';
import { freeOf } from '../objects/storage/datastore-info.ts';
import { filesOn, filesWith } from './stored.ts';
import type { Store, StoredFile } from './stored.ts';

const gibibyte = 1_073_741_824;

export type Change = {
  readonly store: Store;
  readonly path: string;
  readonly file: StoredFile | null;
  /** What it is to machines, where it is a virtual disk. */
  readonly disk?: StandaloneDisk | null;
};

/** Where the datastore is a directory of this machine. */
async function follow({ storeFolders }: Vc, { store, path, file }: Change): Promise<void> {
  if (file === null) await storeFolders?.remove(store, path);
  else if (file.sha !== undefined) await storeFolders?.put(store, path, file.sha);
}

export async function keepFile(vc: Vc, caller: Caller | null, change: Change): Promise<Result<null>> {
  const { store, path, file, disk } = change;
  const before = filesOn(vc, store)[path]?.size ?? 0;
  const more = (file?.size ?? 0) - before;
  if (more > freeOf(vc, store)) return refused('over-capacity', `There is no room for it on ${store.name}`);
  const items = [filesWith(vc, store, { [path]: file })];
  const did = await vc.papers.write(
    disk === undefined ? items : [...items, disksWith(vc, store.id, { path, disk })],
    caller,
  );
  if (!did.ok) return did;
  await follow(vc, change);
  const otherUse = Math.max(0, store.spec.otherUse + more / gibibyte);
  const counted = await vc.execute({ type: 'inventory.change', id: store.id, spec: { otherUse } }, caller);
  return counted.ok ? accepted(null) : counted;
}
