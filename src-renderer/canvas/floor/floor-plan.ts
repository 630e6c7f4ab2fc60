import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Facing, Metric } from '../../../sim/contract/entities.ts';

/** A footprint on the floor in metres, from the room's north-west corner; `x` and `y` are its centre. */
export type Spot = {
  readonly id: EntityId;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Extent along x, after turning. */
  readonly width: number;
  /** Extent along y, after turning. */
  readonly depth: number;
};

/** What its row is walled in for. */
export type Containment = 'none' | 'cold-aisle' | 'hot-aisle';
export type RackSpot = Spot & { readonly facing: Facing; readonly containment?: Containment };
export type UnitSpot = Spot & {
  readonly kind: 'crac' | 'ups' | 'panel';
  /** Where the plan says that it is; what stands at a wall is drawn inside it. */
  readonly at: { readonly x: number; readonly y: number };
};

type SpotOnFloor = Pick<Spot, 'id' | 'name' | 'x' | 'y'>;

/** A sensor that lies on the floor and waits for water: at one place, or as a rope along a course. */
export type LeakSpot = SpotOnFloor & {
  /** From its controller; null where it is no rope. */
  readonly path: readonly { readonly x: number; readonly y: number }[] | null;
};

/** A sensor at the face of a rack, or with a place of its own in the room. */
export type SensorSpot = SpotOnFloor & { readonly metric: Metric };

export type AisleKind = 'cold' | 'hot';
export type Aisle = {
  readonly kind: AisleKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
  /** The way one walks it; its label is written along. */
  readonly along: 'x' | 'y';
  /** Indexes of the racks that take their air from it, or blow it in. */
  readonly racks: readonly number[];
  readonly isContained: boolean;
};

export type FloorPlan = {
  readonly room: {
    readonly id: EntityId;
    readonly name: string;
    readonly width: number;
    readonly depth: number;
  };
  readonly racks: readonly RackSpot[];
  readonly units: readonly UnitSpot[];
  readonly aisles: readonly Aisle[];
  readonly leaks: readonly LeakSpot[];
  readonly sensors: readonly SensorSpot[];
};

export const turnedFootprint = (
  facing: Facing,
  width: number,
  depth: number,
): { readonly width: number; readonly depth: number } =>
  facing === 'north' || facing === 'south' ? { width, depth } : { width: depth, depth: width };

/** The way a rack's front looks. */
export const frontOf = {
  north: { x: 0, y: -1 },
  south: { x: 0, y: 1 },
  east: { x: 1, y: 0 },
  west: { x: -1, y: 0 },
} as const satisfies Record<Facing, { readonly x: number; readonly y: number }>;
