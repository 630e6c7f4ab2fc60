import type { Database } from 'better-sqlite3';
import { cellMillis, dayMillis, dayOf } from './cells.ts';
import { dayId, firstDayId } from './history-day-ids.ts';
import type { Head } from './history-heads.ts';
import type { SeriesBook } from './history-series.ts';
import type { History, Retention } from './history.ts';

/** One call looks at so many series and deletes so many rows: a few milliseconds each. */
const seriesPerCall = 256;
const rowsPerCall = 256;

type Trimming = { readonly database: Database; readonly book: SeriesBook };

/** Takes away what is older than it need be kept, slice by slice. Pages that become free are written again. */
export function createTrimmer({ database, book }: Trimming): History['trim'] {
  const deleteBlocks = database.prepare<number[]>(
    'DELETE FROM blocks WHERE id IN (SELECT id FROM blocks WHERE series = ? AND finish < ? LIMIT ?)',
  );
  const deleteDays = database.prepare<number[]>(
    'DELETE FROM days WHERE id IN (SELECT id FROM days WHERE id >= ? AND id < ? LIMIT ?)',
  );
  const markTrimmed = database.prepare<number[]>('UPDATE series SET raw_from = ? WHERE id = ?');
  let next = 0;

  /** How many rows went; as many as it may means there may be more. */
  const trimOne = (head: Head, bounds: Bounds, most: number): { blocks: number; days: number } => {
    const blocks = deleteBlocks.run(head.series, bounds.readings, most).changes;
    if (blocks > 0) markTrimmed.run(Math.max(head.rawFrom, bounds.rawFrom), head.series);
    const days = deleteDays.run(firstDayId(head.series), dayId(head.series, bounds.day), most - blocks);
    return { blocks, days: days.changes };
  };

  return (retention) => {
    const bounds = boundsOf(retention);
    const heads = book.heads();
    const last = Math.min(heads.length, next + seriesPerCall);
    const trimmed: Head[] = [];
    let removed = 0;
    let at = next;
    database.transaction(() => {
      for (; at < last && removed < rowsPerCall;) {
        const head = heads[at];
        if (head === undefined) break;
        const gone = trimOne(head, bounds, rowsPerCall - removed);
        removed += gone.blocks + gone.days;
        if (gone.blocks > 0) trimmed.push(head);
        if (removed < rowsPerCall) at += 1;
      }
    })();
    for (const head of trimmed) {
      head.rawFrom = Math.max(head.rawFrom, bounds.rawFrom);
      head.tail = null;
    }
    const isDone = at >= heads.length;
    next = isDone ? 0 : at;
    return { removed, isDone };
  };
}

type Bounds = {
  /** Blocks that end before it go. */
  readonly readings: number;
  /** From here on every reading is still there. */
  readonly rawFrom: number;
  /** Days before this one lose their cells. */
  readonly day: number;
};

const never = Number.MIN_SAFE_INTEGER;
const longAgo = -(2 ** 19);

/** Cells are what a chart of many days is drawn from, so they are kept at least as long as the readings. */
function boundsOf({ now, rawDays, bucketDays }: Retention): Bounds {
  const readings = rawDays === 0 ? never : Math.floor(now - rawDays * dayMillis);
  const keptDays = rawDays === 0 || bucketDays === 0 ? 0 : Math.max(rawDays, bucketDays);
  return {
    readings,
    rawFrom: rawDays === 0 ? never : Math.ceil(readings / cellMillis) * cellMillis,
    day: keptDays === 0 ? longAgo : dayOf(now - keptDays * dayMillis),
  };
}
