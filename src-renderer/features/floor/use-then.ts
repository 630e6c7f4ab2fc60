/** The room as it was: asks the historian for one moment at a time, and always for the newest that was wanted. */
import { useEffect, useRef, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { qualityCodes } from '../../../sim/contract/lane-frame.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { FloorLayer } from '../../canvas/heat/floor-layer.table.ts';
import { query } from '../../data/client.ts';
import { isLiveLayer, liveLayers } from './layer-fold.ts';
import type { Frame } from './rack-frames.ts';
import type { LaneName, RoomFloor } from './room-floor.ts';

export type Then = {
  readonly at: number;
  readonly known: ReadonlyMap<EntityId, { readonly value: number; readonly age: number }>;
};

export type ThenState = {
  readonly past: Then | null;
  readonly refusal: Refusal | null;
  readonly isAsking: boolean;
};

const rest: ThenState = { past: null, refusal: null, isAsking: false };

export function thenOf(sensors: readonly EntityId[], answer: QueryAnswer<'floor-at'>): Then {
  const known = new Map<EntityId, { readonly value: number; readonly age: number }>();
  sensors.forEach((sensor, index) => {
    const value = answer.values[index] ?? null;
    if (value !== null) known.set(sensor, { value, age: answer.ages[index] ?? 0 });
  });
  return { at: answer.at, known };
}

/** As a frame of the lanes, so that what folds the present folds the past. */
export function frameOf({ known }: Then, sensors: readonly EntityId[]): Frame {
  return {
    values: Float32Array.from(sensors, (sensor) => known.get(sensor)?.value ?? Number.NaN),
    ages: Float32Array.from(sensors, (sensor) => known.get(sensor)?.age ?? 0),
    qualities: new Uint8Array(sensors.length).fill(qualityCodes.indexOf('sim')),
  };
}

/** `at` null: shows now, asks nothing. A moment that is passed over while an answer is on its way is not asked for. */
export function useThen(sensors: readonly EntityId[], at: number | null): ThenState {
  const [state, setState] = useState(rest);
  const wanted = useRef<{ readonly sensors: readonly EntityId[]; readonly at: number } | null>(null);
  const isBusy = useRef(false);
  useEffect(() => {
    wanted.current = at === null ? null : { sensors, at };
    if (at === null) setState(rest);
    else if (!isBusy.current) void askOn();
    async function askOn(): Promise<void> {
      isBusy.current = true;
      for (let next = wanted.current; next !== null;) {
        setState((last) => ({ ...last, isAsking: true }));
        const asked: NonNullable<typeof next> = next;
        const answer = await query('floor-at', { sensors: [...asked.sensors], at: asked.at });
        if (wanted.current === null) break;
        setState((last) =>
          answer.ok
            ? { past: thenOf(asked.sensors, answer.value), refusal: null, isAsking: false }
            : { ...last, refusal: answer.refusal, isAsking: false },
        );
        next = wanted.current === asked ? null : wanted.current;
      }
      isBusy.current = false;
    }
  }, [sensors, at]);
  // Who leaves wants nothing more.
  useEffect(() => () => void (wanted.current = null), []);
  return state;
}

/** Before the first answer nothing is known, and now must not be shown for then. */
export const unknownThen: Then = { at: 0, known: new Map() };

/** Those of the layer, and of the means that stand beside it. */
export function sensorsOfThen({ lanes }: Pick<RoomFloor, 'lanes'>, layer: FloorLayer): readonly EntityId[] {
  const own = isLiveLayer(layer) ? liveLayers[layer].lanes : [];
  const wanted = new Set<LaneName>([...own, 'inlet', 'outlet']);
  const all = [...wanted].flatMap((lane) => lanes[lane]).filter((sensor) => sensor !== null);
  return [...new Set(all)];
}
