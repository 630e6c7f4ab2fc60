import type { EntityId } from '../../../sim/contract/ids.ts';
import { pathTo } from '../../../sim/index.ts';
import type { Inventory } from '../../../sim/index.ts';
import { labelsOf, type SensorLabels } from './sensor-labels.ts';

/** What a sensor of the world is called outside; null where there is none of this id. */
export function labelsIn(inventory: Pick<Inventory, 'get'>, id: EntityId): SensorLabels | null {
  const sensor = inventory.get(id);
  if (sensor?.kind !== 'sensor') return null;
  return labelsOf(sensor.parent === null ? [] : pathTo(inventory, sensor.parent), sensor);
}
