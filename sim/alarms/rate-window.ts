/** How a value has changed over a window of lab time, from a few samples of it. */
export type RateWindow = {
  /** Takes a reading in and says its change per minute against the lowest (or highest) of the window. */
  readonly change: (at: number, value: number) => number;
  /** Until when no further reading is sampled, and the value that a change is counted from until then. */
  readonly until: () => number;
  readonly from: () => number;
};

/** Enough to see a slope; a sensor that speaks every second need not be remembered every second. */
const samples = 16;

/**
 * The change is spread over the whole window, also while the window is not yet full: 5 K within one minute
 * are 5 K within this quarter of an hour, and count as such at once.
 */
export function createRateWindow(seconds: number, direction: 'above' | 'below'): RateWindow {
  const span = seconds * 1000;
  const spacing = span / (samples - 1);
  const times = new Float64Array(samples).fill(Number.NEGATIVE_INFINITY);
  const values = new Float64Array(samples);
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  let bound = Number.NaN;
  const sign = direction === 'above' ? 1 : -1;

  /** The value furthest on the other side of those still inside the window. */
  const findBound = (now: number): number => {
    let found = Number.NaN;
    for (let at = 0; at < samples; at += 1) {
      if ((times[at] ?? Number.NEGATIVE_INFINITY) < now - span) continue;
      const value = values[at] ?? Number.NaN;
      if (Number.isNaN(found) || sign * (value - found) < 0) found = value;
    }
    return found;
  };
  return {
    change: (at, value) => {
      // A clock that went back begins anew.
      if (at < last) times.fill(Number.NEGATIVE_INFINITY);
      if (at < last || at - last >= spacing) {
        times[next] = at;
        values[next] = value;
        next = (next + 1) % samples;
        last = at;
        bound = findBound(at);
      }
      return ((value - bound) * 60_000) / span;
    },
    until: () => last + spacing,
    from: () => bound,
  };
}
