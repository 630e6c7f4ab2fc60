/** How far a machine's clock is from the lab's, and how it goes on from there. */
export type ClockError = {
  /** Milliseconds ahead of the lab, at `at`. */
  readonly offset: number;
  /** Milliseconds that it gains each second, until `until`; negative: it loses them. */
  readonly rate: number;
  /** Lab milliseconds. */
  readonly at: number;
  /** Lab milliseconds; null: for good. */
  readonly until: number | null;
};

/** The clock as the lab has it: what the guest makes of it has to be told there. */
export type ClockView = {
  readonly error: () => ClockError | null;
  readonly change: (error: ClockError) => void;
  /** Whether time servers answer. */
  readonly isServed: () => boolean;
};

/** Milliseconds ahead of the lab at a moment. */
export function errorAt(error: ClockError | null, now: number): number {
  if (error === null) return 0;
  const until = error.until === null ? now : Math.min(now, error.until);
  return Math.round(error.offset + (error.rate * Math.max(0, until - error.at)) / 1000);
}

/** Of a machine that hangs on no lab. */
export function ownClock(): ClockView {
  let error: ClockError | null = null;
  return {
    error: () => error,
    change: (to) => {
      error = to;
    },
    isServed: () => true,
  };
}
