/**
 * What a picture of the floor would be of. Menus ask while they are rendered whether there is one, so this is
 * a plain function over a ref: an effect's own event may not be called then.
 */
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { FloorStage } from '../../canvas/floor/floor-stage.ts';
import type { FloorMarks } from '../../canvas/floor/stage-state.ts';
import { useWorld } from '../../data/world.ts';
import type { PictureSubject } from './picture-subject.ts';
import type { FloorLookAt } from './floor-view-state.ts';
import { offerPictures } from './picture-offer.ts';
import type { RackReadingsSource } from './rack-readings.ts';
import type { RoomFloor } from './room-floor.ts';
import type { PlantSource } from './use-plant.ts';

type Subject = {
  /** Asked when a drawing is made, not before. */
  readonly sources: {
    readonly readings: Pick<RackReadingsSource, 'latest'>;
    readonly marks: FloorMarks;
    readonly plant: Pick<PlantSource, 'latest'>;
  };
  readonly floor: RoomFloor | null;
  readonly look: FloorLookAt;
  readonly at: number;
  readonly isPast: boolean;
};

/** For printing and saving: what would be drawn now; null where there is nothing to draw. */
export function usePictures(
  stage: RefObject<FloorStage | null>,
  { floor, look, at, isPast, sources }: Subject,
): () => PictureSubject | null {
  const lab = useWorld((world) => world.status?.lab.name ?? '');
  const latest = useRef<Omit<PictureSubject, 'stage'> | null>(null);
  useEffect(() => {
    const { readings, marks, plant } = sources;
    const drawn = () => ({ readings: readings.latest(), marks, plant: plant.latest() });
    latest.current = floor === null ? null : { floor, look, at, isPast, lab, drawn };
  });
  const subject = useCallback((): PictureSubject | null => {
    const { current } = latest;
    return current === null || stage.current === null ? null : { ...current, stage: stage.current };
  }, [stage]);
  useEffect(() => offerPictures(subject), [subject]);
  return subject;
}
