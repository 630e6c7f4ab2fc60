import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { sensorTopic } from '../../../sim/contract/topics.ts';
import { pathTo } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';

/** Sensors in one order, with the topic each speaks on. Made anew when the inventory changes. */
export type SensorIndex = {
  readonly sensors: readonly EntityId[];
  readonly topics: readonly string[];
  readonly byTopic: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<EntityId, number>;
};

export function indexSensors({ inventory }: World): SensorIndex {
  const sensors: EntityId[] = [];
  const topics: string[] = [];
  const byTopic = new Map<string, number>();
  const byId = new Map<EntityId, number>();
  const paths = new Map<EntityId | null, readonly Entity[]>();
  for (const sensor of inventory.ofKind('sensor')) {
    let path = paths.get(sensor.parent);
    if (path === undefined) {
      path = sensor.parent === null ? [] : pathTo(inventory, sensor.parent);
      paths.set(sensor.parent, path);
    }
    const topic = sensorTopic(path, sensor);
    byTopic.set(topic, sensors.length);
    byId.set(sensor.id, sensors.length);
    sensors.push(sensor.id);
    topics.push(topic);
  }
  return { sensors, topics, byTopic, byId };
}
