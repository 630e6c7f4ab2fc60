import type { FloorLook } from './floor-look.ts';
import type { FloorPlan } from './floor-plan.ts';
import type { FloorPlant } from './floor-plant.ts';
import type { RackMark } from './mark-cells.ts';
import type { Size, Viewport } from './viewport.ts';

/** What a room is drawn with. */
export type RoomDrawing = {
  readonly pen: CanvasRenderingContext2D;
  readonly plan: FloorPlan;
  readonly view: Viewport;
  readonly size: Size;
  readonly look: FloorLook;
  readonly selected: string | null;
  readonly unitMarks: ReadonlyMap<string, RackMark>;
  readonly plant: FloorPlant;
  readonly aisles: readonly (string | null)[];
  /** The rope that is being edited is drawn as it will be. */
  readonly edited: string | null;
};
