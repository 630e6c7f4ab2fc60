import type { EntityId } from '../../../sim/contract/ids.ts';
import { asSimMillis } from '../../../sim/contract/units.ts';
import type { SimMillis } from '../../../sim/contract/units.ts';
import type { World } from '../../../sim/index.ts';
import type { Board } from '../board.ts';
import type { RoomBook, SiteBook } from './overview-book.ts';

/** A reading older than `millis` of lab time says nothing about now. */
export type Freshness = { readonly board: Board; readonly world: World; readonly millis: number };

export function readingOf(
  { board, world, millis }: Freshness,
  sensor: EntityId,
): { readonly value: number; readonly at: SimMillis } | null {
  const index = board.indexOf(sensor);
  if (index === undefined) return null;
  const value = board.valueAt(index);
  const at = board.timeAt(index);
  return Number.isNaN(value) || world.now() - at > millis ? null : { value, at: asSimMillis(at) };
}

export const valueOf = (fresh: Freshness, sensor: EntityId | null | undefined): number | null =>
  sensor === null || sensor === undefined ? null : (readingOf(fresh, sensor)?.value ?? null);

export type Inlet = { readonly rack: EntityId; readonly value: number | null };

export const inletsOf = (fresh: Freshness, rooms: readonly RoomBook[]): Inlet[] =>
  rooms.flatMap(({ inlets }) => inlets.map(({ sensor, rack }) => ({ rack, value: valueOf(fresh, sensor) })));

export type Known = { readonly rack: EntityId; readonly value: number };
export const knownOf = (inlets: readonly Inlet[]): Known[] =>
  inlets.flatMap(({ rack, value }) => (value === null ? [] : [{ rack, value }]));

export const meanOf = (known: readonly Known[]): number | null =>
  known.length === 0 ? null : known.reduce((sum, { value }) => sum + value, 0) / known.length;

export const hottestOf = (known: readonly Known[]): Known | null =>
  known.reduce<Known | null>((most, one) => (most === null || one.value > most.value ? one : most), null);

/** kW of the racks of a room whose meters speak. */
export function powerOf(fresh: Freshness, { powers }: RoomBook): number | null {
  let sum: number | null = null;
  for (const sensor of powers) {
    const value = valueOf(fresh, sensor);
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}

export type SitePower = {
  readonly totalPower: number | null;
  readonly itPower: number | null;
  readonly pue: number | null;
};

/** What the meters of the sites say together: one alone speaks for itself, of several the sums are divided. */
export function sitePower(fresh: Freshness, sites: readonly SiteBook[]): SitePower {
  const [first] = sites;
  if (sites.length === 1 && first !== undefined) {
    const read = (metric: 'total-power' | 'power' | 'pue') => valueOf(fresh, first.meters.get(metric));
    return { totalPower: read('total-power'), itPower: read('power'), pue: read('pue') };
  }
  const sumOf = (metric: 'total-power' | 'power'): number | null => {
    const known = sites.flatMap(({ meters }) => valueOf(fresh, meters.get(metric)) ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  const both = sites.flatMap(({ meters }) => {
    const total = valueOf(fresh, meters.get('total-power'));
    const equipment = valueOf(fresh, meters.get('power'));
    return total === null || equipment === null ? [] : [{ total, equipment }];
  });
  const equipment = both.reduce((sum, one) => sum + one.equipment, 0);
  const total = both.reduce((sum, one) => sum + one.total, 0);
  return {
    totalPower: sumOf('total-power'),
    itPower: sumOf('power'),
    pue: equipment > 0 ? total / equipment : null,
  };
}
