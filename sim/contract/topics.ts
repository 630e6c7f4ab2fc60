import type { Alarm } from './alarms.ts';
import type { Entity, EntityOf, Kind } from './entities.ts';
import { isMachineKind } from './kinds.table.ts';
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
export const topicLevel = (text: string): string => text.replaceAll(/\s/g, '_').replaceAll(/[/+#\0]/g, '-');

/**
 * Where a sensor publishes, whether bot or hardware. `path` leads from the site to the sensor's parent.
 * Rows are left out: moving a row label must not rename the topics of its racks.
 */
export const sensorTopic = (path: readonly Named[], sensor: Pick<EntityOf<'sensor'>, 'spec'>): string =>
  `${deviceTopic(path)}/${readingLevels(sensor)}`;

/** The levels that all sensors of a thing share. `path` leads from the site to the thing itself. */
export const deviceTopic = (path: readonly Named[]): string => [topicRoot, ...placeLevels(path)].join('/');

function readingLevels({ spec: { metric, place } }: Pick<EntityOf<'sensor'>, 'spec'>): string {
  const { topic } = metricTable[metric];
  return usualPlaces.includes(place) ? topic : `${topic}/${topicLevel(place)}`;
}

function placeLevels(path: readonly Named[]): string[] {
  const nameOf = (kind: Kind): string => topicLevel(path.find((one) => one.kind === kind)?.name ?? '');
  const parent = path.at(-1);
  const site = nameOf('site');
  if (parent === undefined) return [];
  if (isMachineKind(parent.kind)) return [site, 'machines', parent.kind, topicLevel(parent.name)];
  switch (parent.kind) {
    case 'site':
      return [site, 'facility'];
    case 'utility':
    case 'transformer':
    case 'genset':
    case 'ats':
    case 'ups':
    case 'panel':
      return [site, 'power', topicLevel(parent.name)];
    case 'battery':
      return [site, 'power', nameOf('ups'), topicLevel(parent.name)];
    case 'crac':
    case 'chiller':
      return [site, 'cooling', topicLevel(parent.name)];
    case 'rack':
      return [site, nameOf('room'), `rack-${topicLevel(parent.name)}`];
    case 'pdu':
    case 'device':
      return [site, nameOf('room'), `rack-${nameOf('rack')}`, topicLevel(parent.name)];
    case 'room':
    case 'row':
    case 'sensor':
      return [site, nameOf('room')];
    default:
      return parent.kind satisfies never;
  }
}

/** Two things with the same claim in one scope would speak on the same topics. */
export type TopicClaim = { readonly scope: 'parent' | 'room' | 'site'; readonly key: string };

/** Null: no topic depends on its name. */
export function topicClaim(entity: Pick<Entity, 'kind' | 'name' | 'spec'>): TopicClaim | null {
  const level = topicLevel(entity.name);
  const { kind } = entity;
  // Nothing measures them through MQTT yet.
  if (isMachineKind(kind)) return null;
  switch (kind) {
    case 'row':
      return null;
    case 'sensor':
      // The spec is that of the kind; TypeScript cannot tell from a picked union.
      return { scope: 'parent', key: readingLevels(entity as Pick<EntityOf<'sensor'>, 'spec'>) };
    case 'utility':
    case 'transformer':
    case 'genset':
    case 'ats':
    case 'ups':
    case 'panel':
      return { scope: 'site', key: `power/${level}` };
    case 'crac':
    case 'chiller':
      return { scope: 'site', key: `cooling/${level}` };
    case 'rack':
      return { scope: 'room', key: `rack-${level}` };
    case 'site':
    case 'room':
    case 'pdu':
    case 'device':
    case 'battery':
      return { scope: 'parent', key: level };
    default:
      return kind satisfies never;
  }
}

/** Between a thing and its commands: `<thing>/cmd/<verb>`. */
const commandLevel = 'cmd';
const siteLevels: readonly string[] = ['facility', 'power', 'cooling', 'alarms', commandLevel];
const metricLevels: ReadonlySet<string> = new Set(Object.values(metricTable).map(({ topic }) => topic));

/** A name whose level means something else where it would stand: `power` for a room, `cmd` for a PDU. */
export function isReservedName({ kind, name }: Named): boolean {
  const level = topicLevel(name);
  if (kind === 'room') return siteLevels.includes(level);
  const standsBesideReadings = kind === 'pdu' || kind === 'device' || kind === 'battery';
  return standsBesideReadings && (level === commandLevel || metricLevels.has(level));
}

/** Unit, model and limits of a sensor, retained beside its readings. */
export const metaTopic = (sensor: string): string => `${sensor}/$meta`;

/** `online`, `stale` or `lost`, retained: whether the sensors of a thing still speak. */
export const deviceStateTopic = (device: string): string => `${device}/$state`;

export const commandTopic = (device: string, verb: string): string => `${device}/${commandLevel}/${verb}`;

/** Where a command is answered that names no other topic. */
export const responseTopic = (command: string): string => `${command}/response`;

/** The filters that see every command: things stand two to four levels below the root. */
export const commandFilters: readonly string[] = ['+/+', '+/+/+', '+/+/+/+'].map((device) =>
  commandTopic(`${topicRoot}/${device}`, '+'),
);

/** The thing and the verb; null where a topic is no command. */
export function readCommandTopic(topic: string): { readonly device: string; readonly verb: string } | null {
  const levels = topic.split('/');
  const verb = levels.at(-1) ?? '';
  if (levels[0] !== topicRoot || levels.at(-2) !== commandLevel || verb === '') return null;
  const device = levels.slice(0, -2);
  return device.length < 3 || device.length > 5 ? null : { device: device.join('/'), verb };
}

export const alarmTopic = (site: string, alarm: Pick<Alarm, 'id'>): string =>
  `${topicRoot}/${topicLevel(site)}/alarms/${alarm.id}`;

/** Topics that carry something else than a reading. */
export function isReadingTopic(topic: string): boolean {
  if (topic.includes('/$') || topic.includes(`/${commandLevel}/`)) return false;
  const [root, , branch, last] = topic.split('/', 4);
  return root === topicRoot && !(branch === 'alarms' && last?.startsWith('alarm-') === true);
}
