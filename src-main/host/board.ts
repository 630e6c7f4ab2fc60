import type { EntityId } from '../../sim/contract/ids.ts';
import { qualityCodes } from '../../sim/contract/lane-frame.ts';
import type { Quality } from '../../sim/contract/telemetry.ts';
import type { ReadingBoard } from './host.ts';

export type Board = ReadingBoard & {
  /** New sensors, in this order; values of those that stay are kept. */
  readonly arrange: (sensors: readonly EntityId[]) => void;
  readonly write: (
    index: number,
    reading: { readonly value: number; readonly at: number; readonly quality: Quality },
  ) => void;
  /** Forgets all values: another story begins. */
  readonly wipe: () => void;
  readonly sensorAt: (index: number) => EntityId | undefined;
};

type Columns = {
  readonly ids: readonly EntityId[];
  readonly values: Float64Array;
  readonly times: Float64Array;
  readonly qualities: Uint8Array;
};

const blank = (ids: readonly EntityId[]): Columns => ({
  ids,
  values: new Float64Array(ids.length).fill(Number.NaN),
  times: new Float64Array(ids.length).fill(Number.NaN),
  qualities: new Uint8Array(ids.length),
});

export function createBoard(): Board {
  let columns = blank([]);
  let index = new Map<EntityId, number>();
  let generation = 0;
  let told = true;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    if (!told) return;
    told = false;
    setImmediate(() => {
      told = true;
      for (const listener of listeners) listener();
    });
  };
  const arrange = (sensors: readonly EntityId[]): void => {
    const next = blank(sensors);
    sensors.forEach((id, at) => {
      const was = index.get(id);
      if (was === undefined) return;
      next.values[at] = columns.values[was] ?? Number.NaN;
      next.times[at] = columns.times[was] ?? Number.NaN;
      next.qualities[at] = columns.qualities[was] ?? 0;
    });
    columns = next;
    index = new Map(sensors.map((id, at) => [id, at]));
    generation += 1;
    changed();
  };
  return {
    generation: () => generation,
    indexOf: (sensor) => index.get(sensor),
    sensorAt: (at) => columns.ids[at],
    valueAt: (at) => columns.values[at] ?? Number.NaN,
    timeAt: (at) => columns.times[at] ?? Number.NaN,
    qualityAt: (at) => qualityCodes[columns.qualities[at] ?? 0] ?? 'bad',
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    arrange,
    write: (at, reading) => {
      columns.values[at] = reading.value;
      columns.times[at] = reading.at;
      columns.qualities[at] = qualityCodes.indexOf(reading.quality);
      changed();
    },
    wipe: () => {
      columns = blank(columns.ids);
      changed();
    },
  };
}
