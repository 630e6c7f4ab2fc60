/** Live readings of a string's cells: two lanes a cell, past React. */
import { useEffect, useMemo, useState } from 'react';
import { subscribeLanes } from '../../data/lanes.ts';
import { type Cell, type CellJudgement, type CellReadings, judgeCells } from './cells.ts';

export type CellsNow = { readonly readings: CellReadings; readonly judgement: CellJudgement };
export type CellSource = {
  /** Called at once with what there is, and on each frame. */
  readonly listen: (listener: (now: CellsNow) => void) => () => void;
  readonly latest: () => CellsNow;
};

function unread(count: number): CellsNow {
  const readings = {
    voltages: new Float32Array(count).fill(Number.NaN),
    resistances: new Float32Array(count).fill(Number.NaN),
  };
  return { readings, judgement: judgeCells(readings) };
}

export const stillCells = (readings: CellReadings): CellSource => {
  const now = { readings, judgement: judgeCells(readings) };
  return {
    listen: (listener) => {
      listener(now);
      return () => undefined;
    },
    latest: () => now,
  };
};

type Hub = CellSource & { readonly start: () => () => void };

function createHub(cells: readonly Cell[]): Hub {
  const listeners = new Set<(now: CellsNow) => void>();
  let now = unread(cells.length);
  const wanted = cells.flatMap((cell, index) => [
    ...(cell.voltage === null ? [] : [{ sensor: cell.voltage, index, column: 'voltages' as const }]),
    ...(cell.resistance === null ? [] : [{ sensor: cell.resistance, index, column: 'resistances' as const }]),
  ]);
  return {
    listen: (listener) => {
      listeners.add(listener);
      listener(now);
      return () => void listeners.delete(listener);
    },
    latest: () => now,
    start: () =>
      subscribeLanes(
        wanted.map(({ sensor }) => sensor),
        ({ values }) => {
          const { readings } = now;
          wanted.forEach(({ index, column }, at) => {
            readings[column][index] = values[at] ?? Number.NaN;
          });
          now = { readings, judgement: judgeCells(readings) };
          for (const listener of listeners) listener(now);
        },
      ),
  };
}

export function useCells(cells: readonly Cell[]): CellSource {
  const hub = useMemo(() => createHub(cells), [cells]);
  useEffect(() => (cells.length === 0 ? undefined : hub.start()), [hub, cells]);
  return hub;
}

/** Renders only where another cell is out of line, or one is back in it. */
export function useSeverities(source: CellSource): CellJudgement['severities'] {
  const [severities, setSeverities] = useState(() => source.latest().judgement.severities);
  useEffect(
    () =>
      source.listen(({ judgement }) =>
        setSeverities((last) =>
          last.length === judgement.severities.length &&
          last.every((severity, at) => severity === judgement.severities[at])
            ? last
            : judgement.severities,
        ),
      ),
    [source],
  );
  return severities;
}
