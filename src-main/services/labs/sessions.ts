import { freeLabId, placeOf } from '../../../db/labs-directory.ts';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../../sim/contract/actors.ts';
import type { LabId } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import { createDoor } from '../../host/door.ts';
import type { HostOptions } from '../../host/options.ts';
import type { Progress } from '../../host/operations.ts';
import { openSession } from '../../host/session.ts';
import type { Session } from '../../host/session.ts';
import { foundLab } from './found-lab.ts';
import { hasLab } from './folders.ts';
import type { LoadedLab } from './load-lab-file.ts';
import { keepCard, markDamage } from './shelf.ts';

export type NewLab = {
  readonly lab: LoadedLab;
  readonly name: string;
  readonly seed: string | null;
  readonly progress: Progress;
};

/** A lab is built in a folder of its own that gets its name only when it stands: a failure leaves nothing behind. */
export async function newSession(
  options: HostOptions,
  { lab, name, seed, progress }: NewLab,
): Promise<Result<Session>> {
  const id = freeLabId(options.dataDirectory, name);
  const site = join(options.dataDirectory, 'labs', `.building-${id}`);
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const opened = openSession({
    id,
    directory: site,
    whenMissing: 'create',
    now: () => options.wall.now() as WallMillis,
    log: options.log,
  });
  if (!opened.ok) return opened;
  const { wall, log } = options;
  const founded = await foundLab({
    session: opened.value,
    lab,
    name,
    seed,
    wall,
    log: log.child('labs'),
    progress,
  });
  opened.value.close();
  if (!founded.ok) {
    rmSync(site, { recursive: true, force: true });
    return founded;
  }
  renameSync(site, placeOf(options.dataDirectory, id).directory);
  return openLab(options, id);
}

export function openLab(options: HostOptions, id: LabId): Result<Session> {
  if (!hasLab(options.dataDirectory, id))
    return refused('not-found', `There is no lab ${id}`, { where: 'lab' });
  const { directory } = placeOf(options.dataDirectory, id);
  const opened = openSession({
    id,
    directory,
    whenMissing: 'refuse',
    now: () => options.wall.now() as WallMillis,
    log: options.log,
  });
  if (!opened.ok) {
    if (opened.refusal.code !== 'damaged-file') return opened;
    markDamage(options, id, opened.refusal.message);
    const hint = `Repair it: what can be read becomes a lab again, the damaged files are kept aside (dvm lab repair ${id}).`;
    return { ok: false, refusal: { ...opened.refusal, hint } };
  }
  if (opened.value.world.founded) {
    keepCard(options, opened.value);
    return accepted(opened.value);
  }
  opened.value.close();
  return refused('damaged-file', `The lab ${id} holds no world`, { where: directory });
}

const namer: Actor = { origin: 'lab', name: 'desk', role: 'admin' };

/** A copy gets its name by a command of its own story. */
export async function renamed(
  options: HostOptions,
  session: Session,
  name: string,
): Promise<Result<Session>> {
  const { wall, log } = options;
  const door = createDoor({ bench: () => session, announce: () => {}, rebuild: () => {}, wall, log });
  const done = await door.execute({ type: 'lab.rename', name }, namer, null);
  if (!done.ok) {
    session.close();
    return done;
  }
  keepCard(options, session);
  return accepted(session);
}
