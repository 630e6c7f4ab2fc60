/** What the stage draws from. Changed in place, by the stage alone. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Language } from '../../text/text.ts';
import type { ThemeName } from '../../theme/apply-theme.ts';
import type { FloorLayer } from '../heat/floor-layer.table.ts';
import {
  createPainter,
  createRackPaint,
  type FloorMode,
  type Painter,
  type RackPaint,
  type RackReadings,
  rackStates,
} from '../heat/rack-paint.ts';
import { floorLook, type FloorLook } from './floor-look.ts';
import type { FloorPlan, Spot } from './floor-plan.ts';
import { type FloorPlant, quietPlant } from './floor-plant.ts';
import { bareScene, type FloorScene } from './floor-scene.ts';
import { createHatch } from './hatch.ts';
import { createHitGrid, type HitGrid } from './hit-grid.ts';
import { leakSpots } from './rope.ts';
import type { RackMark } from './mark-cells.ts';
import { type Point, type Size, toFloor, type Viewport } from './viewport.ts';

export type FloorStyle = {
  readonly theme: ThemeName;
  readonly layer: FloorLayer;
  readonly mode: FloorMode;
  /** Of the written values. */
  readonly decimals: number;
  /** Of the words on it. */
  readonly language: Language;
};

export type FloorMarks = {
  /** One per rack, in the order of the plan. */
  readonly racks: readonly (RackMark | null)[];
  readonly units: ReadonlyMap<string, RackMark>;
};

export type StageState = {
  plan: FloorPlan;
  rackGrid: HitGrid;
  unitGrid: HitGrid;
  indexOf: ReadonlyMap<string, number>;
  style: FloorStyle;
  look: FloorLook;
  painter: Painter;
  readings: RackReadings;
  paint: RackPaint;
  marks: FloorMarks;
  plant: FloorPlant;
  scene: FloorScene;
  hatch: CanvasPattern | null;
  selected: EntityId | null;
  cursor: number | null;
  hovered: number | null;
  view: Viewport;
  size: Size;
  /** True while the whole room is shown: then a new size fits it again. */
  isFitted: boolean;
};

export const unreadReadings = (count: number): RackReadings => ({
  values: new Float32Array(count).fill(Number.NaN),
  ages: new Float32Array(count),
  states: new Uint8Array(count).fill(rackStates.unread),
  ratings: new Float32Array(count),
});

/** What can be pointed at besides racks: units, and leak sensors and ropes with room for a finger around them. */
export const smallSpots = ({ units, leaks }: FloorPlan): readonly Spot[] => [
  ...units,
  ...leaks.flatMap(leakSpots),
];

const bareOfPlan = (plan: FloorPlan) => ({
  plan,
  rackGrid: createHitGrid(plan.racks),
  unitGrid: createHitGrid(smallSpots(plan)),
  indexOf: new Map<string, number>(plan.racks.map((rack, index) => [rack.id, index])),
  readings: unreadReadings(plan.racks.length),
  paint: createRackPaint(plan.racks.length),
  marks: { racks: [], units: new Map<string, RackMark>() },
  plant: quietPlant,
  hovered: null,
});

export function createStageState(plan: FloorPlan, style: FloorStyle): StageState {
  const look = floorLook(style.theme);
  return {
    ...bareOfPlan(plan),
    style,
    look,
    painter: createPainter(style.theme, style.layer, style.mode),
    hatch: createHatch(look.hatch),
    scene: bareScene,
    selected: null,
    cursor: null,
    view: { scale: 1, x: 0, y: 0 },
    size: { width: 0, height: 0 },
    isFitted: true,
  };
}

/** Readings and marks of other racks are void; of the same ones they stay, so that a rename does not blank the floor. */
export function placePlan(state: StageState, plan: FloorPlan): void {
  const before = state.plan.racks;
  const cursor = state.cursor === null ? undefined : before[state.cursor]?.id;
  const isSame =
    before.length === plan.racks.length && before.every((rack, index) => rack.id === plan.racks[index]?.id);
  const { readings, paint, marks, plant } = state;
  Object.assign(state, bareOfPlan(plan), isSame ? { readings, paint, marks, plant } : {});
  state.cursor = cursor === undefined ? null : (state.indexOf.get(cursor) ?? null);
}

export function placeStyle(state: StageState, style: FloorStyle): void {
  state.style = style;
  state.painter = createPainter(style.theme, style.layer, style.mode);
  state.look = floorLook(style.theme);
  state.hatch = createHatch(state.look.hatch);
}

export const rackAt = (state: StageState, at: Point): number | null =>
  state.rackGrid.at(toFloor(state.view, at));

export function idAt(state: StageState, at: Point): EntityId | null {
  const rack = rackAt(state, at);
  if (rack !== null) return state.plan.racks[rack]?.id ?? null;
  const unit = state.unitGrid.at(toFloor(state.view, at));
  return unit === null ? null : (smallSpots(state.plan)[unit]?.id ?? null);
}
