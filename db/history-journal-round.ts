import type { Head } from './history-heads.ts';

/** Walks over all heads again and again, a few at a time: to look at 40,000 at once would be felt. */
export type JournalRound = {
  /** The next few; gives those that have waited for so long that they should be sealed. */
  readonly walk: (row: number) => Head[];
  /** Every reading in a journal row before this one is in a block. */
  readonly firstNeeded: () => number;
};

/** After so many journal rows a slow sensor's head is sealed too, or the journal would never end. */
const oldest = 3600;
/** Of the same age at once would stall, so some wait a little longer. */
const ageSpread = 1024;
const stepsPerRound = 16;
const fewest = 256;

export function createJournalRound(heads: readonly Head[]): JournalRound {
  let next = 0;
  /** The first row that the heads of this round need; one that was empty when it was met needs none from before it. */
  let first = Number.POSITIVE_INFINITY;
  let needed = 0;

  return {
    walk: (row) => {
      const aged: Head[] = [];
      if (next === 0) first = row;
      const end = Math.min(heads.length, next + Math.max(fewest, heads.length / stepsPerRound));
      for (; next < end; next += 1) {
        const head = heads[next];
        if (head === undefined || head.count === 0) continue;
        if (head.firstRow < first) first = head.firstRow;
        if (row - head.firstRow > oldest + (head.series % ageSpread)) aged.push(head);
      }
      if (next < heads.length) return aged;
      next = 0;
      needed = first;
      return aged;
    },
    firstNeeded: () => needed,
  };
}
