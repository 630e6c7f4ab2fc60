import type { Ref } from '../wire/value.ts';

/** What is done at its time. */
export type Schedule = {
  /** Lab time at which this endpoint began. */
  readonly started: number;
  /** Lab time went on. */
  readonly pass: () => void;
  readonly run: (id: string) => void;
  /** The task that it is about; null where it only just began. */
  readonly active: (id: string) => Ref | null | undefined;
};
