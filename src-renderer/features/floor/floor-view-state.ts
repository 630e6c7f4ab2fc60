/** How the floor is looked at; kept while the app runs. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorLayer } from '../../canvas/heat/floor-layer.table.ts';
import type { FloorMode } from '../../canvas/heat/rack-paint.ts';

export type FloorFace = 'map' | 'table';

export type FloorLookAt = {
  readonly mode: FloorMode;
  readonly layer: FloorLayer;
  readonly face: FloorFace;
  readonly hasArrows: boolean;
  readonly hasSensors: boolean;
};

type FloorViewState = FloorLookAt & {
  /** The room last shown, for when nothing is selected. */
  readonly room: EntityId | null;
  /** True while the floor is the screen. */
  readonly isShown: boolean;
};

export const useFloorView = create<FloorViewState>(() => ({
  mode: 'analyse',
  layer: 'inlet',
  face: 'map',
  hasArrows: false,
  hasSensors: false,
  room: null,
  isShown: false,
}));
