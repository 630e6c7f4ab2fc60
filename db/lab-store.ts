import type { Actor } from '../sim/contract/actors.ts';
import type { LoggedEvent, WorldEvent } from '../sim/contract/events.ts';
import type { BranchId, Revision } from '../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';

/** One command that was done, with what came of it. The unit of durability. */
export type LogEntry = {
  readonly key: string | null;
  readonly tick: Tick;
  /** Revision of the first event; the others follow without gaps. A command may cause none. */
  readonly firstRevision: Revision;
  readonly actor: Actor;
  readonly command: unknown;
  readonly events: readonly WorldEvent[];
  /** Ids that the command gave out. */
  readonly ids: readonly string[];
  readonly at: WallMillis;
};

/** A world at rest. `inventory` changes seldom, so the store keeps equal ones once. */
export type WorldSnapshot = {
  readonly tick: Tick;
  readonly revision: Revision;
  readonly inventory: string;
  readonly state: string;
  readonly lanes: Float64Array;
  readonly hash: string;
};

export type Branch = {
  readonly id: BranchId;
  readonly parent: BranchId | null;
  readonly forkTick: Tick;
  readonly forkRevision: Revision;
  readonly headTick: Tick;
  readonly headRevision: Revision;
  readonly madeAt: WallMillis;
};

/** What the store found wrong and could go on without. For people: status, logs, the Labs screen. */
export type StoreProblem = {
  readonly kind: 'damaged-snapshot' | 'damaged-entry';
  readonly branch: BranchId;
  readonly tick: Tick;
  readonly message: string;
};

/** A lab's story on disk: one SQLite file, written by one process. All calls are synchronous. */
export type LabStore = {
  readonly file: string;
  /** All entries in one transaction on the current branch, durable when it returns. Throws StorageError. */
  readonly append: (entries: readonly LogEntry[]) => void;
  /** The entry done under this key on the current branch's line, or null. */
  readonly findKey: (key: string) => LogEntry | null;
  /**
   * Entries of a branch's whole line (its ancestors up to their forks) after a revision, in order. Throws
   * StorageError `damaged` or `gap` where the line cannot be read on: what was yielded until then is good.
   */
  readonly entriesAfter: (branch: BranchId, revision: Revision) => IterableIterator<LogEntry>;
  /** Newest first. */
  readonly eventsBefore: (
    branch: BranchId,
    options: {
      readonly before: number | null;
      readonly limit: number;
      readonly types: readonly string[] | null;
    },
  ) => LoggedEvent[];
  readonly saveSnapshot: (branch: BranchId, snapshot: WorldSnapshot) => void;
  /** The latest snapshot on the branch's line whose tick is at most this one; a damaged one is passed over. */
  readonly nearestSnapshot: (branch: BranchId, tick: Tick) => WorldSnapshot | null;
  readonly branches: () => Branch[];
  readonly currentBranch: () => Branch;
  /** Makes a branch that leaves the current one here, and makes it current. */
  readonly fork: (at: { readonly tick: Tick; readonly revision: Revision }) => Branch;
  readonly setCurrent: (branch: BranchId) => Branch;
  /** How far the clock has come without any command; cheap, need not be durable. */
  readonly heartbeat: (tick: Tick) => void;
  readonly problems: () => readonly StoreProblem[];
  /** A consistent copy of the whole file while the lab goes on. `onProgress` hears 0 … 1. */
  readonly copyTo: (file: string, onProgress: (part: number) => void) => Promise<void>;
  readonly bytes: () => number;
  readonly close: () => void;
};
