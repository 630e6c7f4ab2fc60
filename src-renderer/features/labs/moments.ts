/** Moments of a lab's story, for the rewind slider. Pure. */
import type { LoggedEvent } from '../../../sim/contract/events.ts';

/** What would not have happened on the branch that leaves here: commands of this very tick are kept. */
export const eventsAfter = (events: readonly LoggedEvent[], tick: number): readonly LoggedEvent[] =>
  events.filter((event) => event.tick > tick);

/** Ticks at which something happened, ascending, each once. */
export const eventTicks = (events: readonly LoggedEvent[]): readonly number[] =>
  [...new Set(events.map(({ tick }) => Number(tick)))].toSorted((a, b) => a - b);

export const previousTick = (ticks: readonly number[], at: number): number =>
  ticks.findLast((tick) => tick < at) ?? 0;
export const nextTick = (ticks: readonly number[], at: number, head: number): number =>
  ticks.find((tick) => tick > at) ?? head;

export type StoryRow = {
  readonly event: LoggedEvent;
  /** How many alike came at the same moment. */ readonly count: number;
};

/** A lab's founding creates hundreds of things in one moment; they are one row of its story. */
export function storyRows(events: readonly LoggedEvent[]): readonly StoryRow[] {
  const rows: StoryRow[] = [];
  for (const event of events) {
    const last = rows.at(-1);
    const isMore =
      last !== undefined &&
      event.event.type === 'entity.created' &&
      last.event.event.type === 'entity.created' &&
      last.event.tick === event.tick;
    if (isMore) rows[rows.length - 1] = { event: last.event, count: last.count + 1 };
    else rows.push({ event, count: 1 });
  }
  return rows;
}
