import { cellMillis, dayMillis, dayOf, type DayCells } from './cells.ts';
import type { HistoryBlocks } from './history-blocks.ts';
import { contentOf, type Head } from './history-heads.ts';
import type { SeriesBook } from './history-series.ts';
import type { History } from './history.ts';
import { createBuckets, type Buckets } from './series-buckets.ts';

type Stretch = { readonly from: number; readonly to: number };

/** Buckets that are about as wide as a cell or wider are filled from cells: 24 hours in 300 points are. */
const cellWorthwhile = cellMillis * 0.9;

export function createSeriesReader(book: SeriesBook, blocks: HistoryBlocks): History['series'] {
  const addBlocks = (buckets: Buckets, series: number, { from, to }: Stretch): void => {
    if (from >= to) return;
    for (const { times, values } of blocks.read(series, from, to)) {
      for (let index = 0; index < times.length; index += 1) {
        const at = times[index] ?? 0;
        if (at >= from && at < to) buckets.addReading(at, values[index] ?? 0);
      }
    }
  };

  const addHead = (buckets: Buckets, head: Head, { from, to }: Stretch): void => {
    const { times, values } = contentOf(head);
    for (let index = 0; index < times.length; index += 1) {
      const at = times[index] ?? 0;
      if (at >= from && at < to) buckets.addReading(at, values[index] ?? 0);
    }
  };

  const addCells = (buckets: Buckets, series: number, { from, to }: Stretch): void => {
    for (let day = dayOf(from); day <= dayOf(to - 1); day += 1) {
      const inDay = { from: Math.max(from, day * dayMillis), to: Math.min(to, (day + 1) * dayMillis) };
      const cells = blocks.day(series, day);
      if (cells === null) addBlocks(buckets, series, inDay);
      else addDay(buckets, cells, { ...inDay, day });
    }
  };

  const addStretch = (buckets: Buckets, head: Head, stretch: Stretch): void => {
    const from = Math.ceil(stretch.from / cellMillis) * cellMillis;
    const to = Math.floor(stretch.to / cellMillis) * cellMillis;
    if (buckets.width < cellWorthwhile || from >= to) {
      addBlocks(buckets, head.series, stretch);
    } else {
      // A cell that is cut by an end would bring readings from beyond it, perhaps from after a fork.
      addBlocks(buckets, head.series, { from: stretch.from, to: from });
      addCells(buckets, head.series, { from, to });
      addBlocks(buckets, head.series, { from: to, to: stretch.to });
    }
    addHead(buckets, head, stretch);
  };

  return ({ sensors, line, from, to, points }) =>
    sensors.map((sensor) => {
      const buckets = createBuckets({ from, to, points });
      for (const segment of line) {
        const head = book.find(segment.branch, sensor.id);
        const stretch = { from: Math.max(from, segment.from), to: Math.min(to, segment.to) };
        if (head !== undefined && stretch.from < stretch.to) addStretch(buckets, head, stretch);
      }
      return buckets.series(sensor);
    });
}

/** The cells that lie wholly in the stretch. */
function addDay(
  buckets: Buckets,
  cells: DayCells,
  { day, from, to }: Stretch & { readonly day: number },
): void {
  for (const [number, cell] of cells) {
    const start = day * dayMillis + number * cellMillis;
    if (start >= from && start + cellMillis <= to) buckets.addCell(start, start + cellMillis, cell);
  }
}
