/** The room's power and units, live, as a source that the canvas and the table listen to. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type FloorPlant, quietPlant } from '../../canvas/floor/floor-plant.ts';
import { subscribeLanes } from '../../data/lanes.ts';
import { createPlantFold, samePlant } from './plant-sensors.ts';
import type { RoomFloor } from './room-floor.ts';

export type PlantSource = {
  /** Called at once, and again only where something changed. */
  readonly listen: (listener: (plant: FloorPlant) => void) => () => void;
  readonly latest: () => FloorPlant;
};

export function createPlantHub(): PlantSource & { readonly put: (plant: FloorPlant) => void } {
  const listeners = new Set<(plant: FloorPlant) => void>();
  let last = quietPlant;
  return {
    listen: (listener) => {
      listeners.add(listener);
      listener(last);
      return () => void listeners.delete(listener);
    },
    latest: () => last,
    put: (plant) => {
      if (samePlant(last, plant)) return;
      last = plant;
      for (const listener of listeners) listener(plant);
    },
  };
}

export function usePlant(floor: RoomFloor | null): PlantSource {
  const made = useMemo(
    () => ({ hub: createPlantHub(), plant: floor === null ? null : createPlantFold(floor.plant) }),
    [floor],
  );
  useEffect(() => {
    const { hub, plant } = made;
    if (plant === null || plant.order.length === 0) return undefined;
    return subscribeLanes(plant.order, (frame) => hub.put(plant.fold(frame)));
  }, [made]);
  return made.hub;
}

/** For words and tables: renders with a change of the plant, not with a reading. */
export const usePlantNow = (source: PlantSource): FloorPlant =>
  useSyncExternalStore(source.listen, source.latest);
