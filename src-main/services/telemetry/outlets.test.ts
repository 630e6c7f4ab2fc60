import { afterEach, expect, test, vi } from 'vitest';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import type { SimMillis } from '../../../sim/contract/units.ts';
import { createBoard } from '../../host/board.ts';
import { silentLog } from '../../host/log.ts';
import { fakeBroker } from '../../mqtt/mappers/fake-broker.fixture.ts';
import { smallSite } from '../../mqtt/mappers/small-site.fixture.ts';
import { createPublisher } from '../../mqtt/publisher.ts';
import { createOutlets } from './outlets.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function bench() {
  const { broker, retained } = fakeBroker();
  const site = smallSite();
  const board = createBoard();
  const settings = settingsSchema.parse({ mappers: { unifiedNamespace: 'on' } });
  let plan = site.plan();
  const outlets = createOutlets({
    broker,
    brokerUrl: () => '',
    world: () => ({ inventory: site.inventory, now: () => 0 as SimMillis }),
    board,
    alarms: { lost: () => {}, back: () => {} },
    publisher: createPublisher(broker),
    settings: { get: () => settings, listen: () => () => {} },
    periodOf: () => 30,
    now: () => 0,
    steady: () => 0,
    log: silentLog,
  });
  closers.push(outlets.close);
  const arrange = (): void => {
    plan = site.plan();
    board.arrange(plan.sensors.map(({ id }) => id));
    const index = {
      sensors: plan.sensors.map(({ id }) => id),
      topics: plan.sensors.map(({ topic }) => topic),
      deviceOf: plan.sensors.map(({ device }) => device),
      devices: plan.devices.map(({ id }) => id),
      deviceTopics: plan.devices.map(({ topic }) => topic),
    };
    outlets.arrange(index, []);
  };
  arrange();
  outlets.labTick(0, 1);
  await vi.waitFor(() => expect(retained.size).toBe(0));
  return {
    outlets,
    retained,
    site,
    arrange,
    read: (topic: string, value: number, quality: 'good' | 'stale'): void => {
      const at = site.sensorAt(topic);
      board.write(at, { value, at: 7, quality });
      outlets.read(at, quality);
    },
  };
}

const rack = 'dc/s/r/rack-a01';
const mirrored = 'coldaisle/s/r/row-A/rack-a01/temperature';

test('FR-140-078 FR-140-092 a reading makes its thing online and reaches the mappers; silence makes it stale', async () => {
  const { outlets, retained, read } = await bench();
  read(`${rack}/temperature`, 22.5, 'good');
  expect(retained.get(`${rack}/$state`)).toBe('online');
  expect(retained.get(mirrored)).toBe('{"v":22.5,"u":"Cel","t":7,"q":"good","s":0}');
  for (let tick = 1; tick <= 90; tick += 1) outlets.labTick(tick, 1);
  expect(retained.get(`${rack}/$state`)).toBe('stale');
});

test('FR-140-078 a reading that was stale when it was passed on is no sign of life', async () => {
  const { retained, read } = await bench();
  read(`${rack}/temperature`, 22.5, 'stale');
  expect(retained.has(`${rack}/$state`)).toBe(false);
  expect(retained.get(mirrored)).toContain('"q":"stale"');
});

test('FR-140-093 a change of the inventory reaches both, and a broker that forgot is told again', async () => {
  const { outlets, retained, site, arrange, read } = await bench();
  read(`${rack}/temperature`, 22.5, 'good');
  site.sense('pdu-p', 'load');
  arrange();
  read(`${rack}/p/load`, 40, 'good');
  expect(retained.get(`${rack}/p/$state`)).toBe('online');
  const before = new Set(retained.keys());
  retained.clear();
  outlets.repeat();
  await vi.waitFor(() => expect(new Set(retained.keys())).toEqual(before));
});
