import type { Database } from 'better-sqlite3';
import { createBlockRoom, decodeBlock, encodeBlock, placesIn, type Block } from './block.ts';
import {
  addToDay,
  createDayCells,
  dayMillis,
  dayOf,
  decodeDay,
  emptyCells,
  encodeDay,
  endOfDay,
  type DayCells,
} from './cells.ts';
import { createColumnWriter, type ColumnWriter } from './column-writer.ts';
import { blockSize, type Head, type Tail } from './history-heads.ts';
import { dayId } from './history-day-ids.ts';

type BlocksAsked = { readonly series: number; readonly from: number; readonly to: number };

/** Blocks and day cells on disk. */
export type HistoryBlocks = {
  /** Inside a transaction. Readings in order of time; tells of the last block where it has room left. */
  readonly write: (head: Head, readings: Block, journalRow: number) => Tail | null;
  /** Shows the blocks that may hold readings in [from, to), each good until the next. */
  readonly each: (asked: BlocksAsked, visit: (block: Block) => void) => void;
  /** Last moment of the nth block from `from` on, in order of their ends; null where there are fewer. */
  readonly finishOf: (series: number, from: number, nth: number) => number | null;
  /** Null where the day's cells are damaged; empty where there are none. Good until the next day is asked for. */
  readonly day: (series: number, day: number) => DayCells | null;
};

type BodyRow = readonly [id: number, body: Buffer];

export function createHistoryBlocks(database: Database, onProblem: (problem: string) => void): HistoryBlocks {
  const { select, nthFinish, readDay, writeDay, markSealed } = statementsOn(database);
  const writer = createColumnWriter();
  const writeBlocks = createBlockWriter(database, writer);
  const room = createBlockRoom();
  const cells = createDayCells();

  const day = (series: number, number: number): DayCells | null => {
    const body = readDay.get(dayId(series, number));
    if (body === undefined) return emptyCells(cells);
    if (decodeDay(body, cells)) return cells;
    onProblem(`A day's summary of series ${series} is damaged; its readings are used instead.`);
    return null;
  };

  const each: HistoryBlocks['each'] = ({ series, from, to }, visit) => {
    for (const [id, body] of select.all(series, from, to)) {
      const block = decodeBlock(body, room);
      if (block === null) onProblem(`Block ${id} of series ${series} is damaged and left out.`);
      else visit(block);
    }
  };

  /** A damaged day is counted again from its blocks, before the new ones are in. */
  const dayToAddTo = (series: number, number: number): DayCells => {
    const kept = day(series, number);
    if (kept !== null) return kept;
    const counted = emptyCells(cells);
    const from = number * dayMillis;
    each({ series, from, to: from + dayMillis }, (block) =>
      eachDay(block, (of, part) => {
        if (of === number) addToDay(counted, block, part);
      }),
    );
    return counted;
  };

  return {
    write: (head, readings, journalRow) => {
      const { series } = head;
      eachDay(readings, (number, part) => {
        const counted = dayToAddTo(series, number);
        addToDay(counted, readings, part);
        writeDay.run(dayId(series, number), encodeDay(counted, writer));
      });
      const tail = writeBlocks(head, readings);
      markSealed.run(journalRow, series);
      return tail;
    },
    each,
    finishOf: (series, from, nth) => nthFinish.get(series, from, nth - 1) ?? null,
    day,
  };
}

const statementsOn = (database: Database) => ({
  select: database
    .prepare<number[], BodyRow>('SELECT id, body FROM blocks WHERE series = ? AND finish >= ? AND start < ?')
    .raw(),
  nthFinish: database
    .prepare<number[], number>(
      'SELECT finish FROM blocks WHERE series = ? AND finish >= ? ORDER BY finish LIMIT 1 OFFSET ?',
    )
    .pluck(),
  readDay: database.prepare<[number], Buffer>('SELECT body FROM days WHERE id = ?').pluck(),
  writeDay: database.prepare(
    'INSERT INTO days VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  ),
  markSealed: database.prepare<[number, number]>('UPDATE series SET sealed_row = ? WHERE id = ?'),
});

type DayPart = { readonly from: number; readonly to: number };

function eachDay({ times }: Block, visit: (day: number, part: DayPart) => void): void {
  for (let from = 0; from < times.length;) {
    const to = endOfDay(times, from);
    visit(dayOf(times[from] ?? 0), { from, to });
    from = to;
  }
}

/** Writes readings as blocks; a slow sensor's few go into the block before them while it has room. */
function createBlockWriter(
  database: Database,
  writer: ColumnWriter,
): (head: Head, readings: Block) => Tail | null {
  const insert = database.prepare('INSERT INTO blocks (series, start, finish, body) VALUES (?, ?, ?, ?)');
  const replace = database.prepare('UPDATE blocks SET start = ?, finish = ?, body = ? WHERE id = ?');
  const readBody = database
    .prepare<[number, number], Buffer>('SELECT body FROM blocks WHERE id = ? AND series = ?')
    .pluck();
  const room = createBlockRoom();

  const insertOne = (series: number, block: Block): Tail => {
    const { times } = block;
    const { lastInsertRowid } = insert.run(series, times[0], times.at(-1), encodeBlock(block, writer));
    return { id: Number(lastInsertRowid), count: times.length };
  };

  /** Null where the tail is full, gone, damaged, or later than the readings. */
  const intoTail = ({ tail, series }: Head, readings: Block): Tail | null => {
    if (tail === null || tail.count + readings.times.length > blockSize) return null;
    // Retention may have taken it away, and its id may be another's by now.
    const body = readBody.get(tail.id, series);
    const before = body === undefined ? null : decodeBlock(body, room);
    if (before === null || (before.times.at(-1) ?? 0) > (readings.times[0] ?? 0)) return null;
    const kept = before.times.length;
    // Together no more than a block, which the room holds without being made anew.
    const both = placesIn(room, kept + readings.times.length);
    both.times.set(readings.times, kept);
    both.values.set(readings.values, kept);
    replace.run(both.times[0], both.times.at(-1), encodeBlock(both, writer), tail.id);
    return { id: tail.id, count: both.times.length };
  };

  return (head, readings) => {
    const joinedTail = intoTail(head, readings);
    if (joinedTail !== null) return joinedTail;
    let last: Tail | null = null;
    for (let from = 0; from < readings.times.length; from += blockSize) {
      last = insertOne(head.series, {
        times: readings.times.subarray(from, from + blockSize),
        values: readings.values.subarray(from, from + blockSize),
      });
    }
    return last === null || last.count === blockSize ? null : last;
  };
}
