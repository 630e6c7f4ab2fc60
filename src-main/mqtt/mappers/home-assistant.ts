import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { deviceStateTopic, hostStateTopic } from '../../../sim/contract/topics.ts';
import type { Broker } from '../broker.ts';
import { binaryClasses, quantityClasses } from './home-assistant.table.ts';
import type { MappedDevice, MappedSensor, Mapper, MapperPlan } from './mapper.ts';
import { createRetainedSet } from './retained.ts';

/** Tells Home Assistant which of our topics are whose sensors. The readings stay where they are. */
export function createHomeAssistant(broker: Broker): Mapper {
  const configs = createRetainedSet(broker);
  return {
    arrange: (plan) => configs.replace(discovery(plan)),
    reading: () => {},
    deviceState: () => {},
    repeat: configs.repeat,
    close: async (why) => {
      if (why === 'switched-off') {
        configs.replace(new Map());
        await configs.settled();
      }
      configs.stop(why === 'switched-off' ? 'handed-over' : 'dropped');
    },
  };
}

/** Config topics and their payloads. */
export function discovery({ devices, sensors }: MapperPlan): Map<string, string> {
  const configs = new Map<string, string>();
  for (const sensor of sensors) {
    const device = devices[sensor.device];
    if (device === undefined) continue;
    for (const { component, config } of configsOf(sensor)) {
      const topic = `homeassistant/${component}/${device.id}/${sensor.id}/config`;
      const entity = `${component}.${slug(sensor.topic)}`;
      const whole = { ...common(sensor, device), default_entity_id: entity, ...config };
      configs.set(topic, JSON.stringify(whole));
    }
  }
  return configs;
}

type Config = { readonly component: 'sensor' | 'binary_sensor'; readonly config: object };

function configsOf(sensor: MappedSensor): Config[] {
  const { metric, words } = sensor;
  const deviceClass = binaryClasses[metric];
  if (deviceClass !== undefined) return [binary(sensor, { deviceClass, above: 0.5 })];
  if (words !== null) return [worded(sensor, words)];
  const { warning, critical } = sensor.limits;
  const above = Math.min(warning ?? Infinity, critical ?? Infinity);
  const alarm =
    metric === 'smoke' && above < Infinity ? [binary(sensor, { deviceClass: 'smoke', above })] : [];
  return [quantity(sensor), ...alarm];
}

/** Hardware may send the bare number; bots never do, and theirs stays as Home Assistant's own pages write it. */
const valueOf = ({ source }: MappedSensor): string =>
  source === 'bot' ? 'value_json.v' : '(value_json.v if value_json is mapping else value_json)';

function quantity(sensor: MappedSensor): Config {
  const { symbol, decimals } = metricTable[sensor.metric];
  const { device, state } = quantityClasses[sensor.metric] ?? {};
  return {
    component: 'sensor',
    config: {
      value_template: `{{ ${valueOf(sensor)} }}`,
      ...(symbol === '' ? {} : { unit_of_measurement: sensor.metric === 'humidity' ? '%' : symbol }),
      ...(device === undefined ? {} : { device_class: device }),
      state_class: state ?? 'measurement',
      suggested_display_precision: decimals,
    },
  };
}

function worded(sensor: MappedSensor, words: readonly string[]): Config {
  const list = words.map((word) => `'${word}'`).join(', ');
  return {
    component: 'sensor',
    config: {
      value_template: `{{ [${list}][${valueOf(sensor)} | int(0)] }}`,
      device_class: 'enum',
      options: words,
    },
  };
}

type Threshold = { readonly deviceClass: string; readonly above: number };

/** Beside the sensor of the same reading it needs a name and an id of its own. */
function binary(sensor: MappedSensor, { deviceClass, above }: Threshold): Config {
  const isSecond = binaryClasses[sensor.metric] === undefined;
  const own = isSecond ? { name: `${nameOf(sensor)} alarm`, unique_id: `${uniqueId(sensor)}-alarm` } : {};
  return {
    component: 'binary_sensor',
    config: {
      ...own,
      value_template: `{{ 'ON' if ${valueOf(sensor)} | float(0) >= ${above} else 'OFF' }}`,
      device_class: deviceClass,
    },
  };
}

const uniqueId = ({ id }: MappedSensor): string => `coldaisle-${id}`;

function nameOf({ metric, levels }: MappedSensor): string {
  const place = levels.split('/')[1];
  const { label } = metricTable[metric];
  return place === undefined ? label : `${label} ${place}`;
}

function common(sensor: MappedSensor, device: MappedDevice): object {
  return {
    name: nameOf(sensor),
    unique_id: uniqueId(sensor),
    state_topic: sensor.topic,
    availability_mode: 'all',
    availability: [
      { topic: hostStateTopic, payload_available: 'online', payload_not_available: 'offline' },
      {
        topic: deviceStateTopic(device.topic),
        value_template: "{{ 'offline' if value == 'lost' else 'online' }}",
        payload_available: 'online',
        payload_not_available: 'offline',
      },
    ],
    device: {
      identifiers: [`coldaisle-${device.id}`],
      name: device.name,
      manufacturer: 'Coldaisle (simulated)',
      ...(device.model === null ? {} : { model: device.model }),
      suggested_area: device.room ?? device.site,
    },
    origin: { name: 'Coldaisle' },
  };
}

/** Letters, digits and underscores, as its entity ids are made of. */
const slug = (topic: string): string =>
  topic
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
