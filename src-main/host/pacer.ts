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
  let open = true;
  let gate: Promise<unknown> = Promise.resolve();
  const meter = createMeter(deps.wall);
  const debt = createDebt(deps);
  const nap = createNap();

  const frame = async (): Promise<void> => {
    const until = debt.grow() + workMillis;
    while (open && debt.isDue()) {
      await deps.step();
      meter.count();
      debt.pay();
      if (deps.wall.steady() >= until) break;
    }
    debt.forgive();
  };
  const run = async (): Promise<void> => {
    while (open) {
      gate = gate.then(frame).catch((error: unknown) => deps.log.error('a step failed', { error }));
      await gate;
      if (open) await nap.sleep(debt.restMillis());
    }
  };

  const running = run();
  return {
    pace: meter.pace,
    nudge: nap.wake,
    hold: (work) => {
      const held = gate.then(work);
      gate = held.catch(() => {});
      return held;
    },
    close: async () => {
      open = false;
      nap.wake();
      await running;
    },
  };
}

/** Steps that real time has earned and the lab has not yet taken. */
function createDebt({ clock, wall }: PacerDeps) {
  let steps = 0;
  let ranBefore = false;
  let last = wall.steady();
  return {
    /** Returns now. Time that passed while the lab stood still is not owed. */
    grow: (): number => {
      const { running, speed } = clock();
      const now = wall.steady();
      steps = running && ranBefore ? steps + (Math.max(0, now - last) / 1000) * speed : 0;
      ranBefore = running;
      last = now;
      return now;
    },
    /** A lab's first second is taken at once: before it, no sensor has anything to say. */
    isDue: (): boolean => (clock().running ? steps >= 1 || clock().tick === 0 : clock().owed > 0),
    pay: (): void => {
      if (clock().running) steps = Math.max(0, steps - 1);
    },
    /** What could not be done in time is forgotten, not caught up with: the pace shown says so. */
    forgive: (): void => {
      steps = Math.min(steps, clock().speed);
    },
    restMillis: (): number => restMillis(clock(), steps),
  };
}

/** A sleep that can be cut short. */
function createNap() {
  let wake: () => void = () => {};
  return {
    wake: (): void => wake(),
    sleep: (millis: number): Promise<void> =>
      new Promise((done) => {
        const timer = setTimeout(done, millis);
        wake = () => {
          clearTimeout(timer);
          done();
        };
      }),
  };
}

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
