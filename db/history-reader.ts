import { createBlockRoom } from './block.ts';
import { cellMillis, dayMillis, dayOf } from './cells.ts';
import type { HistoryBlocks } from './history-blocks.ts';
import { arrivalsOf, type Head } from './history-heads.ts';
import type { SeriesBook } from './history-series.ts';
import type { History, LineSegment } from './history.ts';
import { createBuckets, type Buckets, type Stretch } from './series-buckets.ts';

/** Buckets that are about as wide as a cell or wider are filled from cells: 24 hours in 300 points are. */
const cellWorthwhile = cellMillis * 0.9;

const cellFloor = (at: number): number => Math.floor(at / cellMillis) * cellMillis;
const cellCeil = (at: number): number => Math.ceil(at / cellMillis) * cellMillis;

export function createSeriesReader(book: SeriesBook, blocks: HistoryBlocks): History['series'] {
  const room = createBlockRoom();

  const addBlocks = (buckets: Buckets, series: number, stretch: Stretch): void => {
    if (stretch.from >= stretch.to) return;
    blocks.each({ series, ...stretch }, (block) => buckets.addReadings(block, stretch));
  };

  const addCells = (buckets: Buckets, series: number, { from, to }: Stretch): void => {
    for (let day = dayOf(from); day <= dayOf(to - 1); day += 1) {
      const inDay = { from: Math.max(from, day * dayMillis), to: Math.min(to, (day + 1) * dayMillis) };
      const cells = blocks.day(series, day);
      if (cells === null) addBlocks(buckets, series, inDay);
      else buckets.addCells(cells, day, inDay);
    }
  };

  /** A cell that is cut by an end would bring readings from beyond it, perhaps from after a fork. */
  const addExactly = (buckets: Buckets, series: number, stretch: Stretch): void => {
    const from = cellCeil(stretch.from);
    const to = cellFloor(stretch.to);
    if (buckets.width < cellWorthwhile || from >= to) return addBlocks(buckets, series, stretch);
    addBlocks(buckets, series, { from: stretch.from, to: from });
    addCells(buckets, series, { from, to });
    addBlocks(buckets, series, { from: to, to: stretch.to });
  };

  /** Of what retention took away there are cells only: those that the window cuts count, those that a fork cuts do not. */
  const addTrimmed = (
    buckets: Buckets,
    head: Head,
    { stretch, segment }: { readonly stretch: Stretch; readonly segment: LineSegment },
  ): void => {
    const from = Math.max(cellFloor(stretch.from), cellCeil(segment.from));
    const to = Math.min(cellCeil(stretch.to), cellFloor(segment.to), head.rawFrom);
    if (from < to) addCells(buckets, head.series, { from, to });
  };

  return ({ sensors, line, from, to, points }) => {
    const buckets = createBuckets({ from, to, points });
    return sensors.map((sensor) => {
      for (const segment of line) {
        const head = book.find(segment.branch, sensor.id);
        const stretch = { from: Math.max(from, segment.from), to: Math.min(to, segment.to) };
        if (head === undefined || stretch.from >= stretch.to) continue;
        if (stretch.from < head.rawFrom) addTrimmed(buckets, head, { stretch, segment });
        const kept = { from: Math.max(stretch.from, head.rawFrom), to: stretch.to };
        if (kept.from < kept.to) addExactly(buckets, head.series, kept);
        buckets.addReadings(arrivalsOf(head, room), stretch);
      }
      return buckets.series(sensor);
    });
  };
}
