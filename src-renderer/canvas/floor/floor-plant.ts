/** How the power and the units of a room are, as the floor draws it: only what is not as it should be. */
import type { Severity } from '../../../sim/contract/alarms.ts';

/** `one-feed`: it runs, but the next loss takes it down. */
export type RackPower = 'dark' | 'one-feed';

export const powerSeverity = { dark: 'critical', 'one-feed': 'major' } as const satisfies Record<
  RackPower,
  Severity
>;

export type UnitSaying = { readonly word: string; readonly severity: Severity };

export type FloorPlant = {
  /** One per rack, in the order of the plan; null: powered, or not known. */
  readonly racks: readonly (RackPower | null)[];
  /** Units whose state is not normal. */
  readonly units: ReadonlyMap<string, UnitSaying>;
  /** Leak sensors that are wet; of a locating rope at how many metres, null where none is told. */
  readonly wet: ReadonlyMap<string, number | null>;
};

export const quietPlant: FloorPlant = { racks: [], units: new Map(), wet: new Map() };
