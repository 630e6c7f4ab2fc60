import { paceNow } from '../../ui/live-value.tsx';
/** Live readings of a room's racks for one metric, as a source that a canvas listens to. */
import { useEffect, useMemo } from 'react';
import type { RackReadings } from '../../canvas/heat/rack-paint.ts';
import type { FloorMetric } from '../../canvas/heat/metric-scale.table.ts';
import { subscribeLanes } from '../../data/lanes.ts';
import { useWorld } from '../../data/world.ts';
import type { ReadingsSource } from './floor-canvas.tsx';
import type { RoomFloor } from './plan-from-world.ts';
import { createFrameFold } from './rack-frames.ts';

export type RackReadingsSource = {
  readonly listen: ReadingsSource;
  readonly latest: () => RackReadings | null;
};

type Hub = RackReadingsSource & { readonly put: (readings: RackReadings) => void };

function createHub(): Hub {
  const listeners = new Set<(readings: RackReadings) => void>();
  let last: RackReadings | null = null;
  return {
    listen: (listener) => {
      listeners.add(listener);
      if (last !== null) listener(last);
      return () => void listeners.delete(listener);
    },
    latest: () => last,
    put: (readings) => {
      last = readings;
      for (const listener of listeners) listener(readings);
    },
  };
}

export function useRackReadings(floor: RoomFloor | null, metric: FloorMetric): RackReadingsSource {
  const made = useMemo(() => {
    const fold = floor === null ? null : createFrameFold(floor.sensors[metric], floor.ratings);
    return { hub: createHub(), fold };
  }, [floor, metric]);
  useEffect(() => {
    const { hub, fold } = made;
    if (fold === null) return undefined;
    const quitLanes = subscribeLanes(fold.sensors, (frame) => {
      hub.put(fold.fold(frame, paceNow()));
    });
    const quitWorld = useWorld.subscribe((state, before) => {
      if (state.phase === 'lost' && before.phase !== 'lost') hub.put(fold.lose());
    });
    return () => {
      quitLanes();
      quitWorld();
    };
  }, [made]);
  return made.hub;
}
