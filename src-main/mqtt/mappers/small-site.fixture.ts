import { entitySchema } from '../../../sim/contract/entities.ts';
import type { Entity, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Quality } from '../../../sim/contract/telemetry.ts';
import { deviceTopic, sensorTopic } from '../../../sim/contract/topics.ts';
import { createInventory, pathTo } from '../../../sim/inventory/inventory.ts';
import type { DeviceState, SensorLimits } from '../publisher.ts';
import type { LatestReading, MapperPlan, Source } from './mapper.ts';
import { planMappers } from './plan.ts';

/** One site with a thing of most kinds, and what was last read there: tests change it and plan anew. */
export function smallSite() {
  const inventory = createInventory();
  type Place = readonly [kind: Entity['kind'], name: string, parent: string | null];
  const put = ([kind, name, parent]: Place, spec: object): Entity => {
    const id = `${kind}-${name.toLowerCase()}`;
    const entity = entitySchema.parse({ id, kind, name, parent, links: {}, aliases: {}, spec });
    inventory.put(entity);
    return entity;
  };
  const sense = (
    parent: string,
    metric: Metric,
    more: { place?: string; source?: 'bot' | 'hardware' } = {},
  ) => {
    const { place = 'middle', source = 'bot' } = more;
    return put(['sensor', `${parent}-${metric}-${place}`, parent], { metric, place, source });
  };
  const position = { x: 1, y: 1 };
  put(['site', 's', null], { timezone: 'UTC' });
  put(['room', 'r', 'site-s'], { width: 10, depth: 10, envelope: 'A1' });
  put(['row', 'A', 'room-r'], { containment: 'none' });
  const rackSpec = { position, width: 0.6, depth: 1.2, facing: 'south', heightU: 42, ratedPower: 8 };
  put(['rack', 'a01', 'row-a'], rackSpec);
  put(['pdu', 'p', 'rack-a01'], { model: 'rPDU', feed: 'A', ratedPower: 7 });
  put(['ups', 'u', 'room-r'], { model: 'Line 100', ratedPower: 100, position });
  put(['battery', 'b', 'ups-u'], { model: 'VRLA', cells: 40, capacity: 100 });
  put(['crac', 'c', 'room-r'], { model: 'DX', ratedCooling: 70, setpoint: 22, position });
  put(['utility', 'grid', 'site-s'], {});
  sense('rack-a01', 'temperature');
  sense('rack-a01', 'temperature', { place: 'rear-top' });
  sense('pdu-p', 'power');
  sense('pdu-p', 'breaker');
  sense('ups-u', 'state');
  sense('battery-b', 'cell-voltage', { place: 'cell-01' });
  sense('crac-c', 'leak', { source: 'hardware' });
  sense('room-r', 'smoke');
  sense('room-r', 'humidity', { source: 'hardware' });
  sense('utility-grid', 'voltage', { place: 'L1' });
  sense('site-s', 'pue');

  const readings = new Map<EntityId, LatestReading>();
  const states = new Map<EntityId, DeviceState>();
  const limits = new Map<EntityId, SensorLimits>();
  let sensors: EntityId[] = [];
  let devices: EntityId[] = [];
  const plan = (): MapperPlan => {
    const all = inventory.ofKind('sensor');
    sensors = all.map(({ id }) => id);
    devices = [...new Set(all.flatMap(({ parent }) => parent ?? []))];
    const made = planMappers({
      world: { inventory },
      sensors,
      topics: all.map((sensor) => sensorTopic(pathTo(inventory, sensor.parent ?? sensor.id), sensor)),
      deviceOf: all.map(({ parent }) => devices.findIndex((id) => id === parent)),
      devices,
      limitsOf: (index) => limits.get(sensors[index] ?? ('' as EntityId)) ?? {},
    });
    if (made === null) throw new Error('the index is that of the inventory');
    return made;
  };
  const source: Source = {
    latest: (sensor) => readings.get(sensors[sensor] ?? ('' as EntityId)) ?? null,
    stateOf: (device) => states.get(devices[device] ?? ('' as EntityId)) ?? null,
  };
  plan();
  return {
    inventory,
    put,
    sense,
    plan,
    source,
    limits,
    states,
    sensorAt: (topic: string): number => sensors.findIndex((id) => topic === topicOf(inventory, id)),
    deviceAt: (topic: string): number =>
      devices.findIndex((id) => topic === deviceTopic(pathTo(inventory, id))),
    /** Lays a reading down; the index of its sensor. */
    read: (topic: string, value: number, more: { at?: number; quality?: Quality } = {}): number => {
      const index = sensors.findIndex((id) => topic === topicOf(inventory, id));
      const id = sensors[index];
      if (id === undefined) throw new Error(`no sensor speaks on ${topic}`);
      readings.set(id, { value, at: more.at ?? 1000, quality: more.quality ?? 'sim' });
      return index;
    },
  };
}

function topicOf(inventory: ReturnType<typeof createInventory>, id: EntityId): string {
  const sensor = inventory.get(id);
  if (sensor?.kind !== 'sensor' || sensor.parent === null) return '';
  return sensorTopic(pathTo(inventory, sensor.parent), sensor);
}
