/** Readings of a room's racks for one layer, as a source that a canvas listens to: of now, or of a moment. */
import { useEffect, useMemo } from 'react';
import type { FloorLayer } from '../../canvas/heat/floor-layer.table.ts';
import { unreadReadings } from '../../canvas/floor/stage-state.ts';
import type { RackReadings } from '../../canvas/heat/rack-paint.ts';
import { subscribeLanes } from '../../data/lanes.ts';
import { useWorld } from '../../data/world.ts';
import { paceNow } from '../../ui/live-value.tsx';
import type { ReadingsSource } from './floor-canvas.tsx';
import { type AlarmTally, isLiveLayer, layerFold, stillReadings } from './layer-fold.ts';
import type { RoomFloor } from './room-floor.ts';
import { frameOf, type Then } from './use-then.ts';

export type RackReadingsSource = {
  readonly listen: ReadingsSource;
  readonly latest: () => RackReadings | null;
};

type Hub = RackReadingsSource & { readonly put: (readings: RackReadings) => void };

export function createHub(): Hub {
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

/** What the historian knows of a moment is as old as the moment: it is not stale by being past. */
const patient = { speed: Number.MAX_SAFE_INTEGER, stretch: 1 };

export type Shown = {
  readonly layer: FloorLayer;
  readonly alarms: AlarmTally;
  /** Null: now. */
  readonly past: Then | null;
};

export function useRackReadings(floor: RoomFloor | null, { layer, alarms, past }: Shown): RackReadingsSource {
  const made = useMemo(() => {
    const fold = floor === null || !isLiveLayer(layer) ? null : layerFold(floor, layer);
    return { hub: createHub(), fold };
  }, [floor, layer]);
  useEffect(() => {
    const { hub, fold } = made;
    if (fold === null) return undefined;
    if (past !== null) {
      hub.put(fold.fold(frameOf(past, fold.sensors), patient));
      return undefined;
    }
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
  }, [made, past]);
  // Alarms change often, and of the other layers they change nothing.
  const tally = layer === 'alarms' ? alarms : null;
  const isPast = past !== null;
  useEffect(() => {
    if (floor === null || isLiveLayer(layer)) return;
    // Which alarms rang then, nobody kept in this form; those of now must not pass for them.
    if (layer === 'alarms' && isPast) return made.hub.put(unreadReadings(floor.plan.racks.length));
    made.hub.put(stillReadings(floor, layer, tally ?? noAlarms));
  }, [made, floor, layer, tally, isPast]);
  return made.hub;
}

const noAlarms: AlarmTally = { worst: [], counts: [] };
