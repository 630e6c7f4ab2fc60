import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../floor/rack-sensors.ts';

/** Every sensor at or below a thing. */
export function sensorsBelow(inventory: Inventory, id: EntityId): readonly EntityOf<'sensor'>[] {
  const found: EntityOf<'sensor'>[] = [];
  const ids: EntityId[] = [id];
  for (let at = ids.pop(); at !== undefined; at = ids.pop()) {
    const entity = inventory.entities.get(at);
    if (entity?.kind === 'sensor') found.push(entity);
    ids.push(...(inventory.children.get(at) ?? []));
  }
  return found;
}

export type MetricCount = { readonly metric: Metric; readonly count: number };

/** The most frequent first. */
export function metricsOf(sensors: readonly EntityOf<'sensor'>[]): readonly MetricCount[] {
  return [...Map.groupBy(sensors, ({ spec }) => spec.metric)]
    .map(([metric, items]) => ({ metric, count: items.length }))
    .toSorted((a, b) => b.count - a.count);
}
