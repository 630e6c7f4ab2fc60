/** What lies over the plan beside readings and alarms: what is chosen, what is being moved, where air flows. */
import type { Facing } from '../../../sim/contract/entities.ts';
import type { Spot } from './floor-plan.ts';
import type { Point } from './viewport.ts';

/** Where something would stand; `problem` says why it may not. */
export type Ghost = Spot & { readonly facing: Facing | null; readonly problem: string | null };

/** From tail to head, in metres. */
export type AirArrow = { readonly from: Point; readonly to: Point; readonly kind: 'cool' | 'warm' };

export type Marquee = { readonly from: Point; readonly to: Point };

/** A rope that is being drawn: its corners, and the one that keys move. */
export type DrawnRope = {
  /** Null: it is new. */
  readonly id: string | null;
  readonly points: readonly Point[];
  readonly active: number | null;
};

export type FloorScene = {
  readonly chosen: ReadonlySet<string>;
  readonly ghosts: readonly Ghost[];
  /** Metres between the lines of the grid; null: no grid. */
  readonly grid: number | null;
  readonly marquee: Marquee | null;
  readonly arrows: readonly AirArrow[];
  /** What is written beside each aisle's name, in the order of the plan. */
  readonly aisles: readonly (string | null)[];
  /** State of each sensor that is drawn, by id; null: sensors are not shown. */
  readonly sensors: ReadonlyMap<string, number> | null;
  readonly rope: DrawnRope | null;
};

export const bareScene: FloorScene = {
  chosen: new Set(),
  ghosts: [],
  grid: null,
  marquee: null,
  arrows: [],
  aisles: [],
  sensors: null,
  rope: null,
};
