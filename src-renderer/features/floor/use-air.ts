/** The room's air, live or of a moment, as a source: at most once a second, for means do not hurry. */
import { useEffect, useMemo } from 'react';
import { subscribeLanes } from '../../data/lanes.ts';
import { type AirWanted, createAirFold, noAir, type RoomAir } from './room-air.ts';
import type { Inventory } from './rack-sensors.ts';
import type { RoomFloor } from './room-floor.ts';
import { frameOf, type Then } from './use-then.ts';

export type AirSource = {
  /** Called at once with what there is, and on each change. */
  readonly listen: (listener: (air: RoomAir) => void) => () => void;
  readonly latest: () => RoomAir;
};

export type AirHub = AirSource & { readonly put: (air: RoomAir) => void };

export function createAirHub(): AirHub {
  const listeners = new Set<(air: RoomAir) => void>();
  let last = noAir;
  return {
    listen: (listener) => {
      listeners.add(listener);
      listener(last);
      return () => void listeners.delete(listener);
    },
    latest: () => last,
    put: (air) => {
      last = air;
      for (const listener of listeners) listener(air);
    },
  };
}

const gapMillis = 1000;

export type AirAsked = {
  readonly inventory: Inventory;
  readonly wanted: AirWanted;
  readonly past: Then | null;
};

export function useAir(floor: RoomFloor | null, { inventory, wanted, past }: AirAsked): AirSource {
  const made = useMemo(
    () => ({
      hub: createAirHub(),
      fold: floor === null ? null : createAirFold(floor, inventory, wanted),
    }),
    [floor, inventory, wanted],
  );
  useEffect(() => {
    const { hub, fold } = made;
    if (fold === null || fold.order.length === 0) return undefined;
    if (past !== null) {
      hub.put(fold.fold(frameOf(past, fold.order)));
      return undefined;
    }
    let last = Number.NEGATIVE_INFINITY;
    return subscribeLanes(fold.order, (frame) => {
      const now = performance.now();
      if (now - last < gapMillis) return;
      last = now;
      hub.put(fold.fold(frame));
    });
  }, [made, past]);
  return made.hub;
}
