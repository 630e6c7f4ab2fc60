import mqtt from 'mqtt';
import { afterEach, expect, test, vi } from 'vitest';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import { silentLog } from '../../host/log.ts';
import { openEmbeddedBroker } from '../embedded-broker.ts';
import { createMappers } from './mappers.ts';
import type { MapperPlan } from './mapper.ts';
import { smallSite } from './small-site.fixture.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function fakeSettings() {
  let current: Settings = settingsSchema.parse({});
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => current,
    listen: (heard: (settings: Settings) => void) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    set: (mappers: Partial<Settings['mappers']>): void => {
      current = { ...current, mappers: { ...current.mappers, ...mappers } };
      for (const heard of listeners) heard(current);
    },
    listeners,
  };
}

async function bench() {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const broker = opened.value;
  closers.push(broker.close);
  const { address } = broker.state();
  const site = smallSite();
  const settings = fakeSettings();
  const warnings: string[] = [];
  const plans: (MapperPlan | null)[] = [];
  let plan: () => MapperPlan | null = site.plan;
  const mappers = createMappers({
    broker,
    brokerUrl: () => address,
    settings,
    plan: () => {
      const made = plan();
      plans.push(made);
      return made;
    },
    source: site.source,
    now: () => 1e12,
    log: { ...silentLog, child: () => ({ ...silentLog, warn: (text) => warnings.push(text) }) },
  });
  closers.push(() => mappers.close());
  const kept = new Set<string>();
  for (const filter of ['homeassistant/#', 'coldaisle/#', 'acme/#', 'dc/#']) {
    broker.subscribe(filter, (topic, payload) => {
      if (payload.length > 0) kept.add(topic);
      else kept.delete(topic);
    });
  }
  /** The topics below a level that hold a message: all of these are retained. */
  const found = async (root: string): Promise<string[]> => {
    await broker.drained();
    return [...kept].filter((topic) => topic.startsWith(`${root}/`));
  };
  return {
    site,
    settings,
    mappers,
    found,
    plans,
    forgotten: () => kept.clear(),
    warnings,
    address,
    planWith: (next: () => MapperPlan | null): void => {
      plan = next;
    },
  };
}

test('FR-140-092 all mappers are off until the settings say otherwise, and cost no plan till then', async () => {
  const { site, mappers, found, plans } = await bench();
  mappers.arranged();
  mappers.reading(site.read('dc/s/r/rack-a01/temperature', 22));
  mappers.deviceState(0, 'lost');
  await mappers.settled();
  expect(plans).toEqual([]);
  expect(await found('homeassistant')).toEqual([]);
  expect(await found('coldaisle')).toEqual([]);
});

test('FR-140-092 each is switched on and off while the lab runs', async () => {
  const { site, settings, mappers, found } = await bench();
  site.read('dc/s/r/rack-a01/temperature', 22);
  settings.set({ homeAssistant: 'on' });
  await mappers.settled();
  await vi.waitFor(async () => expect(await found('homeassistant')).toHaveLength(11));
  settings.set({ unifiedNamespace: 'on' });
  await mappers.settled();
  expect(await found('coldaisle')).toEqual(['coldaisle/s/r/row-A/rack-a01/temperature']);
  settings.set({ homeAssistant: 'off' });
  await mappers.settled();
  expect(await found('homeassistant')).toEqual([]);
  mappers.reading(site.read('dc/s/power/u/status', 1));
  expect(await found('coldaisle')).toHaveLength(2);
});

test('FR-140-092 off and on again in one breath ends switched on, with nothing lost', async () => {
  const { settings, mappers, found } = await bench();
  settings.set({ homeAssistant: 'on' });
  settings.set({ homeAssistant: 'off' });
  settings.set({ homeAssistant: 'on' });
  await mappers.settled();
  await vi.waitFor(async () => expect(await found('homeassistant')).toHaveLength(11));
});

test('FR-140-093 another enterprise takes the whole namespace along, and that of the readings is refused', async () => {
  const { site, settings, mappers, found, warnings } = await bench();
  site.read('dc/s/r/rack-a01/temperature', 22);
  settings.set({ unifiedNamespace: 'on' });
  await mappers.settled();
  settings.set({ enterprise: 'acme' });
  await mappers.settled();
  expect(await found('coldaisle')).toEqual([]);
  expect(await found('acme')).toEqual(['acme/s/r/row-A/rack-a01/temperature']);
  settings.set({ enterprise: 'dc' });
  await mappers.settled();
  expect([await found('acme'), await found('dc')]).toEqual([[], []]);
  expect(warnings).toHaveLength(1);
});

test('FR-140-093 a mapper switched on while the index is behind waits for the next one', async () => {
  const { site, settings, mappers, found, planWith } = await bench();
  site.read('dc/s/r/rack-a01/temperature', 22);
  planWith(() => null);
  settings.set({ unifiedNamespace: 'on' });
  await mappers.settled();
  mappers.reading(0);
  expect(await found('coldaisle')).toEqual([]);
  planWith(site.plan);
  mappers.arranged();
  expect(await found('coldaisle')).toHaveLength(1);
});

test('FR-140-093 a broker that came back is told everything again', async () => {
  const { site, settings, mappers, found, forgotten } = await bench();
  site.read('dc/s/r/rack-a01/temperature', 22);
  settings.set({ unifiedNamespace: 'on', homeAssistant: 'on' });
  await mappers.settled();
  await vi.waitFor(async () => expect(await found('homeassistant')).toHaveLength(11));
  forgotten();
  expect(await found('coldaisle')).toEqual([]);
  mappers.repeat();
  await vi.waitFor(async () => expect(await found('homeassistant')).toHaveLength(11));
  expect(await found('coldaisle')).toHaveLength(1);
});

test('FR-140-093 Sparkplug is switched live as well, and after close nobody listens to the settings', async () => {
  const { settings, mappers, address } = await bench();
  const host = await mqtt.connectAsync(address, { reconnectPeriod: 0 });
  closers.push(() => host.endAsync(true));
  const topics: string[] = [];
  host.on('message', (topic) => topics.push(topic));
  await host.subscribeAsync('spBv1.0/#', { qos: 1 });
  settings.set({ sparkplug: 'on' });
  await vi.waitFor(() => expect(topics).toContain('spBv1.0/s/DBIRTH/r/rack-a01'));
  settings.set({ sparkplug: 'off' });
  await mappers.settled();
  await vi.waitFor(() => expect(topics).toContain('spBv1.0/s/NDEATH/r'));
  await mappers.close();
  expect(settings.listeners.size).toBe(0);
});
