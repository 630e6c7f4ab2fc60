import type { Database } from 'better-sqlite3';
import { decodeBlock, encodeBlock, type Block } from './block.ts';
import { addToDays, dayMillis, decodeDay, encodeDay, noCells, type DayCells } from './cells.ts';
import { blockSize, joined, type Head, type Tail } from './history-heads.ts';
import { dayId } from './history-day-ids.ts';

/** Blocks and day cells on disk. */
export type HistoryBlocks = {
  /** Inside a transaction. Readings in order of time; tells of the last block where it has room left. */
  readonly write: (head: Head, readings: Block, journalRow: number) => Tail | null;
  /** The blocks that may hold readings in [from, to). */
  readonly read: (series: number, from: number, to: number) => Iterable<Block>;
  /** Last moment of the nth block from `from` on, in order of their ends; null where there are fewer. */
  readonly finishOf: (series: number, from: number, nth: number) => number | null;
  /** Null where the day's cells are damaged; empty where there are none. */
  readonly day: (series: number, day: number) => DayCells | null;
};

type BodyRow = { readonly id: number; readonly body: Buffer };

export function createHistoryBlocks(database: Database, onProblem: (problem: string) => void): HistoryBlocks {
  const select = database.prepare<unknown[], BodyRow>(
    'SELECT id, body FROM blocks WHERE series = ? AND finish >= ? AND start < ?',
  );
  const nthFinish = database
    .prepare<number[], number>(
      'SELECT finish FROM blocks WHERE series = ? AND finish >= ? ORDER BY finish LIMIT 1 OFFSET ?',
    )
    .pluck();
  const readDay = database.prepare<[number], Buffer>('SELECT body FROM days WHERE id = ?').pluck();
  const writeDay = database.prepare(
    'INSERT INTO days VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  );
  const markSealed = database.prepare<[number, number]>('UPDATE series SET sealed_row = ? WHERE id = ?');
  const writeBlocks = createBlockWriter(database);

  const day = (series: number, number: number): DayCells | null => {
    const body = readDay.get(dayId(series, number));
    if (body === undefined) return noCells(0);
    const cells = decodeDay(body);
    if (cells === null)
      onProblem(`A day's summary of series ${series} is damaged; its readings are used instead.`);
    return cells;
  };

  function* read(series: number, from: number, to: number): Generator<Block, void, undefined> {
    for (const { id, body } of select.all(series, from, to)) {
      const block = decodeBlock(body);
      if (block === null) onProblem(`Block ${id} of series ${series} is damaged and left out.`);
      else yield block;
    }
  }

  /** A damaged day is counted again from its blocks, before the new ones are in. */
  const dayToAddTo = (series: number, number: number): DayCells => {
    const cells = day(series, number);
    if (cells !== null) return cells;
    let counted = noCells(0);
    const from = number * dayMillis;
    for (const block of read(series, from, from + dayMillis)) {
      const days = addToDays(block, (each) => (each === number ? counted : noCells(0)));
      counted = days.get(number) ?? counted;
    }
    return counted;
  };

  return {
    write: (head, readings, journalRow) => {
      const { series } = head;
      const cells = addToDays(readings, (number) => dayToAddTo(series, number));
      for (const [number, ofDay] of cells) writeDay.run(dayId(series, number), encodeDay(ofDay));
      const tail = writeBlocks(head, readings);
      markSealed.run(journalRow, series);
      return tail;
    },
    read,
    finishOf: (series, from, nth) => nthFinish.get(series, from, nth - 1) ?? null,
    day,
  };
}

/** Writes readings as blocks; a slow sensor's few go into the block before them while it has room. */
function createBlockWriter(database: Database): (head: Head, readings: Block) => Tail | null {
  const insert = database.prepare('INSERT INTO blocks (series, start, finish, body) VALUES (?, ?, ?, ?)');
  const replace = database.prepare('UPDATE blocks SET start = ?, finish = ?, body = ? WHERE id = ?');
  const readBody = database
    .prepare<[number, number], Buffer>('SELECT body FROM blocks WHERE id = ? AND series = ?')
    .pluck();

  const insertOne = (series: number, block: Block): Tail => {
    const { lastInsertRowid } = insert.run(series, block.times[0], block.times.at(-1), encodeBlock(block));
    return { id: Number(lastInsertRowid), count: block.times.length };
  };

  /** Null where the tail is full, gone, damaged, or later than the readings. */
  const intoTail = ({ tail, series }: Head, readings: Block): Tail | null => {
    if (tail === null || tail.count + readings.times.length > blockSize) return null;
    // Retention may have taken it away, and its id may be another's by now.
    const body = readBody.get(tail.id, series);
    const before = body === undefined ? null : decodeBlock(body);
    if (before === null || (before.times.at(-1) ?? 0) > (readings.times[0] ?? 0)) return null;
    const both = joined(before, readings);
    replace.run(both.times[0], both.times.at(-1), encodeBlock(both), tail.id);
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
