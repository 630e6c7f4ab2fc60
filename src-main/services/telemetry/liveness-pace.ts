/** How often each piece of hardware speaks, learned from its last intervals. Seconds throughout. */
export type Pace = {
  readonly heard: (item: number, at: number) => 'quicker' | 'as before';
  /** Null: not heard often enough yet. */
  readonly period: (item: number) => number | null;
  readonly copyFrom: (item: number, from: { readonly pace: Pace; readonly item: number }) => void;
  readonly read: (item: number) => PaceRecord | undefined;
};

type PaceRecord = { count: number; last: number; period: number | null; readonly intervals: Float64Array };

const kept = 8;
const enough = 3;
/** A sensor that chatters is not stale for one hiccup; one that speaks on change only is, in the end. */
const shortest = 5;
const longest = 86_400;

/** `learns`: which items are hardware. Bots tell their pace and cost nothing here. */
export function createPace(learns: readonly boolean[]): Pace {
  const records = learns.map((learn): PaceRecord | undefined =>
    learn ? { count: 0, last: Number.NaN, period: null, intervals: new Float64Array(kept) } : undefined,
  );
  const scratch = new Float64Array(kept);
  const median = ({ count, intervals }: PaceRecord): number | null => {
    const known = Math.min(kept, count);
    if (known < enough) return null;
    const some = scratch.subarray(0, known);
    some.set(intervals.subarray(0, known));
    some.sort();
    return Math.min(longest, Math.max(shortest, some[known >> 1] ?? shortest));
  };
  return {
    read: (item) => records[item],
    period: (item) => records[item]?.period ?? null,
    heard: (item, at) => {
      const record = records[item];
      if (record === undefined) return 'as before';
      const interval = at - record.last;
      record.last = at;
      if (Number.isNaN(interval)) return 'as before';
      record.intervals[record.count % kept] = interval;
      record.count += 1;
      const before = record.period;
      record.period = median(record);
      return record.period !== null && (before === null || record.period < before) ? 'quicker' : 'as before';
    },
    copyFrom: (item, from) => {
      records[item] = from.pace.read(from.item);
    },
  };
}
