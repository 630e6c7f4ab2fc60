import { afterEach, expect, test, vi } from 'vitest';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { fakeBroker } from './fake-broker.fixture.ts';
import { quantityClasses } from './home-assistant.table.ts';
import { createHomeAssistant, discovery } from './home-assistant.ts';
import { createRetainedSet } from './retained.ts';
import { smallSite } from './small-site.fixture.ts';

afterEach(() => {
  vi.useRealTimers();
});

const configsOf = (site: ReturnType<typeof smallSite>): Map<string, Record<string, unknown>> =>
  new Map(
    [...discovery(site.plan())].map(([topic, text]) => [topic, JSON.parse(text) as Record<string, unknown>]),
  );

test('FR-140-088 each sensor is announced to Home Assistant with its unit, class, topic, device and availability', () => {
  const config = configsOf(smallSite()).get(
    'homeassistant/sensor/rack-a01/sensor-rack-a01-temperature-middle/config',
  );
  expect(config).toEqual({
    name: 'Temperature',
    unique_id: 'coldaisle-sensor-rack-a01-temperature-middle',
    default_entity_id: 'sensor.dc_s_r_rack_a01_temperature',
    state_topic: 'dc/s/r/rack-a01/temperature',
    value_template: '{{ value_json.v }}',
    unit_of_measurement: '°C',
    device_class: 'temperature',
    state_class: 'measurement',
    suggested_display_precision: 1,
    availability_mode: 'all',
    availability: [
      { topic: 'dc/$state', payload_available: 'online', payload_not_available: 'offline' },
      {
        topic: 'dc/s/r/rack-a01/$state',
        value_template: "{{ 'offline' if value == 'lost' else 'online' }}",
        payload_available: 'online',
        payload_not_available: 'offline',
      },
    ],
    device: {
      identifiers: ['coldaisle-rack-a01'],
      name: 'a01',
      manufacturer: 'Coldaisle (simulated)',
      suggested_area: 'r',
    },
    origin: { name: 'Coldaisle' },
  });
});

test('FR-140-088 two values make a binary sensor, words an enumeration, a place a name of its own', () => {
  const configs = configsOf(smallSite());
  expect(configs.get('homeassistant/binary_sensor/pdu-p/sensor-pdu-p-breaker-middle/config')).toMatchObject({
    device_class: 'power',
    value_template: "{{ 'ON' if value_json.v | float(0) >= 0.5 else 'OFF' }}",
    default_entity_id: 'binary_sensor.dc_s_r_rack_a01_p_breaker',
  });
  const state = configs.get('homeassistant/sensor/ups-u/sensor-ups-u-state-middle/config');
  expect(state).toMatchObject({ device_class: 'enum', device: { model: 'Line 100' } });
  expect(state?.['options']).toContain('on-battery');
  expect(state?.['value_template']).toMatch(
    /^\{\{ \['off', 'online', .*\]\[value_json\.v \| int\(0\)\] \}\}$/,
  );
  expect(state).not.toHaveProperty('unit_of_measurement');
  const rear = configs.get('homeassistant/sensor/rack-a01/sensor-rack-a01-temperature-rear-top/config');
  expect(rear).toMatchObject({ name: 'Temperature rear-top' });
});

test('FR-140-088 what hardware sends as a bare number is understood; humidity has Home Assistant’s unit', () => {
  const configs = configsOf(smallSite());
  expect(configs.get('homeassistant/sensor/room-r/sensor-room-r-humidity-middle/config')).toMatchObject({
    value_template: '{{ (value_json.v if value_json is mapping else value_json) }}',
    unit_of_measurement: '%',
  });
  const leak = configs.get('homeassistant/binary_sensor/crac-c/sensor-crac-c-leak-middle/config');
  expect(leak).toMatchObject({ device_class: 'moisture' });
});

test('FR-140-088 smoke is a number, and a binary sensor too where a rule has a limit', () => {
  const site = smallSite();
  const second = 'homeassistant/binary_sensor/room-r/sensor-room-r-smoke-middle/config';
  expect(configsOf(site).has(second)).toBe(false);
  site.limits.set(site.sense('room-r', 'smoke').id, { warning: 0.3, critical: 0.2 });
  const configs = configsOf(site);
  expect(configs.get(second)).toMatchObject({
    device_class: 'smoke',
    name: 'Smoke alarm',
    unique_id: 'coldaisle-sensor-room-r-smoke-middle-alarm',
    value_template: expect.stringContaining('>= 0.2'),
  });
  expect(configs.get(second.replace('binary_', ''))).toMatchObject({ unit_of_measurement: '%/m' });
});

test('FR-140-088 only metrics with a unit have a class that needs one', () => {
  for (const [metric, { device }] of Object.entries(quantityClasses)) {
    const { symbol } = metricTable[metric as keyof typeof metricTable];
    expect([metric, device !== undefined && symbol === '']).toEqual([metric, false]);
  }
});

test('FR-140-089 configs are retained, follow the inventory, and are taken away when it is switched off', async () => {
  const site = smallSite();
  const { broker, retained, take } = fakeBroker();
  const mapper = createHomeAssistant(broker);
  mapper.arrange(site.plan());
  await vi.waitFor(() => expect(retained.size).toBe(11));
  expect(take().every(({ qos, retain }) => qos === 1 && retain)).toBe(true);
  mapper.arrange(site.plan());
  await new Promise(setImmediate);
  expect(take()).toEqual([]);
  site.inventory.remove(site.sense('pdu-p', 'power').id);
  mapper.arrange(site.plan());
  const gone = 'homeassistant/sensor/pdu-p/sensor-pdu-p-power-middle/config';
  await vi.waitFor(() => expect(take()).toEqual([{ topic: gone, payload: '', qos: 1, retain: true }]));
  await mapper.close('switched-off');
  expect(retained.size).toBe(0);
});

test('FR-140-089 when the host ends, the configs stay', async () => {
  const { broker, retained } = fakeBroker();
  const mapper = createHomeAssistant(broker);
  mapper.arrange(smallSite().plan());
  await vi.waitFor(() => expect(retained.size).toBe(11));
  await mapper.close('host-ends');
  expect(retained.size).toBe(11);
});

test('FR-140-089 switched off while the broker is away, the wiping is left to whoever keeps messages for it', async () => {
  const { broker, retained, take, become } = fakeBroker();
  const mapper = createHomeAssistant(broker);
  mapper.arrange(smallSite().plan());
  await vi.waitFor(() => expect(retained.size).toBe(11));
  take();
  become('down');
  await mapper.close('switched-off');
  expect(take().filter(({ payload }) => payload === '')).toHaveLength(11);
});

test('FR-140-089 ten thousand go out some at a time, and wait while the broker is away', async () => {
  const { broker, retained, become } = fakeBroker();
  const set = createRetainedSet(broker);
  const wanted = new Map(Array.from({ length: 10_000 }, (_, n) => [`t/${n}`, 'x']));
  become('down');
  vi.useFakeTimers();
  set.replace(wanted);
  await vi.advanceTimersByTimeAsync(5000);
  expect(retained.size).toBe(0);
  await set.settled();
  become('up');
  await vi.advanceTimersToNextTimerAsync();
  expect(retained.size).toBe(500);
  await vi.advanceTimersToNextTimerAsync();
  expect(retained.size).toBe(1000);
  set.stop('dropped');
  await vi.advanceTimersByTimeAsync(5000);
  expect(retained.size).toBe(1000);
});
