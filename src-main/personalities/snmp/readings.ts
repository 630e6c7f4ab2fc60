import type { EntityOf, Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { World } from '../../../sim/index.ts';
import type { Points } from '../face.ts';

/** A point of a device; null where there is none, or no number. */
export function readPoint(points: Points, entity: EntityId, point: PointName): number | null {
  const value = points.read(entity, point.metric, point.place);
  return value === null || !Number.isFinite(value) ? null : value;
}
export type PointName = { readonly metric: Metric; readonly place: string };

/** `f` of a value that is there. */
export const given = <T>(value: number | null, then: (value: number) => T): T | null =>
  value === null ? null : then(value);

export function childrenOfKind<K extends Kind>(world: World, id: EntityId, kind: K): EntityOf<K>[] {
  return [...world.inventory.childrenOf(id)].filter((child): child is EntityOf<K> => child.kind === kind);
}
