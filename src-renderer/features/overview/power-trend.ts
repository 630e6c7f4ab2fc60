/** Total power and PUE over time: of one site as its meters said it, of several their sum and the ratio of their sums. Pure. */
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Series } from '../../../sim/contract/telemetry.ts';

type Values = readonly (number | null)[];
export type PowerTrend = { readonly at: readonly number[]; readonly power: Values; readonly pue: Values };
export const noTrend: PowerTrend = { at: [], power: [], pue: [] };

export function powerTrend(history: QueryAnswer<'history'> | null, meters: Overview['trends']): PowerTrend {
  const find = (sensor: string | null): Series | null =>
    history?.series.find((series) => series.sensor === sensor) ?? null;
  if (meters.meters.length < 2) {
    const power = find(meters.totalPower);
    return power === null
      ? noTrend
      : { at: power.at, power: power.mean, pue: valuesAt(find(meters.pue), power.at) };
  }
  const totals = meters.meters.flatMap(({ total }) => find(total) ?? []);
  const equipment = meters.meters.flatMap(({ equipment: id }) => find(id) ?? []);
  const at = totals.reduce<readonly number[]>(
    (most, one) => (one.at.length > most.length ? one.at : most),
    [],
  );
  const power = sumOf(totals, at);
  const it = sumOf(equipment, at);
  return {
    at,
    power,
    pue: power.map((total, index) => {
      const of = it[index] ?? null;
      return total === null || of === null || of <= 0 ? null : total / of;
    }),
  };
}

/** Null wherever one of them is not known: a sum without it would look like a fall. */
function sumOf(all: readonly Series[], at: readonly number[]): Values {
  const columns = all.map((series) => valuesAt(series, at));
  return at.map((_, index) =>
    columns.reduce<number | null>((sum, column) => {
      const value = column[index] ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0),
  );
}

/** What a series last said at these moments. */
function valuesAt(series: Series | null, at: readonly number[]): Values {
  if (series === null) return at.map(() => null);
  let next = 0;
  let value: number | null = null;
  return at.map((moment) => {
    while (next < series.at.length && (series.at[next] as number) <= moment) {
      value = series.mean[next] ?? null;
      next += 1;
    }
    return value;
  });
}
