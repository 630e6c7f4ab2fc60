import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import type { HistoryBlocks } from './history-blocks.ts';
import { clear, contentOf, push, type Head, type Tail } from './history-heads.ts';
import { createPending, readJournal } from './history-journal.ts';
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
const burstOfSeries = 2000;
/** So many may wait while the disk takes nothing. */
const waitingLimit = 2_000_000;
/** After so many journal rows a slow sensor's head is sealed too, or the journal would never end. */
const oldest = 3600;
/** Of the same age at once would stall, so some wait a little longer. */
const ageSpread = 1024;
const trimEvery = 16;
/**
 * One flush seals at most so many heads, or one for so many readings that it journals. That is more than
 * fall due on the average, so that none waits for long; each takes about a tenth of a millisecond.
 */
const leastSeals = 24;
const readingsPerSeal = 256;
/** Year 3000: a sensor that sends its time in microseconds is not heard. */
const farthest = 32_503_680_000_000;

type Parts = {
  readonly database: Database;
  readonly book: SeriesBook;
  readonly blocks: HistoryBlocks;
  readonly onProblem: (problem: string) => void;
};

export function createHistoryWriter({ database, book, blocks, onProblem }: Parts): HistoryWriter {
  const journal = createJournalTable(database);
  const pending = createPending();
  /** In the order in which they fell due. */
  const due = new Set<Head>();
  let row = 0;

  const take = (head: Head, at: number, value: number): void => {
    if (head.count === 0) head.firstRow = row;
    push(head, at, value);
    if (head.count === head.target) due.add(head);
  };

  const flush = (): void => {
    const isJournaling = pending.count() > 0;
    if (!isJournaling && due.size === 0) return;
    const isTrimming = isJournaling && row % trimEvery === 0;
    if (isTrimming) for (const head of agedHeads(book.heads(), row)) due.add(head);
    const sealing = firstOf(due, Math.max(leastSeals, pending.count() / readingsPerSeal));
    // Without a new row the last one is where the blocks reach.
    const reached = isJournaling ? row : row - 1;
    const tails = new Map<Head, Tail | null>();
    database.transaction(() => {
      book.writeNew();
      if (isJournaling) journal.insert(row, pending.body());
      for (const head of sealing) tails.set(head, blocks.write(head, contentOf(head), reached));
      if (isTrimming) journal.trim(firstNeededRow(book.heads(), tails) ?? row + 1);
    })();
    book.written();
    pending.taken();
    for (const [head, tail] of tails) {
      head.tail = tail;
      due.delete(head);
      clear(head);
    }
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
      const time = Math.round(at);
      take(head, time, value);
      pending.add(head, time, value);
    }
  };

  row = recover({ journal, book, onProblem }, (id, head, [at, value]) => {
    row = id;
    take(head, at, value);
  });
  return { append, flush, isBurst: () => pending.count() >= burst || book.unwritten() >= burstOfSeries };
}

type Recovery = Pick<Parts, 'book' | 'onProblem'> & { readonly journal: JournalTable };
type Recovered = (row: number, head: Head, reading: readonly [at: number, value: number]) => void;

/** Puts back into the heads what was journaled and is in no block; gives the next row. */
function recover({ journal, book, onProblem }: Recovery, onReading: Recovered): number {
  for (const { id, body } of journal.rows()) {
    const isWhole = readJournal(body, (series, at, value) => {
      const head = book.byId(series);
      if (head !== undefined && id > book.sealedRow(series)) onReading(id, head, [at, value]);
    });
    if (!isWhole) onProblem(`Row ${id} of the journal of readings is damaged; about a second is lost.`);
  }
  return journal.last() + 1;
}

function firstOf(due: ReadonlySet<Head>, count: number): Head[] {
  const first: Head[] = [];
  for (const head of due) {
    if (first.length >= count) break;
    first.push(head);
  }
  return first;
}

const agedHeads = (heads: readonly Head[], row: number): Head[] =>
  heads.filter((head) => head.count > 0 && row - head.firstRow > oldest + (head.series % ageSpread));

/** The journal is needed from here on; undefined where every reading is in a block. */
function firstNeededRow(heads: readonly Head[], sealed: ReadonlyMap<Head, unknown>): number | undefined {
  let first: number | undefined;
  for (const head of heads) {
    if (head.count === 0 || sealed.has(head)) continue;
    first = Math.min(first ?? head.firstRow, head.firstRow);
  }
  return first;
}
