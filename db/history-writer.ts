import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import type { HistoryBlocks } from './history-blocks.ts';
import { clear, contentOf, push, type Head } from './history-heads.ts';
import { createPending, readJournal } from './history-journal.ts';
import type { SeriesBook } from './history-series.ts';
import type { Reading } from './history.ts';

export type HistoryWriter = {
  readonly append: (branch: BranchId, readings: readonly Reading[]) => void;
  /** Journals what waits and seals the heads that are due, in one transaction. */
  readonly flush: () => void;
};

/** A burst goes to disk before it holds more readings than this. */
const burst = 100_000;
/** So many may wait while the disk takes nothing. */
const waitingLimit = 2_000_000;
/** After so many journal rows a slow sensor's head is sealed too, or the journal would never end. */
const oldest = 900;
const trimEvery = 64;
/** Year 3000: a sensor that sends its time in microseconds is not heard. */
const farthest = 32_503_680_000_000;

type Journal = {
  readonly insert: (row: number, body: Buffer) => void;
  readonly trim: (before: number) => void;
  readonly last: () => number;
  readonly rows: () => { readonly id: number; readonly body: Buffer }[];
};

function journalOf(database: Database): Journal {
  const insert = database.prepare<unknown[]>('INSERT INTO journal VALUES (?, ?)');
  const trim = database.prepare<[number]>('DELETE FROM journal WHERE id < ?');
  const last = database
    .prepare<[], number>('SELECT max(ifnull((SELECT max(id) FROM journal), 0), ifnull((SELECT max(sealed_row) FROM series), 0))')
    .pluck();
  const rows = database.prepare<[], { id: number; body: Buffer }>('SELECT id, body FROM journal ORDER BY id');
  return {
    insert: (row, body) => void insert.run(row, body),
    trim: (before) => void trim.run(before),
    last: () => last.get() ?? 0,
    rows: () => rows.all(),
  };
}

type Parts = {
  readonly database: Database;
  readonly book: SeriesBook;
  readonly blocks: HistoryBlocks;
  readonly onProblem: (problem: string) => void;
};

export function createHistoryWriter({ database, book, blocks, onProblem }: Parts): HistoryWriter {
  const journal = journalOf(database);
  const pending = createPending();
  const full = new Set<Head>();
  let row = journal.last() + 1;

  const take = (head: Head, at: number, value: number): void => {
    if (head.count === 0) head.firstRow = row;
    push(head, at, value);
    if (head.count >= head.target) full.add(head);
  };

  const recover = (): void => {
    const next = row;
    for (const { id, body } of journal.rows()) {
      row = id;
      const isWhole = readJournal(body, (series, at, value) => {
        const head = book.byId(series);
        if (head !== undefined && id > book.sealedRow(series)) take(head, at, value);
      });
      if (!isWhole) onProblem(`Row ${id} of the journal of readings is damaged; about two seconds are lost.`);
    }
    row = next;
  };

  const due = (): Head[] => {
    const aged = book.heads().filter((head) => head.count > 0 && row - head.firstRow > oldest + (head.target % 256));
    return [...new Set([...full, ...aged])];
  };

  const firstNeededRow = (sealed: ReadonlySet<Head>): number =>
    book.heads().reduce((first, head) => (head.count === 0 || sealed.has(head) ? first : Math.min(first, head.firstRow)), row + 1);

  const flush = (): void => {
    if (pending.count() === 0) return;
    const sealing = row % trimEvery === 0 || full.size > 0 ? due() : [];
    database.transaction(() => {
      book.writeNew();
      journal.insert(row, pending.body());
      for (const head of sealing) blocks.write(head.series, contentOf(head), row);
      if (row % trimEvery === 0) journal.trim(firstNeededRow(new Set(sealing)));
    })();
    book.written();
    pending.taken();
    full.clear();
    for (const head of sealing) clear(head);
    row += 1;
  };

  recover();
  return {
    append: (branch, readings) => {
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
      if (pending.count() >= burst) flush();
    },
    flush,
  };
}
