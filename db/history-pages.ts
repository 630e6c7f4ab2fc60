import { createBlockRoom, type Block } from './block.ts';
import type { HistoryBlocks } from './history-blocks.ts';
import { blockSize, contentOf, joined, sorted } from './history-heads.ts';
import type { SeriesBook } from './history-series.ts';
import type { History, LineSegment } from './history.ts';
import type { Stretch } from './series-buckets.ts';

type Asked = { readonly sensor: string; readonly line: readonly LineSegment[] };

/** Readings as they were made, a page of time for all sensors at once. */
export function createPageReader(book: SeriesBook, blocks: HistoryBlocks): History['page'] {
  const room = createBlockRoom();

  /** The series that a sensor's stretch of time lies in, each with its part of it. */
  const parts = ({ sensor, line }: Asked, { from, to }: Stretch) =>
    line.flatMap((segment) => {
      const head = book.find(segment.branch, sensor);
      const part = { from: Math.max(from, segment.from), to: Math.min(to, segment.to) };
      return head === undefined || part.from >= part.to ? [] : [{ head, ...part }];
    });

  const readingsIn = (asked: Asked, stretch: Stretch): Block => {
    let all: Block = { times: new Float64Array(0), values: new Float64Array(0) };
    for (const { head, from, to } of parts(asked, stretch)) {
      const add = (block: Block): void => {
        all = joined(all, within(block, { from, to }));
      };
      blocks.each({ series: head.series, from, to }, add);
      add(contentOf(head, room));
    }
    return isSorted(all.times) ? all : sorted(all);
  };

  /** Far enough to hold so many readings, if there are so many: opening all blocks of a year would take long. */
  const reach = (asked: Asked, stretch: Stretch, count: number): number => {
    const nth = Math.ceil(count / blockSize) + 1;
    const ends = parts(asked, stretch).flatMap(({ head, from, to }) => {
      const finish = blocks.finishOf(head.series, from, nth);
      return finish === null || finish >= to ? [] : [finish + 1];
    });
    return Math.min(stretch.to, ...ends);
  };

  return ({ sensors, line, from, to, limit }) => {
    const share = Math.max(1, Math.floor(limit / Math.max(1, sensors.length)));
    const asked = sensors.map((sensor) => ({ sensor, line }));
    let end = Math.min(to, ...asked.map((one) => reach(one, { from, to }, share)));
    const found = asked.map((one) => readingsIn(one, { from, to: end }));
    for (const { times } of found) {
      const next = times[share];
      // At least one moment: readings of the same one cannot be told apart by a page's bounds.
      if (next !== undefined) end = Math.min(end, Math.max(next, (times[0] ?? from) + 1));
    }
    return {
      columns: sensors.map((sensor, index) => {
        const { times, values } = within(found[index] ?? noReadings, { from, to: end });
        return { sensor, at: [...times], value: [...values] };
      }),
      next: end < to ? end : null,
    };
  };
}

const noReadings: Block = { times: new Float64Array(0), values: new Float64Array(0) };

function isSorted(times: Float64Array): boolean {
  for (let index = 1; index < times.length; index += 1)
    if ((times[index] ?? 0) < (times[index - 1] ?? 0)) return false;
  return true;
}

/** Of readings in order of time. */
function within({ times, values }: Block, { from, to }: Stretch): Block {
  let first = 0;
  while (first < times.length && (times[first] ?? 0) < from) first += 1;
  let last = times.length;
  while (last > first && (times[last - 1] ?? 0) >= to) last -= 1;
  return { times: times.subarray(first, last), values: values.subarray(first, last) };
}
