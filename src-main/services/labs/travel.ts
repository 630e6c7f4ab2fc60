import type { BranchId } from '../../../sim/contract/ids.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Tick } from '../../../sim/contract/units.ts';
import type { Actor } from '../../../sim/contract/actors.ts';
import { worldAt } from '../../host/session.ts';
import type { DeskDeps } from './desk-deps.ts';

type Outcome = Promise<Result<Omit<DeskReceipt, 'operation'>>>;

const traveller: Actor = { origin: 'lab', name: 'rewind', role: 'admin' };

/** Back to a moment of this line. What came after stays on the old branch; from here on it is another story, paused. */
export async function rewindTo(deps: DeskDeps, tick: Tick): Outcome {
  const now = deps.session().world.clock.tick;
  if (tick > now)
    return refused('invalid-input', `The lab is at ${now} s; ${tick} s has not come yet`, {
      where: 'tick',
      hint: 'Rewind goes back only.',
    });
  return travel(deps, (session) => {
    const world = worldAt(session.store, session.branch, tick);
    const branch = session.store.fork({ tick, revision: world.revision });
    return { world, branch: branch.id };
  });
}

/** Onto another branch, at its end. */
export async function branchTo(deps: DeskDeps, wanted: BranchId): Outcome {
  const branch = deps
    .session()
    .store.branches()
    .find((one) => one.id === wanted);
  if (branch === undefined) return refused('not-found', `There is no ${wanted}`, { where: 'branch' });
  if (branch.id === deps.session().branch) return accepted({ branch: branch.id });
  return travel(deps, (session) => {
    const world = worldAt(session.store, branch.id, branch.headTick);
    session.store.setCurrent(branch.id);
    return { world, branch: branch.id };
  });
}

type Arrival = Pick<ReturnType<DeskDeps['session']>, 'world' | 'branch'>;

async function travel(deps: DeskDeps, go: (session: ReturnType<DeskDeps['session']>) => Arrival): Outcome {
  const session = deps.session();
  await deps.pacer.hold(async () => {
    while (!deps.door.isQuiet()) await deps.door.settled();
    deps.keeper.keepNow();
    session.history.flush();
    const { world, branch } = go(session);
    session.world = world;
    session.branch = branch;
    // Paused, so that nothing runs away before the traveller has looked around.
    await deps.door.execute({ type: 'clock.pause' }, traveller, null);
    await deps.put(session, 'branch');
  });
  return accepted({ lab: session.id, branch: session.branch, tick: session.world.clock.tick });
}
