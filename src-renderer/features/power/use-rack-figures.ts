/** Figures of all racks for sorting, filters and alerts: taken now and then, and kept while they round alike. */
import { useEffect, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { rackFigures } from './rack-rows.ts';
import type { RackFigures, RackRow } from './rack-rows.ts';
import type { PowerSource } from './power-hub.ts';

export type Figures = ReadonlyMap<EntityId, RackFigures>;

/** Wall milliseconds between two looks: an order that changed with each reading could not be read. */
const restMillis = 3000;

export function figuresOf(rows: readonly RackRow[], source: Pick<PowerSource, 'powerOf'>): Figures {
  return new Map(rows.map((row) => [row.id, rackFigures(row, source)]));
}

const whole = (share: number | null): number | null => (share === null ? null : Math.round(share * 50));

/** Alike for who reads: the same bands, and no share off by more than a hundredth or two. */
export function isAlike(one: Figures, other: Figures): boolean {
  if (one.size !== other.size) return false;
  for (const [id, figures] of one) {
    const next = other.get(id);
    if (next === undefined || next.band !== figures.band) return false;
    if (whole(next.a) !== whole(figures.a) || whole(next.b) !== whole(figures.b)) return false;
  }
  return true;
}

export function useRackFigures(rows: readonly RackRow[], source: PowerSource): Figures {
  const [figures, setFigures] = useState<Figures>(() => figuresOf(rows, source));
  useEffect(() => {
    let isNew = true;
    const look = (): void => {
      if (!isNew) return;
      isNew = false;
      const next = figuresOf(rows, source);
      setFigures((last) => (isAlike(last, next) ? last : next));
    };
    const quit = source.listen(() => {
      isNew = true;
    });
    const first = setTimeout(look, 600);
    const timer = setInterval(look, restMillis);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      quit();
    };
  }, [rows, source]);
  return figures;
}
