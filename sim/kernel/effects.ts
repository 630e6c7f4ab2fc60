import type { EntityId } from '../contract/ids.ts';
import type { SimMillis } from '../contract/units.ts';

/** What a sensor says. The host publishes it where the real sensor would. */
export type SensorReading = { readonly sensor: EntityId; readonly value: number };

/** Described by the world, done by the host. */
export type Effect = {
  readonly kind: 'readings';
  readonly at: SimMillis;
  readonly items: readonly SensorReading[];
};
