import type { BranchId } from '../sim/contract/ids.ts';
import type { Series } from '../sim/contract/telemetry.ts';

export type Reading = { readonly sensor: string; readonly at: number; readonly value: number };

/** A stretch of a branch's line: on this branch, in [from, to) of lab time. */
export type LineSegment = { readonly branch: BranchId; readonly from: number; readonly to: number };

/** Days of lab time up to `now`: every reading, and five-minute cells. 0 keeps them for good. */
export type Retention = { readonly now: number; readonly rawDays: number; readonly bucketDays: number };

/** Readings of each sensor in [from, next), in order of time; `next` is where to go on, null at the end. */
export type ReadingPage = {
  readonly columns: { readonly sensor: string; readonly at: number[]; readonly value: number[] }[];
  readonly next: number | null;
};

/** The historian: packed blobs in its own SQLite file. */
export type History = {
  /** Buffered; on disk after flush, or by itself within half a second. */
  readonly append: (branch: BranchId, readings: readonly Reading[]) => void;
  readonly flush: () => void;
  /** One series per sensor over a line, thinned to at most `points` buckets of mean, min and max. */
  readonly series: (request: {
    readonly sensors: readonly { readonly id: string; readonly metric: string }[];
    readonly line: readonly LineSegment[];
    readonly from: number;
    readonly to: number;
    readonly points: number;
  }) => Series[];
  /** Readings as they were made, about `limit` of them: ends earlier for all where one sensor has more than its share. */
  readonly page: (request: {
    readonly sensors: readonly string[];
    readonly line: readonly LineSegment[];
    readonly from: number;
    readonly to: number;
    readonly limit: number;
  }) => ReadingPage;
  /** Takes a slice of what is too old away, in a few milliseconds; to be called again until it is done. */
  readonly trim: (retention: Retention) => { readonly removed: number; readonly isDone: boolean };
  /** What could not be kept or read, in words for people. Empty while all is well. */
  readonly problems: () => readonly string[];
  /** A consistent copy of the whole file while readings go on. `onProgress` hears 0 … 1. */
  readonly copyTo: (file: string, onProgress: (part: number) => void) => Promise<void>;
  readonly bytes: () => number;
  readonly close: () => void;
};
