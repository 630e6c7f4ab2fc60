import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LabId } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import type { HostOptions } from '../../host/options.ts';
import type { Progress } from '../../host/operations.ts';
import { openSession } from '../../host/session.ts';
import type { Session } from '../../host/session.ts';
import { foundLab } from './found-lab.ts';
import { freeLabId, hasLab, labFolder } from './folders.ts';
import type { LoadedLab } from './load-lab-file.ts';

export type NewLab = {
  readonly lab: LoadedLab;
  readonly name: string;
  readonly seed: string | null;
  readonly progress: Progress;
};

/** A lab is built in a folder of its own that gets its name only when it stands: a failure leaves nothing behind. */
export async function newSession(options: HostOptions, { lab, name, seed, progress }: NewLab): Promise<Result<Session>> {
  const id = freeLabId(options.dataDirectory, name);
  const site = join(options.dataDirectory, 'labs', `.building-${id}`);
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const opened = openSession({ id, directory: site, whenMissing: 'create', now: () => options.wall.now() as WallMillis });
  if (!opened.ok) return opened;
  const { wall, log } = options;
  const founded = await foundLab({ session: opened.value, lab, name, seed, wall, log: log.child('labs'), progress });
  opened.value.close();
  if (!founded.ok) {
    rmSync(site, { recursive: true, force: true });
    return founded;
  }
  renameSync(site, labFolder(options.dataDirectory, id));
  return openLab(options, id);
}

export function openLab(options: HostOptions, id: LabId): Result<Session> {
  if (!hasLab(options.dataDirectory, id)) return refused('not-found', `There is no lab ${id}`, { where: 'lab' });
  const directory = labFolder(options.dataDirectory, id);
  const opened = openSession({ id, directory, whenMissing: 'refuse', now: () => options.wall.now() as WallMillis });
  if (!opened.ok) return opened;
  if (opened.value.world.founded) return accepted(opened.value);
  opened.value.close();
  return refused('damaged-file', `The lab ${id} holds no world`, { where: directory });
}
