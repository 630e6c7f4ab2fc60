import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import { createBlockRoom } from './block.ts';
import type { HistoryBlocks } from './history-blocks.ts';
import { clear, contentOf, push, type Head, type Tail } from './history-heads.ts';
import { createPending, readJournal } from './history-journal.ts';
import { createJournalRound } from './history-journal-round.ts';
import { createJournalTable, type JournalTable } from './history-journal-table.ts';
import type { SeriesBook } from './history-series.ts';
import type { Reading } from './history.ts';

export type HistoryWriter = {
  readonly append: (branch: BranchId, readings: readonly Reading[]) => void;
  /** Journals what waits and seals heads that are due, in one transaction. */
  readonly flush: () => void;
  /** So much waits that a flush should not wait for the clock. */
  readonly isBurst: () => boolean;
};

/** A burst goes to disk before it holds more readings than this: more at once would be felt. */
const burst = 10_000;
const burstOfSeries = 500;
/** So many may wait while the disk takes nothing. */
const waitingLimit = 2_000_000;
/**
 * One flush seals at most so many heads, or one for so many readings that it journals. That is more than
 * fall due on the average, so that none waits for long.
 */
const leastSeals = 24;
const readingsPerSeal = 256;
/** Where that is slow it stops after so long, to go on with the next flush, but not before it has sealed a few. */
const sealMillis = 5;
const fewestSeals = 8;
/** Where this part of all heads waits, it does not look at the clock any more. */
const tooMany = 0.25;
/** Year 3000: a sensor that sends its time in microseconds is not heard. */
const farthest = 32_503_680_000_000;

type Parts = {
  readonly database: Database;
  readonly book: SeriesBook;
  readonly blocks: HistoryBlocks;
  readonly onProblem: (problem: string) => void;
};

export function createHistoryWriter({ database, book, blocks, onProblem }: Parts): HistoryWriter {
  const { newcomers } = book;
  const journal = createJournalTable(database);
  const round = createJournalRound(book.heads());
  const pending = createPending();
  /** In the order in which they fell due. */
  const due = new Set<Head>();
  const room = createBlockRoom();
  let row = 0;

  const take = (head: Head, at: number, value: number): void => {
    if (head.count === 0) head.firstRow = row;
    push(head, at, value);
    if (head.count === head.target) due.add(head);
  };

  const flush = (): void => {
    const isJournaling = pending.count() > 0;
    if (!isJournaling && due.size === 0) return;
    for (const head of isJournaling ? round.walk(row) : []) due.add(head);
    const limits = limitsOf(due.size, book.heads().length, pending.count());
    // Without a new row the last one is where the blocks reach.
    const reached = isJournaling ? row : row - 1;
    let tails: ReadonlyMap<Head, Tail | null> = new Map();
    database.transaction(() => {
      newcomers.write();
      if (isJournaling) journal.insert(row, pending.body());
      tails = sealed(due, limits, (head) => blocks.write(head, contentOf(head, room), reached));
      journal.trim(round.firstNeeded());
    })();
    newcomers.written();
    pending.taken();
    release(due, tails);
    row = reached + 1;
  };

  const append = (branch: BranchId, readings: readonly Reading[]): void => {
    if (pending.count() >= waitingLimit) {
      onProblem('The disk takes no readings; those that come now are lost.');
      return;
    }
    const headOf = book.on(branch);
    for (const { sensor, at, value } of readings) {
      if (!Number.isFinite(value) || !(Math.abs(at) < farthest)) continue;
      const head = headOf(sensor);
      take(head, Math.round(at), value);
      pending.add(head, Math.round(at), value);
    }
  };

  row = recover({ journal, book, onProblem }, (id, head, [at, value]) => {
    row = id;
    take(head, at, value);
  });
  return {
    append,
    flush,
    isBurst: () => pending.count() >= burst || newcomers.count() >= burstOfSeries,
  };
}

type Recovery = Pick<Parts, 'book' | 'onProblem'> & { readonly journal: JournalTable };
type Recovered = (row: number, head: Head, reading: readonly [at: number, value: number]) => void;

/** Puts back into the heads what was journaled and is in no block; gives the next row. */
function recover({ journal, book, onProblem }: Recovery, onReading: Recovered): number {
  const headOf = new Map(book.heads().map((head) => [head.series, head]));
  for (const { id, body } of journal.rows()) {
    const isWhole = readJournal(body, (series, at, value) => {
      const head = headOf.get(series);
      if (head !== undefined && id > book.sealedRow(series)) onReading(id, head, [at, value]);
    });
    if (!isWhole) onProblem(`Row ${id} of the journal of readings is damaged; about a second is lost.`);
  }
  return journal.last() + 1;
}

/** They are in blocks now. */
function release(due: Set<Head>, tails: ReadonlyMap<Head, Tail | null>): void {
  for (const [head, tail] of tails) {
    head.tail = tail;
    due.delete(head);
    clear(head);
  }
}

type Limits = { readonly count: number; readonly millis: number };

const limitsOf = (due: number, heads: number, pending: number): Limits => ({
  count: Math.max(leastSeals, pending / readingsPerSeal),
  millis: due > heads * tooMany ? Number.POSITIVE_INFINITY : sealMillis,
});

/** Of the heads those for which there was time, each with the block that it may fill up. */
function sealed(
  due: ReadonlySet<Head>,
  { count, millis }: Limits,
  seal: (head: Head) => Tail | null,
): ReadonlyMap<Head, Tail | null> {
  const until = performance.now() + millis;
  const tails = new Map<Head, Tail | null>();
  for (const head of due) {
    if (tails.size >= count || (tails.size >= fewestSeals && performance.now() > until)) break;
    tails.set(head, seal(head));
  }
  return tails;
}
