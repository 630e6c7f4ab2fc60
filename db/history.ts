import type { BranchId } from '../sim/contract/ids.ts';
import type { Series } from '../sim/contract/telemetry.ts';

export type Reading = { readonly sensor: string; readonly at: number; readonly value: number };

/** A stretch of a branch's line: on this branch, in [from, to) of lab time. */
export type LineSegment = { readonly branch: BranchId; readonly from: number; readonly to: number };

/** The historian: packed blobs in its own SQLite file. */
export type History = {
  /** Buffered; on disk after flush, or by itself within two seconds. */
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
  /** What could not be kept or read, in words for people. Empty while all is well. */
  readonly problems: () => readonly string[];
  /** A consistent copy of the whole file while readings go on. `onProgress` hears 0 … 1. */
  readonly copyTo: (file: string, onProgress: (part: number) => void) => Promise<void>;
  readonly bytes: () => number;
  readonly close: () => void;
};
