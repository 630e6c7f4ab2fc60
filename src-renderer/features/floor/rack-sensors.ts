/** Which of a thing's sensors speaks for it. */
import type { Entity, EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { WorldState } from '../../data/world.ts';

export type Inventory = Pick<WorldState, 'entities' | 'children'>;

/** Where a rack's inlet is measured. */
const inletPlace = 'front-middle';

export const childrenOf = ({ entities, children }: Inventory, id: EntityId | ''): readonly Entity[] =>
  (children.get(id) ?? []).flatMap((child) => entities.get(child) ?? []);

export const sensorsOf = (inventory: Inventory, id: EntityId): readonly EntityOf<'sensor'>[] =>
  childrenOf(inventory, id).filter((entity): entity is EntityOf<'sensor'> => entity.kind === 'sensor');

/** The one in front at half height; where there is none, the first of that metric. */
export function sensorFor(inventory: Inventory, id: EntityId, metric: Metric): EntityOf<'sensor'> | null {
  const fitting = sensorsOf(inventory, id).filter((sensor) => sensor.spec.metric === metric);
  return fitting.find((sensor) => sensor.spec.place === inletPlace) ?? fitting[0] ?? null;
}

/** Where a rack's air leaves it: behind it, at half height where there are several. */
export function outletOf(inventory: Inventory, id: EntityId): EntityOf<'sensor'> | null {
  const behind = sensorsOf(inventory, id).filter(
    ({ spec }) => spec.metric === 'temperature' && spec.place.startsWith('rear'),
  );
  return behind.find(({ spec }) => spec.place === 'rear-middle') ?? behind[0] ?? null;
}
