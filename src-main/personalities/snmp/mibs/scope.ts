import type { Entity } from '../../../../sim/contract/entities.ts';
import type { World } from '../../../../sim/index.ts';
import type { Points } from '../../face.ts';
import type { Counters } from '../counters.ts';
import type { EngineClock } from '../engine.ts';
import type { UpsWatch } from '../ups-watch.ts';

/** What the objects of one device are read from. */
export type Scope<Device extends Entity = Entity> = {
  readonly world: World;
  readonly device: Device;
  readonly points: Points;
  readonly watch: UpsWatch;
  readonly counters: Counters;
  readonly engine: Buffer;
  readonly clock: EngineClock;
  readonly mostOctets: number;
};
