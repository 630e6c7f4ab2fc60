import type { Metric } from '../../../sim/contract/entities.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';

// Addresses are those on the wire, from 0; mbpoll and most manuals count from 1.

/** A float of two registers, in holding and input registers alike. */
export type PointRow = {
  readonly at: number;
  readonly name: string;
  readonly metric: Metric;
  readonly place: string;
  /** What the unit is told to hold: read from its own settings, and may be written. */
  readonly spec?: 'setpoint';
};

/** The same in one signed register, in tenths, for masters that write nothing else; holding registers only. */
export type TenthsRow = { readonly at: number; readonly name: string; readonly spec: 'setpoint' };

/** One register that holds one of a few numbers; holding registers only. */
export type ChoiceRow = {
  readonly at: number;
  readonly name: string;
  readonly choices: readonly {
    readonly value: number;
    readonly verb: OrderVerb;
    /** Words of the device's state at which the register reads as this. */
    readonly words: readonly string[];
  }[];
};

export type Condition =
  | { readonly words: readonly string[] }
  | { readonly above: number }
  | { readonly below: number }
  /** The instrument has a reading at all. */
  | 'known';

/** A discrete input. */
export type BitRow = {
  readonly at: number;
  readonly name: string;
  readonly metric: Metric;
  readonly place: string;
  readonly when: Condition;
};

export type CoilRow = {
  readonly at: number;
  readonly name: string;
  /** Null: a push button, which reads 0 and does nothing when 0 is written. */
  readonly lit: { readonly metric: Metric; readonly words: readonly string[] } | null;
  readonly on: OrderVerb;
  readonly off: OrderVerb | null;
};

export type DeviceMap = {
  readonly points: readonly PointRow[];
  readonly tenths: readonly TenthsRow[];
  readonly choices: readonly ChoiceRow[];
  readonly bits: readonly BitRow[];
  readonly coils: readonly CoilRow[];
};
