import type { Entity } from '../../../sim/contract/entities.ts';
import { isMachineKind } from '../../../sim/contract/kinds.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { wordsOf } from '../../../sim/contract/state-words.table.ts';
import { deviceTopic, topicLevel } from '../../../sim/contract/topics.ts';
import type { World } from '../../../sim/index.ts';
import { pathTo } from '../../../sim/index.ts';
import type { SensorLimits } from '../publisher.ts';
import type { MappedDevice, MappedSensor, MapperPlan } from './mapper.ts';

export type PlanOptions = {
  readonly world: Pick<World, 'inventory'>;
  /** Sensors in the order of the board. */
  readonly sensors: readonly EntityId[];
  readonly topics: readonly string[];
  /** The device of each sensor, and those in their order. */
  readonly deviceOf: readonly number[];
  readonly devices: readonly EntityId[];
  readonly limitsOf: (index: number) => SensorLimits;
};

/** Null where the index is behind the inventory: a newer one is on its way then. */
export function planMappers(options: PlanOptions): MapperPlan | null {
  const { inventory } = options.world;
  const sensorsOf = options.devices.map((): number[] => []);
  options.deviceOf.forEach((device, sensor) => sensorsOf[device]?.push(sensor));
  const devices = options.devices.flatMap((id, at) => {
    const path = pathTo(inventory, id);
    const entity = path.at(-1);
    return entity === undefined ? [] : [deviceAt(path, entity, sensorsOf[at] ?? [])];
  });
  const sensors = options.sensors.flatMap((id, index): MappedSensor[] => {
    const sensor = inventory.get(id);
    const device = options.deviceOf[index] ?? -1;
    const above = devices[device];
    if (sensor?.kind !== 'sensor' || above === undefined) return [];
    const { metric, source } = sensor.spec;
    const topic = options.topics[index] ?? '';
    const { name } = sensor;
    const words = wordsOf(above.kind, metric);
    const levels = topic.slice(above.topic.length + 1);
    return [{ id, name, topic, device, metric, levels, words, source, limits: options.limitsOf(index) }];
  });
  const isWhole = devices.length === options.devices.length && sensors.length === options.sensors.length;
  return isWhole ? { devices, sensors } : null;
}

function deviceAt(path: readonly Entity[], entity: Entity, sensors: readonly number[]): MappedDevice {
  const named = (kind: Entity['kind']): string | null => path.find((one) => one.kind === kind)?.name ?? null;
  const room = named('room');
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    model: 'model' in entity.spec ? entity.spec.model : null,
    topic: deviceTopic(path),
    site: topicLevel(named('site') ?? ''),
    room: room === null ? null : topicLevel(room),
    levels: isaLevels(path, entity).map(topicLevel),
    sensors,
  };
}

/** Area, line and cell: room, row and rack; what is in no row has its trade for a line. */
function isaLevels(path: readonly Entity[], entity: Entity): string[] {
  const named = (kind: Entity['kind']): string => path.find((one) => one.kind === kind)?.name ?? 'facility';
  const area = named('room');
  const { kind } = entity;
  if (isMachineKind(kind)) return [area, 'machines', entity.name];
  switch (kind) {
    case 'site':
    case 'room':
      return [area, 'environment', entity.kind];
    case 'row':
      return [area, `row-${entity.name}`, entity.kind];
    case 'rack':
      return [area, `row-${named('row')}`, `rack-${entity.name}`];
    case 'pdu':
    case 'device':
      return [area, `row-${named('row')}`, `rack-${named('rack')}`, entity.name];
    case 'utility':
    case 'transformer':
    case 'genset':
    case 'ats':
    case 'ups':
    case 'panel':
      return [area, 'power', entity.name];
    case 'battery':
      return [area, 'power', named('ups'), entity.name];
    case 'crac':
    case 'chiller':
      return [area, 'cooling', entity.name];
    case 'sensor':
      return [area, 'environment', entity.name];
    default:
      return kind satisfies never;
  }
}
