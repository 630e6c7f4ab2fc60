import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { exportLab } from '../../../db/export-lab.ts';
import type { LabFacts } from '../../../db/export-lab.ts';
import { importLab } from '../../../db/import-lab.ts';
import { readManifest } from '../../../db/lab-file.ts';
import { freeLabId, placeOf } from '../../../db/labs-directory.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import { worldHash } from '../../../sim/index.ts';
import type { HostOptions } from '../../host/options.ts';
import type { Progress } from '../../host/operations.ts';
import { worldAt } from '../../host/session.ts';
import type { Session } from '../../host/session.ts';
import { openLab, renamed } from './sessions.ts';

export type ExportPlan = { readonly file: string | null; readonly progress: Progress };

export async function exportSession(
  options: HostOptions,
  session: Session,
  { file, progress }: ExportPlan,
): Promise<Result<Omit<DeskReceipt, 'operation'>>> {
  const target = file === null ? exportPath(options, session) : resolve(file);
  if (!target.endsWith('.coldaisle'))
    return refused('invalid-input', 'A lab’s file ends in .coldaisle', { where: 'file' });
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true)
    return refused('invalid-input', `${target} is a folder`, { where: 'file' });
  try {
    mkdirSync(dirname(target), { recursive: true });
  } catch (error) {
    return refused(
      'storage-failed',
      `${dirname(target)} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      { where: 'file' },
    );
  }
  session.history.flush();
  const done = await exportLab({
    store: session.store,
    history: session.history,
    file: target,
    manifest: () => factsOf(options, session),
    onProgress: progress,
  });
  return done.ok ? accepted({ lab: session.id, file: target }) : done;
}

/** What is true of the store at this very moment, whatever the clock does meanwhile. */
function factsOf(options: HostOptions, session: Session): LabFacts {
  session.store.heartbeat(session.world.clock.tick);
  const head = session.store.currentBranch();
  const world = worldAt(session.store, head.id, head.headTick);
  return {
    product: options.version,
    name: world.name,
    seed: world.seedText,
    tick: head.headTick,
    revision: world.revision,
    hash: worldHash(world),
    exportedAt: options.wall.now() as WallMillis,
  };
}

function exportPath(options: HostOptions, session: Session): string {
  const stamp = new Date(options.wall.now()).toISOString().slice(0, 19).replaceAll(':', '-');
  return join(options.dataDirectory, 'exports', `${session.id}-${stamp}.coldaisle`);
}

export type ImportPlan = { readonly file: string; readonly name: string | null; readonly progress: Progress };

/** Unpacks, opens, and believes it only when the world comes to the hash it left home with. */
export async function importToSession(
  options: HostOptions,
  { file, name, progress }: ImportPlan,
): Promise<Result<Session>> {
  if (!existsSync(file)) return refused('not-found', `There is no file ${file}`, { where: 'file' });
  const manifest = await readManifest(file);
  if (!manifest.ok) return manifest;
  const id = freeLabId(options.dataDirectory, name ?? manifest.value.lab.name);
  const { directory } = placeOf(options.dataDirectory, id);
  const unpacked = await importLab({ file, directory, onProgress: progress });
  if (!unpacked.ok) return unpacked;
  const session = openLab(options, id);
  const same = session.ok && worldHash(session.value.world) === manifest.value.head.hash;
  if (same) return name === null ? session : renamed(options, session.value, name);
  if (session.ok) session.value.close();
  rmSync(directory, { recursive: true, force: true });
  if (!session.ok) return session;
  return refused('damaged-file', `${basename(file)} does not come to the world it names`, {
    where: 'file',
    hint: 'It may have been made by another version of Coldaisle. Nothing was changed.',
  });
}

export type CopyPlan = { readonly name: string; readonly progress: Progress };

/** Save as: out to a file and in again under another name, so that both ways are one. */
export async function copyLab(
  options: HostOptions,
  session: Session,
  { name, progress }: CopyPlan,
): Promise<Result<Session>> {
  const file = join(options.dataDirectory, 'exports', `.copy-${session.id}.coldaisle`);
  const out = await exportSession(options, session, { file, progress: (part) => progress(part / 2) });
  if (!out.ok) return out;
  const copy = await importToSession(options, { file, name, progress: (part) => progress(0.5 + part / 2) });
  rmSync(file, { force: true });
  return copy;
}
