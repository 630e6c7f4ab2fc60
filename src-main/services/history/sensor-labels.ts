import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';

/** What a reading is called outside: where its sensor stands and what it measures. Empty where there is none. */
export type SensorLabels = {
  readonly sensor: string;
  readonly name: string;
  readonly site: string;
  readonly room: string;
  readonly rack: string;
  /** What it measures, where that is not a place: a UPS, a rack PDU, a server. */
  readonly device: string;
  readonly metric: string;
  readonly place: string;
  /** UCUM. */
  readonly unit: string;
};

type Named = Pick<Entity, 'kind' | 'name'>;

const places: readonly Entity['kind'][] = ['site', 'room', 'row', 'rack'];

/** `path` leads from the site to the sensor's parent. */
export function labelsOf(path: readonly Named[], sensor: EntityOf<'sensor'>): SensorLabels {
  const nameOf = (kind: Entity['kind']): string => path.find((entity) => entity.kind === kind)?.name ?? '';
  const parent = path.at(-1);
  const { metric, place } = sensor.spec;
  return {
    sensor: sensor.id,
    name: sensor.name,
    site: nameOf('site'),
    room: nameOf('room'),
    rack: nameOf('rack'),
    device: parent === undefined || places.includes(parent.kind) ? '' : parent.name,
    metric,
    place,
    unit: metricTable[metric].unit,
  };
}
