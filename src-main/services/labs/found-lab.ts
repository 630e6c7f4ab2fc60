import type { Actor } from '../../../sim/contract/actors.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { accepted } from '../../../sim/contract/result.ts';
import { planLab, takeSnapshot } from '../../../sim/index.ts';
import type { WallClock } from '../../host/clock-face.ts';
import { createDoor } from '../../host/door.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';
import type { Progress } from '../../host/operations.ts';
import type { LoadedLab } from './load-lab-file.ts';

export type FoundOptions = {
  readonly session: Session;
  readonly lab: LoadedLab;
  readonly name: string;
  readonly seed: string | null;
  readonly wall: WallClock;
  readonly log: Log;
  readonly progress: Progress;
};

const builder: Actor = { origin: 'lab', name: 'lab file', role: 'admin' };

/** Builds a lab file's world by commands through a door of its own: nobody else knocks until it stands. */
export async function foundLab(options: FoundOptions): Promise<Result<null>> {
  const { session, lab } = options;
  const file =
    options.seed === null ? lab.file : { ...lab.file, spec: { ...lab.file.spec, seed: options.seed } };
  const plan = planLab(file, { name: options.name, epoch: Date.parse(file.spec.start) });
  if (!plan.ok) return { ok: false, refusal: lab.locate(plan.refusal) };
  const door = createDoor({
    bench: () => session,
    announce: () => {},
    rebuild: () => {},
    wall: options.wall,
    log: options.log,
  });
  const commands = [...plan.value, { type: 'clock.resume' }];
  for (const [at, command] of commands.entries()) {
    const done = await door.execute(command, builder, null);
    if (!done.ok) return { ok: false, refusal: lab.locate(done.refusal) };
    options.progress((at + 1) / commands.length);
  }
  session.store.saveSnapshot(session.branch, takeSnapshot(session.world));
  return accepted(null);
}
