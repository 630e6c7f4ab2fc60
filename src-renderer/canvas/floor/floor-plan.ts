import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Facing } from '../../../sim/contract/entities.ts';

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

export type RackSpot = Spot & { readonly facing: Facing };
export type UnitSpot = Spot & { readonly kind: 'crac' | 'ups' | 'panel' };

/** A sensor that lies on the floor and waits for water. */
export type LeakSpot = Pick<Spot, 'id' | 'name' | 'x' | 'y'>;

export type AisleKind = 'cold' | 'hot';
export type Aisle = {
  readonly kind: AisleKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
  /** The way one walks it; its label is written along. */
  readonly along: 'x' | 'y';
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
};

export const turnedFootprint = (
  facing: Facing,
  width: number,
  depth: number,
): { readonly width: number; readonly depth: number } =>
  facing === 'north' || facing === 'south' ? { width, depth } : { width: depth, depth: width };
