import type { Entity, Metric } from '../contract/entities.ts';
import type { FloorPoint } from '../contract/floor-point.ts';
import type { World } from '../kernel/world.ts';
import type { PlantLayout } from '../physics/plant.ts';

/** Reads one quantity of one thing off the plant, as it is: without noise, drift or the step of a display. */
export type Truth = () => number;

/** What is asked for: which metric of which thing, and where on it. */
export type Point = {
  readonly entity: Entity;
  readonly metric: Metric;
  readonly place: string;
  /** Where on the floor, for what spreads over it. */
  readonly position: FloorPoint | undefined;
  /** The course of a rope. */
  readonly path: readonly FloorPoint[] | undefined;
};

export type Plot = { readonly world: World; readonly layout: PlantLayout };

/** A point with its line in its table. */
export type SpotOf = Point & { readonly at: number };
