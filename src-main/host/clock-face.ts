/** The wall clock and timers, as the host sees them: a test turns them by hand. */
export type WallClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Monotonic milliseconds, for pace. */
  readonly steady: () => number;
  readonly sleep: (millis: number) => Promise<void>;
};

export const wallClock: WallClock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  sleep: (millis) =>
    new Promise((done) => {
      setTimeout(done, millis);
    }),
};
