import type { Alarm } from './alarms.ts';
import type { Entity, EntityOf } from './entities.ts';
import { metricTable } from './metrics.table.ts';

/** Everything the datacenter says over MQTT is under this. */
export const topicRoot = 'dc';

/** `online` or `offline`, retained; an outside broker says `offline` for a host that died. */
export const hostStateTopic = `${topicRoot}/$state`;

/** The lab's clock, retained. Under the root and not under `$…`, where outside brokers forbid publishing. */
export const clockTopic = `${topicRoot}/$clock`;

type Named = Pick<Entity, 'kind' | 'name'>;

/** A sensor at the usual place has the short topic; any other adds its place. */
const usualPlaces: readonly string[] = ['front-middle', 'middle'];

/** Names keep their case; a space cannot be typed well in a topic, and `/ + #` have a meaning there. */
const level = (text: string): string => text.replaceAll(/\s/g, '_').replaceAll(/[/+#\0]/g, '-');

/**
 * Where a sensor publishes, whether bot or hardware. `path` leads from the site to the sensor's parent.
 * Rows are left out: moving a row label must not rename the topics of its racks.
 */
export function sensorTopic(path: readonly Named[], sensor: Pick<EntityOf<'sensor'>, 'spec'>): string {
  const { metric, place } = sensor.spec;
  const levels = [...placeLevels(path), metricTable[metric].topic];
  if (!usualPlaces.includes(place)) levels.push(level(place));
  return [topicRoot, ...levels].join('/');
}

function placeLevels(path: readonly Named[]): string[] {
  const nameOf = (kind: Entity['kind']): string =>
    level(path.find((entity) => entity.kind === kind)?.name ?? '');
  const parent = path.at(-1);
  const site = nameOf('site');
  if (parent === undefined) return [];
  switch (parent.kind) {
    case 'site':
      return [site, 'facility'];
    case 'ups':
      return [site, 'power', level(parent.name)];
    case 'crac':
      return [site, 'cooling', level(parent.name)];
    case 'rack':
      return [site, nameOf('room'), `rack-${level(parent.name)}`];
    case 'pdu':
    case 'device':
      return [site, nameOf('room'), `rack-${nameOf('rack')}`, level(parent.name)];
    case 'room':
    case 'row':
    case 'sensor':
      return [site, nameOf('room')];
    default:
      return parent.kind satisfies never;
  }
}

/** Unit, model and limits of a sensor, retained beside its readings. */
export const metaTopic = (sensor: string): string => `${sensor}/$meta`;

export const alarmTopic = (site: string, alarm: Pick<Alarm, 'id'>): string =>
  `${topicRoot}/${level(site)}/alarms/${alarm.id}`;

/** Topics that carry something else than a reading. */
export function isReadingTopic(topic: string): boolean {
  if (topic.includes('/$')) return false;
  const [root, , branch, last] = topic.split('/', 4);
  return root === topicRoot && !(branch === 'alarms' && last?.startsWith('alarm-') === true);
}
