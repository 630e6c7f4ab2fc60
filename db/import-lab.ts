import { existsSync, rmSync } from 'node:fs';
import { rename, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import { accepted, refused, type Result } from '../sim/contract/result.ts';
import type { WallMillis } from '../sim/contract/units.ts';
import { withLabFile, type Manifest, type OpenedLabFile } from './lab-file.ts';
import { openHistory } from './open-history.ts';
import { openLabStore } from './open-lab-store.ts';
import { makeWorkFolder } from './work-folder.ts';
import type { ZipMember } from './zip-format.ts';
import { damagedMember, extractTo } from './zip-reader.ts';

export type Import = {
  readonly file: string;
  /** The lab's own folder; it must not be there yet. */
  readonly directory: string;
  /** Hears 0 … 1. */
  readonly onProgress: (part: number) => void;
};

/** Room that must be left on the disk beside the lab. */
const spare = 64 * 1024 * 1024;

/** Unpacks into a folder beside, checks everything there, and gives it its name last. A refusal leaves nothing. */
export async function importLab(plan: Import): Promise<Result<Manifest>> {
  if (existsSync(plan.directory))
    return refused('name-taken', `There is a lab in ${basename(plan.directory)} already.`);
  return withLabFile(plan.file, async (handle, opened) => {
    const folder = makeWorkFolder(dirname(plan.directory), 'import');
    try {
      const room = await demandRoom(folder, opened);
      if (!room.ok) return room;
      const unpacked = await unpack({ ...plan, handle, opened, folder });
      const checked = unpacked.ok ? check(folder, opened.manifest) : unpacked;
      if (!checked.ok) return checked;
      await rename(folder, plan.directory);
      plan.onProgress(1);
      return accepted(opened.manifest);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function demandRoom(folder: string, { members }: OpenedLabFile): Promise<Result<null>> {
  const needed = members.reduce((sum, { size }) => sum + size, spare);
  const { bavail, bsize } = await statfs(folder);
  if (needed <= bavail * bsize) return accepted(null);
  return refused(
    'storage-failed',
    `The lab needs ${Math.ceil(needed / 1e6)} MB; the disk has not so much left.`,
  );
}

type Unpacking = Import & {
  readonly handle: FileHandle;
  readonly opened: OpenedLabFile;
  readonly folder: string;
};

async function unpack({ handle, opened, folder, onProgress }: Unpacking): Promise<Result<null>> {
  const total = opened.members.reduce((sum, { size }) => sum + size, 1);
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    onProgress((0.9 * done) / total);
  };
  for (const { name, bytes, sha256, packedSha256 } of opened.manifest.members) {
    const member: ZipMember | undefined = opened.members.find((each) => each.name === name);
    if (member === undefined || member.size !== bytes)
      return damagedMember(name, 'is not what the manifest says');
    const hashes = await extractTo({ handle, member, onBytes }, join(folder, name));
    if (!hashes.ok) return hashes;
    const isSame = hashes.value.sha256 === sha256 && hashes.value.packedSha256 === packedSha256;
    if (!isSame) return damagedMember(name, 'does not match its SHA-256');
  }
  return accepted(null);
}

/** Opens both databases as the host would: format, structure, and the log up to its head. */
function check(folder: string, manifest: Manifest): Result<null> {
  const history = openHistory(join(folder, 'history.db'), { whenMissing: 'refuse' });
  if (!history.ok) return history;
  history.value.close();
  const store = openLabStore(join(folder, 'world.db'), {
    whenMissing: 'refuse',
    now: () => manifest.exportedAt satisfies WallMillis,
  });
  if (!store.ok) return store;
  const { id, headTick, headRevision } = store.value.currentBranch();
  store.value.close();
  const { head } = manifest;
  const isSame = id === head.branch && headTick === head.tick && headRevision === head.revision;
  return isSame ? accepted(null) : damagedMember('world.db', 'does not end where the manifest says');
}
