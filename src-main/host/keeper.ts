import { takeSnapshot } from '../../sim/index.ts';
import type { Dispose } from './announcement.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';
import type { WallClock } from './clock-face.ts';

export type KeeperDeps = {
  readonly session: () => Session;
  readonly isQuiet: () => boolean;
  readonly wall: WallClock;
  readonly log: Log;
};

export type Keeper = { readonly keepNow: () => void; readonly close: Dispose };

/** A snapshot after so much story, but not more often than this: replaying a little is cheaper than writing much. */
const snapshotTicks = 600;
const snapshotRevisions = 500;
const leastMillis = 5000;
/** Beyond this nothing is replayed for long even at ×1000. */
const beatMillis = 1000;

/** Keeps recovery and rewind quick: heartbeats and snapshots. Nothing here is needed for durability. */
export function createKeeper(deps: KeeperDeps): Keeper {
  let last = markOf(deps);
  const keep = (isWanted: (session: Session) => boolean): void => {
    const session = deps.session();
    const { store, branch, world } = session;
    // Ahead of the log means a commit is due this turn; the next beat finds it done.
    if (!deps.isQuiet()) return;
    try {
      store.heartbeat(world.clock.tick);
      if (!isWanted(session)) return;
      store.saveSnapshot(branch, takeSnapshot(world));
      last = markOf(deps);
    } catch (error) {
      deps.log.warn('no snapshot could be kept', { error });
    }
  };
  const timer = setInterval(() => keep((session) => isDue(last, session, deps.wall.steady())), beatMillis);
  return { keepNow: () => keep(() => true), close: () => clearInterval(timer) };
}

type Mark = {
  readonly session: Session;
  readonly tick: number;
  readonly revision: number;
  readonly at: number;
};

const markOf = ({ session, wall }: KeeperDeps): Mark => {
  const current = session();
  return {
    session: current,
    tick: current.world.clock.tick,
    revision: current.world.revision,
    at: wall.steady(),
  };
};

function isDue(last: Mark, session: Session, now: number): boolean {
  if (now - last.at < leastMillis) return false;
  const { clock, revision } = session.world;
  if (last.session !== session) return true;
  return (
    Math.abs(clock.tick - last.tick) >= snapshotTicks ||
    Math.abs(revision - last.revision) >= snapshotRevisions
  );
}
