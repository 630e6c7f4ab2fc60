import type { FloorStage } from '../../canvas/floor/floor-stage.ts';
import type { FloorPlant } from '../../canvas/floor/floor-plant.ts';
import type { FloorMarks } from '../../canvas/floor/stage-state.ts';
import type { RackReadings } from '../../canvas/heat/rack-paint.ts';
import type { FloorLookAt } from './floor-view-state.ts';
import type { RoomFloor } from './room-floor.ts';

export type Drawn = {
  readonly readings: RackReadings | null;
  readonly marks: FloorMarks;
  readonly plant: FloorPlant;
};

/** What a picture of the floor shows. */
export type PictureSubject = {
  readonly stage: Pick<FloorStage, 'picture'>;
  readonly floor: RoomFloor;
  readonly look: FloorLookAt;
  /** Lab time; of the past where history is shown. */
  readonly at: number;
  readonly isPast: boolean;
  readonly lab: string;
  readonly drawn: () => Drawn;
};
