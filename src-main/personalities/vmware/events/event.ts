/** One event, and the log of them. */
import type { Data, Ref } from '../wire/value.ts';

export type NewEvent = {
  /** `VmPoweredOnEvent`. */
  readonly type: string;
  readonly message: string;
  readonly user: string;
  /** The objects that it is about, the nearest first. */
  readonly about: readonly Ref[];
  /** What its type has beside what all have. */
  readonly fields: Data;
};

export type EventRecord = NewEvent & {
  readonly key: number;
  readonly at: number;
  /** Names of all objects above those it is about. */
  readonly above: ReadonlySet<string>;
  /** As the wire wants it. */
  readonly data: Data;
};

export type EventLog = {
  /** Oldest first. */
  readonly all: () => readonly EventRecord[];
  readonly post: (event: NewEvent) => void;
  /** Begins to listen. */
  readonly open: () => () => void;
};
