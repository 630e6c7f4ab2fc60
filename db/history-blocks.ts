import type { Database } from 'better-sqlite3';
import { decodeBlock, encodeBlock, type Block } from './block.ts';
import { addToDays, dayMillis, decodeDay, encodeDay, type DayCells } from './cells.ts';
import { blockSize } from './history-heads.ts';

/** Blocks and day cells on disk. */
export type HistoryBlocks = {
  /** Inside a transaction. Readings in order of time. */
  readonly write: (series: number, readings: Block, journalRow: number) => void;
  /** The blocks that may hold readings in [from, to). */
  readonly read: (series: number, from: number, to: number) => Iterable<Block>;
  /** Null where the day's cells are damaged; empty where there are none. */
  readonly day: (series: number, day: number) => DayCells | null;
};

const daysPerSeries = 2 ** 20;
/** Days are counted from 1970; lab clocks may stand before it. */
const dayOffset = 2 ** 19;
const dayId = (series: number, day: number): number => series * daysPerSeries + day + dayOffset;

type BodyRow = { readonly id: number; readonly body: Buffer };

export function createHistoryBlocks(database: Database, onProblem: (problem: string) => void): HistoryBlocks {
  const insert = database.prepare('INSERT INTO blocks (series, start, finish, body) VALUES (?, ?, ?, ?)');
  const select = database.prepare<unknown[], BodyRow>(
    'SELECT id, body FROM blocks WHERE series = ? AND finish >= ? AND start < ?',
  );
  const readDay = database.prepare<[number], Buffer>('SELECT body FROM days WHERE id = ?').pluck();
  const writeDay = database.prepare(
    'INSERT INTO days VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  );
  const markSealed = database.prepare<[number, number]>('UPDATE series SET sealed_row = ? WHERE id = ?');

  const day = (series: number, number: number): DayCells | null => {
    const body = readDay.get(dayId(series, number));
    if (body === undefined) return new Map();
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
    const counted: DayCells = new Map();
    const from = number * dayMillis;
    for (const block of read(series, from, from + dayMillis)) {
      addToDays(block, (each) => (each === number ? counted : new Map()));
    }
    return counted;
  };

  return {
    write: (series, readings, journalRow) => {
      const cells = addToDays(readings, (number) => dayToAddTo(series, number));
      for (const [number, ofDay] of cells) writeDay.run(dayId(series, number), encodeDay(ofDay));
      for (const block of split(readings)) {
        insert.run(series, block.times[0], block.times.at(-1), encodeBlock(block));
      }
      markSealed.run(journalRow, series);
    },
    read,
    day,
  };
}

function split({ times, values }: Block): Block[] {
  const starts = Array.from({ length: Math.ceil(times.length / blockSize) }, (_, index) => index * blockSize);
  return starts.map((start) => ({
    times: times.subarray(start, start + blockSize),
    values: values.subarray(start, start + blockSize),
  }));
}
