import type { Actor } from '../../sim/contract/actors.ts';
import type { Receipt } from '../../sim/contract/commands.ts';
import type { DeskReceipt } from '../../sim/contract/desk.ts';
import type { LoggedEvent } from '../../sim/contract/events.ts';
import type { BranchId, EntityId, Revision } from '../../sim/contract/ids.ts';
import type { Status } from '../../sim/contract/queries.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Quality } from '../../sim/contract/telemetry.ts';
import type { Announcement, Dispose } from './announcement.ts';
import type { Terminals } from '../guests/terminals.ts';

/** The latest reading of every sensor, by index, as ingest wrote it. Never the physics behind it. */
export type ReadingBoard = {
  /** Changes whenever the set or the order of sensors does: indexes are void then. */
  readonly generation: () => number;
  readonly indexOf: (sensor: EntityId) => number | undefined;
  readonly valueAt: (index: number) => number;
  /** Lab time; NaN where never read. */
  readonly timeAt: (index: number) => number;
  readonly qualityAt: (index: number) => Quality;
  /** Called after readings were written, at most once per turn of the event loop. */
  readonly onChange: (listener: () => void) => Dispose;
};

/** All that a face may see of the host. */
export type Host = {
  /** A world command: to the door. A desk command: to the desk. */
  readonly execute: (
    input: unknown,
    actor: Actor,
    key: string | null,
  ) => Promise<Result<Receipt | DeskReceipt>>;
  readonly query: (name: string, params: Readonly<Record<string, unknown>>) => Promise<Result<unknown>>;
  readonly status: () => Status;
  readonly labTime: () => number;
  readonly board: ReadingBoard;
  readonly announcements: (listener: (announcement: Announcement) => void) => Dispose;
  /** Events after a revision of the current branch; null where they are no longer at hand: reset. */
  readonly eventsSince: (since: Revision, branch: BranchId) => readonly LoggedEvent[] | null;
  /** Shells and consoles of its machines. */
  readonly terminals?: Pick<Terminals, 'open' | 'lookOn' | 'isShare'>;
  readonly close: () => Promise<void>;
};
