import type { Reading } from '../../../db/history.ts';

export type Queued = { readonly sensor: string; readonly at: number; readonly value: number };

/** Readings that wait to be sent, oldest first; when there are too many the oldest go. */
export type RemoteWriteQueue = {
  readonly add: (readings: readonly Pick<Reading, 'sensor' | 'value'>[], now: number) => void;
  /** The oldest, which stay until they are `taken`. */
  readonly first: (count: number) => readonly Queued[];
  readonly taken: (count: number) => void;
  readonly clear: () => void;
  readonly waiting: () => number;
  readonly overflowed: () => number;
};

export function createRemoteWriteQueue(limit: number): RemoteWriteQueue {
  let queue: Queued[] = [];
  let overflowed = 0;
  /** Of the first that `first` gave, so many went meanwhile because there were too many. */
  let gone = 0;
  const lastAt = new Map<string, number>();

  const drop = (count: number): void => {
    queue = queue.slice(count);
  };

  return {
    add: (readings, now) => {
      for (const { sensor, value } of readings) {
        if (!Number.isFinite(value)) continue;
        // Prometheus takes one sample of a series for a moment, and none from before it.
        const at = Math.max(Math.round(now), (lastAt.get(sensor) ?? 0) + 1);
        lastAt.set(sensor, at);
        queue.push({ sensor, at, value });
      }
      // A little more than the limit now and then, so that it is not cut for every reading.
      if (queue.length <= limit * 1.1) return;
      const surplus = queue.length - limit;
      overflowed += surplus;
      gone += surplus;
      drop(surplus);
    },
    first: (count) => {
      gone = 0;
      return queue.slice(0, count);
    },
    taken: (count) => {
      drop(Math.max(0, count - gone));
      gone = 0;
    },
    clear: () => {
      queue = [];
      lastAt.clear();
    },
    waiting: () => queue.length,
    overflowed: () => overflowed,
  };
}
