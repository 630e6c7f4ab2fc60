/** How the floor is looked at; kept while the app runs. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorMetric } from '../../canvas/heat/metric-scale.table.ts';
import type { FloorMode } from '../../canvas/heat/rack-paint.ts';

export type FloorFace = 'map' | 'table';

type FloorViewState = {
  readonly mode: FloorMode;
  readonly metric: FloorMetric;
  readonly face: FloorFace;
  /** The room last shown, for when nothing is selected. */
  readonly room: EntityId | null;
  /** True while the floor is the screen. */
  readonly isShown: boolean;
};

export const useFloorView = create<FloorViewState>(() => ({
  mode: 'analyse',
  metric: 'temperature',
  face: 'map',
  room: null,
  isShown: false,
}));
