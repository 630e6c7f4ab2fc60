/** Where the screen's moving numbers come from: lanes in the lab, samples on the page of states. */
import type { ReactNode } from 'react';
import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { CoolingUnit, Zone } from './plant-of.ts';
import type { ZoneNow } from './zone-now.ts';

export type Shown = { readonly sensor: EntityId | undefined; readonly metric: Metric };

export type CoolingSources = {
  readonly value: (shown: Shown) => ReactNode;
  readonly state: (sensor: EntityId | undefined) => ReactNode;
  /** Return less supply. */
  readonly difference: (unit: CoolingUnit) => ReactNode;
  readonly age: (sensor: EntityId | undefined) => ReactNode;
  readonly watchZone: (zone: Zone, listener: (now: ZoneNow) => void) => () => void;
};
