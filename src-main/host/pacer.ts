import type { Clock } from '../../sim/contract/clock.ts';
import type { WallClock } from './clock-face.ts';
import type { Log } from './log.ts';

export type PacerDeps = {
  readonly clock: () => Clock;
  /** One second of lab time, with everything it causes done when it resolves. */
  readonly step: () => void | Promise<void>;
  readonly wall: WallClock;
  readonly log: Log;
};

export type Pacer = {
  /** Lab seconds per wall second that were really achieved lately. */
  readonly pace: () => number;
  /** Wakes it at once after the clock was changed. */
  readonly nudge: () => void;
  /** Runs this while no step is under way, and none begins until it is done. */
  readonly hold: <T>(work: () => T | Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** Frames of at least this length, and at most this much work in each: requests must get their turn. */
const frameMillis = 50;
const workMillis = 25;

/** The only wall clock of the lab: turns real time into steps. */
export function createPacer(deps: PacerDeps): Pacer {
  const { wall } = deps;
  let open = true;
  let wake: () => void = () => {};
  let debt = 0;
  let ranBefore = false;
  let last = wall.steady();
  let gate: Promise<unknown> = Promise.resolve();
  const meter = createMeter(wall);

  const frame = async (): Promise<void> => {
    const clock = deps.clock();
    const now = wall.steady();
    // Time that passed while the lab stood still is not owed.
    debt = clock.running && ranBefore ? debt + (Math.max(0, now - last) / 1000) * clock.speed : 0;
    ranBefore = clock.running;
    last = now;
    const until = now + workMillis;
    while (open && isDue(deps.clock(), debt)) {
      await deps.step();
      meter.count();
      if (deps.clock().running) debt -= 1;
      if (wall.steady() >= until) break;
    }
    // What could not be done in time is forgotten, not caught up with: the pace shown says so.
    if (debt > clock.speed) debt = clock.speed;
  };

  const run = async (): Promise<void> => {
    while (open) {
      const going = gate.then(frame);
      gate = going.catch((error: unknown) => deps.log.error('a step failed', { error }));
      await gate;
      if (open) await rest(deps.clock());
    }
  };

  const rest = (clock: Clock): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, restMillis(clock, debt));
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  const running = run();
  return {
    pace: meter.pace,
    nudge: () => wake(),
    hold: (work) => {
      const held = gate.then(work);
      gate = held.catch(() => {});
      return held;
    },
    close: async () => {
      open = false;
      wake();
      await running;
    },
  };
}

const isDue = (clock: Clock, debt: number): boolean => (clock.running ? debt >= 1 : clock.owed > 0);

/** A paused lab costs nothing: it sleeps until it is nudged. */
function restMillis(clock: Clock, debt: number): number {
  if (!clock.running) return clock.owed > 0 ? 0 : 60_000;
  const untilNext = ((1 - Math.min(debt, 1)) * 1000) / clock.speed;
  return Math.max(clock.speed > 1 ? frameMillis : 1, untilNext);
}

function createMeter(wall: WallClock): { readonly count: () => void; readonly pace: () => number } {
  let since = wall.steady();
  let steps = 0;
  let shown = 0;
  const roll = (): void => {
    const now = wall.steady();
    if (now - since < 1000) return;
    shown = (steps * 1000) / (now - since);
    since = now;
    steps = 0;
  };
  return {
    count: () => {
      roll();
      steps += 1;
    },
    pace: () => {
      roll();
      return Math.round(shown * 10) / 10;
    },
  };
}
