/** Everything that the page lays over the plan, as one value that changes only where something of it did. */
import { useEffect, useMemo, useState } from 'react';
import { airArrows } from '../../canvas/floor/air-arrows.ts';
import type { FloorScene } from '../../canvas/floor/floor-scene.ts';
import { metricText } from '../../ui/numbers.ts';
import { gridOf, liftGhosts } from './edit-scene.ts';
import { useFloorEdit } from './floor-edit.ts';
import { isMoved, type Wanted, wantedOf } from './lift.ts';
import type { RoomFloor } from './room-floor.ts';
import type { AirSource } from './use-air.ts';
import type { SensorStates } from './use-sensor-states.ts';

type Air = Pick<FloorScene, 'aisles' | 'arrows'>;
const still: Air = { aisles: [], arrows: [] };

/** Means change in their last digit only now and then; arrows follow the air once a second while they are shown. */
function useDrawnAir(floor: RoomFloor, air: AirSource, hasArrows: boolean): Air {
  const [drawn, setDrawn] = useState(still);
  useEffect(
    () =>
      air.listen((next) => {
        const aisles = next.aisles.map((mean) => (mean === null ? null : metricText('temperature', mean)));
        setDrawn((last) => {
          const isSame =
            !hasArrows &&
            last.arrows.length === 0 &&
            last.aisles.length === aisles.length &&
            aisles.every((words, index) => words === last.aisles[index]);
          return isSame ? last : { aisles, arrows: hasArrows ? airArrows(floor.plan, next) : [] };
        });
      }),
    [floor, air, hasArrows],
  );
  return drawn;
}

/** What is taken up, where it would stand. */
export function useWanted({ plan }: RoomFloor): readonly Wanted[] {
  const chosen = useFloorEdit((state) => state.chosen);
  const lift = useFloorEdit((state) => state.lift);
  return useMemo(
    () => (lift === null || !isMoved(lift) ? [] : wantedOf(plan, chosen, lift)),
    [plan, chosen, lift],
  );
}

export type SceneParts = {
  readonly air: AirSource;
  readonly hasArrows: boolean;
  readonly sensors: SensorStates | null;
  readonly wanted: readonly Wanted[];
};

export function useScene(floor: RoomFloor, parts: SceneParts): Partial<FloorScene> {
  const { wanted, sensors } = parts;
  const drawn = useDrawnAir(floor, parts.air, parts.hasArrows);
  const chosen = useFloorEdit((state) => state.chosen);
  const isOn = useFloorEdit((state) => state.isOn);
  const proposal = useFloorEdit((state) => state.proposal);
  const rope = useFloorEdit((state) => state.rope);
  return useMemo(
    () => ({
      ...drawn,
      sensors,
      chosen,
      rope,
      grid: gridOf({ isOn }),
      ghosts: proposal.length > 0 ? proposal : liftGhosts(wanted),
    }),
    [drawn, sensors, chosen, isOn, proposal, rope, wanted],
  );
}
