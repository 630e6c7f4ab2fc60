import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import type { HistoryBlocks } from './history-blocks.ts';
import { clear, contentOf, push, type Head } from './history-heads.ts';
import { createPending, readJournal } from './history-journal.ts';
import { createJournalTable } from './history-journal-table.ts';
import type { SeriesBook } from './history-series.ts';
import type { Reading } from './history.ts';

export type HistoryWriter = {
  readonly append: (branch: BranchId, readings: readonly Reading[]) => void;
  /** Journals what waits and seals the heads that are due, in one transaction. */
  readonly flush: () => void;
  /** So much waits that a flush should not wait for the clock. */
  readonly isBurst: () => boolean;
};

/** A burst goes to disk before it holds more readings than this. */
const burst = 100_000;
/** So many may wait while the disk takes nothing. */
const waitingLimit = 2_000_000;
/** After so many journal rows a slow sensor's head is sealed too, or the journal would never end. */
const oldest = 900;
/** Of the same age at once would stall, so some wait a little longer. */
const ageSpread = 256;
const trimEvery = 16;
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
  const full = new Set<Head>();
  let row = journal.last() + 1;

  const take = (head: Head, at: number, value: number): void => {
    if (head.count === 0) head.firstRow = row;
    push(head, at, value);
    if (head.count >= head.target) full.add(head);
  };

  /** Puts back into the heads what was journaled and is in no block. */
  const recover = (): void => {
    const next = row;
    for (const { id, body } of journal.rows()) {
      row = id;
      const isWhole = readJournal(body, (series, at, value) => {
        const head = book.byId(series);
        if (head !== undefined && id > book.sealedRow(series)) take(head, at, value);
      });
      if (!isWhole) onProblem(`Row ${id} of the journal of readings is damaged; about a second is lost.`);
    }
    row = next;
  };

  const flush = (): void => {
    if (pending.count() === 0) return;
    const isTrimming = row % trimEvery === 0;
    const sealing = isTrimming ? new Set([...full, ...agedHeads(book.heads(), row)]) : new Set(full);
    database.transaction(() => {
      book.writeNew();
      journal.insert(row, pending.body());
      for (const head of sealing) blocks.write(head.series, contentOf(head), row);
      if (isTrimming) journal.trim(firstNeededRow(book.heads(), sealing) ?? row + 1);
    })();
    book.written();
    pending.taken();
    full.clear();
    for (const head of sealing) clear(head);
    row += 1;
  };

  const append = (branch: BranchId, readings: readonly Reading[]): void => {
    if (pending.count() >= waitingLimit) {
      onProblem('The disk takes no readings; those that come now are lost.');
      return;
    }
    for (const { sensor, at, value } of readings) {
      if (!Number.isFinite(value) || !(Math.abs(at) < farthest)) continue;
      const head = book.ensure(branch, sensor);
      const time = Math.round(at);
      take(head, time, value);
      pending.add(head.series, time, value);
    }
  };

  recover();
  return { append, flush, isBurst: () => pending.count() >= burst };
}

const agedHeads = (heads: readonly Head[], row: number): Head[] =>
  heads.filter((head) => head.count > 0 && row - head.firstRow > oldest + (head.series % ageSpread));

/** The journal is needed from here on; undefined where every reading is in a block. */
function firstNeededRow(heads: readonly Head[], sealed: ReadonlySet<Head>): number | undefined {
  let first: number | undefined;
  for (const head of heads) {
    if (head.count === 0 || sealed.has(head)) continue;
    first = Math.min(first ?? head.firstRow, head.firstRow);
  }
  return first;
}
