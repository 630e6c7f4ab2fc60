import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorPlan } from '../../canvas/floor/floor-plan.ts';
import type { FloorLayer } from '../../canvas/heat/floor-layer.table.ts';
import type { PlantSensors } from './plant-sensors.ts';
import type { RackFacts } from './rack-facts.ts';

/** What of a rack is followed by the second. */
export type LaneName = 'inlet' | 'outlet' | 'humidity' | 'power' | 'airflow';

export type RoomFloor = {
  readonly plan: FloorPlan;
  /** Per quantity one sensor per rack, in the order of the plan; null where a rack has none. */
  readonly lanes: Readonly<Record<LaneName, readonly (EntityId | null)[]>>;
  /** Of each rack, in the order of the plan. */
  readonly facts: RackFacts;
  /** Layers that at least one rack can tell something of. */
  readonly layers: readonly FloorLayer[];
  readonly rows: readonly EntityOf<'row'>[];
  /** Who says whether racks have power, how units are and where it is wet. */
  readonly plant: PlantSensors;
};
