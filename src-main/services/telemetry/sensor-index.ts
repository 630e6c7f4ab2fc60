import type { EntityId } from '../../../sim/contract/ids.ts';
import { deviceTopic, sensorTopic } from '../../../sim/contract/topics.ts';
import { pathTo } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';

/** Sensors in one order, with the topic each speaks on. Made anew when the inventory changes. */
export type SensorIndex = {
  readonly sensors: readonly EntityId[];
  readonly topics: readonly string[];
  readonly byTopic: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<EntityId, number>;
  /** What the sensors sit on, with the topic that theirs begin with; and which of these each sits on. */
  readonly devices: readonly EntityId[];
  readonly deviceTopics: readonly string[];
  readonly deviceOf: readonly number[];
};

export function indexSensors({ inventory }: World): SensorIndex {
  const sensors: EntityId[] = [];
  const topics: string[] = [];
  const byTopic = new Map<string, number>();
  const byId = new Map<EntityId, number>();
  const deviceOf: number[] = [];
  const deviceTopics: string[] = [];
  const known = new Map<EntityId, { readonly at: number; readonly path: ReturnType<typeof pathTo> }>();
  for (const sensor of inventory.ofKind('sensor')) {
    // The rules let no sensor stand alone.
    if (sensor.parent === null) continue;
    const device = known.get(sensor.parent) ?? { at: known.size, path: pathTo(inventory, sensor.parent) };
    if (device.at === known.size) {
      known.set(sensor.parent, device);
      deviceTopics.push(deviceTopic(device.path));
    }
    const topic = sensorTopic(device.path, sensor);
    byTopic.set(topic, sensors.length);
    byId.set(sensor.id, sensors.length);
    sensors.push(sensor.id);
    topics.push(topic);
    deviceOf.push(device.at);
  }
  return { sensors, topics, byTopic, byId, devices: [...known.keys()], deviceTopics, deviceOf };
}
