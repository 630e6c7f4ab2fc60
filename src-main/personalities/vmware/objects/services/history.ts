/** A window over something that grows: how collectors of tasks and of events are read. */

export type History<T> = {
  /** The newest first, as many as the page holds. */
  readonly latestPage: () => readonly T[];
  readonly next: (count: number) => readonly T[];
  /** The newest of them first. */
  readonly previous: (count: number) => readonly T[];
  /** Before everything. */
  readonly rewind: () => void;
  /** Right before the latest page. */
  readonly reset: () => void;
  readonly setPageSize: (size: number) => void;
};

/** Of each answer; more is asked for again. */
export const mostAtOnce = 1000;
const usualPage = 10;

/** `items`: those that pass the filter, the oldest first, each at the place it keeps. */
export function createHistory<T>(items: () => readonly T[]): History<T> {
  let size = usualPage;
  const start = (): number => Math.max(0, items().length - size);
  let at = start();
  return {
    latestPage: () => items().slice(start()).toReversed(),
    next: (count) => {
      const taken = items().slice(at, at + count);
      at += taken.length;
      return taken;
    },
    previous: (count) => {
      const from = Math.max(0, at - count);
      const taken = items().slice(from, at).toReversed();
      at = from;
      return taken;
    },
    rewind: () => {
      at = 0;
    },
    reset: () => {
      at = start();
    },
    setPageSize: (wanted) => {
      size = wanted;
      at = start();
    },
  };
}
