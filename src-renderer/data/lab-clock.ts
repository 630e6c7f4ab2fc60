/** The lab's clock between two statuses: it runs on at the pace the host last achieved, never above its speed. */
import type { Status } from '../../sim/contract/queries.ts';

type ClockView = {
  readonly status: Pick<Status, 'at' | 'pace' | 'clock'>;
  /** Wall time at which the status came. */
  readonly statusAt: number;
  readonly now: number;
};

/** A status comes once a second; a clock that ran on much longer without one would be a guess. */
const longestGuess = 1500;

export function labTimeNow({ status, statusAt, now }: ClockView): number {
  if (!status.clock.running) return status.at;
  const since = Math.min(longestGuess, Math.max(0, now - statusAt));
  // After a step the measured pace is that of the step, which is over.
  return status.at + since * Math.min(status.pace, status.clock.speed);
}

/** Never back by the little that a guess was ahead; a rewind is no little. */
export function steadily(shown: number | null, next: number, pace: number): number {
  if (shown === null || next >= shown) return next;
  return shown - next > 2000 * Math.max(1, pace) ? next : shown;
}
