import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entitySchema } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { createInventory } from '../../../sim/inventory/inventory.ts';
import type { SimMillis } from '../../../sim/contract/units.ts';
import { createLivenessWatch } from './liveness-watch.ts';
import type { DeviceIndex } from './liveness-watch.ts';

const closers: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.useRealTimers();
});

const bot = 'sensor-1' as EntityId;
const hardware = 'sensor-2' as EntityId;

function bench() {
  const inventory = createInventory();
  for (const [id, source] of [
    [bot, 'bot'],
    [hardware, 'hardware'],
  ] as const) {
    const spec = { metric: 'temperature', place: 'middle', source };
    inventory.put(
      entitySchema.parse({ id, kind: 'sensor', name: id, parent: null, links: {}, aliases: {}, spec }),
    );
  }
  let tick = 0;
  let wall = 5_000_000;
  const told: unknown[] = [];
  const values = [21.5, Number.NaN];
  const watch = createLivenessWatch({
    world: () => ({ inventory, now: () => (1_000_000 + tick * 1000) as SimMillis }),
    board: {
      valueAt: (at) => values[at] ?? Number.NaN,
      timeAt: () => 7,
      write: (...written) => told.push(['board', ...written]),
    },
    publisher: {
      replaceDevices: (topics) => told.push(['devices', ...topics]),
      deviceState: (topic, state) => told.push([topic, state]),
    },
    alarms: {
      lost: (sensor, silence) => told.push(['lost', sensor, silence]),
      back: (sensor) => told.push(['back', sensor]),
    },
    periodOf: () => 30,
    steady: () => wall,
    onDevice: (device, state) => told.push(['mappers', device, state]),
  });
  closers.push(watch.close);
  const index: DeviceIndex = {
    sensors: [bot, hardware],
    deviceOf: [0, 1],
    deviceTopics: ['dc/s/r/rack-A', 'dc/s/r/rack-B'],
  };
  watch.arrange(index);
  watch.labTick(0, 1);
  return {
    watch,
    index,
    take: () => told.splice(0),
    lab: (seconds: number) => {
      for (let n = 0; n < seconds; n += 1) watch.labTick((tick += 1), 1);
    },
    wait: (seconds: number) => {
      for (let n = 0; n < seconds; n += 1) {
        wall += 1000;
        vi.advanceTimersByTime(1000);
      }
    },
  };
}

test('FR-140-078 a sensor that falls silent leaves a stale value, an alarm’s cause and a state on the broker', () => {
  const { watch, take, lab } = bench();
  expect(take()).toEqual([['devices', 'dc/s/r/rack-A', 'dc/s/r/rack-B']]);
  expect(watch.stateOf(0)).toBeNull();
  watch.heard(0);
  expect(take()).toEqual([
    ['back', bot],
    ['dc/s/r/rack-A', 'online'],
    ['mappers', 0, 'online'],
  ]);
  lab(90);
  expect(take()).toEqual([
    ['board', 0, { value: 21.5, at: 7, quality: 'stale' }],
    ['lost', bot, { since: 1_000_000, period: 30_000 }],
    ['dc/s/r/rack-A', 'stale'],
    ['mappers', 0, 'stale'],
  ]);
  lab(210);
  expect(take()).toEqual([
    ['board', 0, { value: 21.5, at: 7, quality: 'stale' }],
    ['dc/s/r/rack-A', 'lost'],
    ['mappers', 0, 'lost'],
  ]);
  expect(watch.stateOf(0)).toBe('lost');
  watch.heard(0);
  expect(take()).toEqual([
    ['back', bot],
    ['dc/s/r/rack-A', 'online'],
    ['mappers', 0, 'online'],
  ]);
});

test('FR-140-078 hardware that never spoke has no value to go stale, but its silence is told in lab time', () => {
  const { take, wait } = bench();
  take();
  wait(90);
  expect(take()).toEqual([
    ['lost', hardware, { since: 1_000_000 - 90_000, period: 30_000 }],
    ['dc/s/r/rack-B', 'stale'],
    ['mappers', 1, 'stale'],
  ]);
});

test('FR-140-078 a change of the inventory tells the states again, another story forgets them', () => {
  const { watch, index, take } = bench();
  watch.heard(0);
  take();
  watch.arrange({ ...index, sensors: [hardware, bot] });
  expect(take()).toEqual([
    ['devices', 'dc/s/r/rack-A', 'dc/s/r/rack-B'],
    ['dc/s/r/rack-B', 'online'],
  ]);
  expect([watch.stateOf(0), watch.stateOf(1)]).toEqual([null, 'online']);
  watch.restart();
  expect(watch.stateOf(1)).toBeNull();
});
