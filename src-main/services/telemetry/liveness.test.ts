import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { createLiveness } from './liveness.ts';
import type { Liveness, WatchedSensor } from './liveness.ts';
import { createPace } from './liveness-pace.ts';
import { createWheel } from './liveness-wheel.ts';

const byNumber = (a: number, b: number): number => a - b;
let wall = 0;
const open: Liveness[] = [];
beforeEach(() => {
  wall = 1_000_000;
  vi.useFakeTimers();
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  vi.useRealTimers();
});

const bot = (id: string, device: number, period: number): WatchedSensor => ({
  id: id as EntityId,
  device,
  source: 'bot',
  period,
});
const hardware = (id: string, device: number, period: number): WatchedSensor => ({
  ...bot(id, device, period),
  source: 'hardware',
});

function bench(sensors: readonly WatchedSensor[], devices = 1) {
  const told: string[] = [];
  const liveness = createLiveness({
    steady: () => wall,
    onSensor: (index, state) => told.push(`sensor ${index} ${state}`),
    onDevice: (device, state) => told.push(`device ${device} ${state}`),
  });
  open.push(liveness);
  let tick = 0;
  liveness.arrange(sensors, devices);
  liveness.labTick(0, 1);
  return {
    liveness,
    take: () => told.splice(0),
    /** Lab seconds, in each of which these bots speak. */
    lab: (seconds: number, { speaks = [] as readonly number[], stretch = 1 } = {}) => {
      for (let n = 0; n < seconds; n += 1) {
        tick += 1;
        liveness.labTick(tick, stretch);
        for (const index of speaks) liveness.heard(index);
      }
    },
    /** Wall seconds, with the watch's own timer running. */
    wall: (seconds: number) => {
      for (let n = 0; n < seconds; n += 1) {
        wall += 1000;
        vi.advanceTimersByTime(1000);
      }
    },
  };
}

test('FR-140-077 a bot that falls silent is stale after three of its periods and lost after ten', () => {
  const { liveness, take, lab } = bench([bot('a', 0, 30)]);
  expect(liveness.stateOf(0)).toBe('waiting');
  liveness.heard(0);
  expect(take()).toEqual(['sensor 0 online', 'device 0 online']);
  lab(89);
  expect([take(), liveness.stateOf(0)]).toEqual([[], 'online']);
  lab(1);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
  expect(liveness.silence(0)).toEqual({ periods: 3, period: 30 });
  lab(209);
  expect(take()).toEqual([]);
  lab(1);
  expect(take()).toEqual(['sensor 0 lost', 'device 0 lost']);
  lab(5000);
  expect(take()).toEqual([]);
  liveness.heard(0);
  expect(take()).toEqual(['sensor 0 online', 'device 0 online']);
  lab(90);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
});

test('FR-140-077 one that never spoke is told as well, and one that speaks is left alone', () => {
  const { take, lab } = bench([bot('a', 0, 30), bot('b', 0, 60)]);
  lab(600, { speaks: [0] });
  expect(take()).toEqual([
    'sensor 0 online',
    'device 0 online',
    'sensor 1 stale',
    'device 0 stale',
    'sensor 1 lost',
  ]);
});

test('FR-140-077 an alarm rule may want it sooner or later', () => {
  const { liveness, take, lab } = bench([{ ...bot('a', 0, 10), staleAfter: 20 }]);
  liveness.heard(0);
  lab(199);
  expect(take()).toEqual(['sensor 0 online', 'device 0 online']);
  lab(1);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
  lab(10);
  expect(take()).toEqual(['sensor 0 lost', 'device 0 lost']);
});

test('FR-140-078 a device is stale where one of its sensors is silent, and lost where all are', () => {
  const { liveness, take, lab } = bench([bot('a', 0, 10), bot('b', 0, 10), bot('c', 1, 10)], 2);
  for (const index of [0, 1, 2]) liveness.heard(index);
  expect(take().filter((text) => text.startsWith('device'))).toEqual(['device 0 online', 'device 1 online']);
  lab(30, { speaks: [1, 2] });
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
  lab(70, { speaks: [2] });
  expect(take()).toEqual(['sensor 1 stale', 'sensor 0 lost']);
  lab(70, { speaks: [2] });
  expect(take()).toEqual(['sensor 1 lost', 'device 0 lost']);
  liveness.heard(0);
  expect(take()).toEqual(['sensor 0 online', 'device 0 stale']);
  liveness.heard(1);
  expect(take()).toEqual(['sensor 1 online', 'device 0 online']);
});

test('FR-140-079 a paused lab makes no bot stale, and a faster one gives each its stretched period', () => {
  const { liveness, take, lab, wall: wait } = bench([bot('a', 0, 30)]);
  liveness.heard(0);
  wait(3600);
  expect(take()).toEqual(['sensor 0 online', 'device 0 online']);
  lab(89);
  lab(20 * 90 - 1, { stretch: 20 });
  expect(take()).toEqual([]);
  // Back at its own pace it has three periods from here, however long it had been silent before.
  lab(90);
  expect(take()).toEqual([]);
  lab(1);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
});

test('FR-140-079 hardware is watched on wall time, by the pace it has shown, while the lab is paused too', () => {
  const { liveness, take, wall: wait } = bench([hardware('a', 0, 60)]);
  for (const seconds of [10, 10, 11, 9, 10]) {
    liveness.heard(0);
    wait(seconds);
  }
  expect(take()).toEqual(['sensor 0 online', 'device 0 online']);
  wait(19);
  expect(take()).toEqual([]);
  wait(1);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
  wait(70);
  expect(take()).toEqual(['sensor 0 lost', 'device 0 lost']);
});

test('FR-140-079 hardware whose pace is not known yet is given the usual one', () => {
  const { take, wall: wait } = bench([hardware('a', 0, 60)]);
  wait(179);
  expect(take()).toEqual([]);
  wait(1);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
});

test('FR-140-079 hardware that chatters is not stale for a pause of less than fifteen seconds', () => {
  const { liveness, take, wall: wait } = bench([hardware('a', 0, 60)]);
  for (let n = 0; n < 20; n += 1) {
    liveness.heard(0);
    wall += 100;
  }
  wait(14);
  expect(take()).toEqual(['sensor 0 online', 'device 0 online']);
  wait(1);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
});

test('FR-140-079 a host that stood still blames nobody', () => {
  const { liveness, take, wall: wait } = bench([hardware('a', 0, 10)]);
  liveness.heard(0);
  wall += 3_600_000;
  wait(1);
  expect(take()).toEqual(['sensor 0 online', 'device 0 online']);
  wait(30);
  expect(take()).toEqual(['sensor 0 stale', 'device 0 stale']);
});

test('FR-140-079 what is known of a sensor outlives a change of the inventory, but not another source or story', () => {
  const { liveness, take, lab } = bench([bot('a', 0, 10), bot('b', 0, 10)]);
  liveness.heard(0);
  liveness.heard(1);
  lab(25, { speaks: [1] });
  take();
  liveness.arrange([bot('new', 0, 10), bot('b', 1, 10), bot('a', 2, 10)], 3);
  expect(take()).toEqual(['device 1 online', 'device 2 online']);
  lab(5, { speaks: [1] });
  expect(take()).toEqual(['sensor 2 stale', 'device 2 stale']);
  liveness.arrange([hardware('a', 0, 10)], 1);
  expect([take(), liveness.stateOf(0)]).toEqual([[], 'waiting']);
  liveness.heard(0);
  liveness.restart();
  expect(liveness.stateOf(0)).toBe('waiting');
});

test('FR-140-079 another story may begin at any time of its own', () => {
  const { liveness, take } = bench([bot('a', 0, 10)]);
  liveness.heard(0);
  for (const tick of [500_000, 40]) {
    liveness.restart();
    liveness.labTick(tick, 1);
    for (let n = 1; n < 30; n += 1) liveness.labTick(tick + n, 1);
    expect(take().filter((text) => text.includes('stale'))).toEqual([]);
    liveness.labTick(tick + 30, 1);
    expect(take()).toContain('sensor 0 stale');
  }
});

test('FR-140-079 after close nobody is looked at any more', () => {
  const { liveness, take, wall: wait } = bench([hardware('a', 0, 5)]);
  liveness.close();
  wait(100);
  expect(take()).toEqual([]);
});

test('FR-140-079 the pace is the median of the last intervals, so that one gap changes nothing', () => {
  const pace = createPace([true, false]);
  let at = 0;
  for (const interval of [0, 10, 10, 400, 10, 10]) {
    at += interval;
    pace.heard(0, at);
    pace.heard(1, at);
  }
  expect([pace.period(0), pace.period(1)]).toEqual([10, null]);
  for (let n = 0; n < 8; n += 1) pace.heard(0, (at += 40));
  expect(pace.period(0)).toBe(40);
});

test('FR-140-077 the wheel hands out each item once, in the first turn that reaches its second', () => {
  const moves = fc.array(
    fc.record({ item: fc.nat(9), ahead: fc.integer({ min: -5, max: 3000 }), turn: fc.nat(1500) }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(moves, (steps) => {
      const wheel = createWheel(10, 7);
      const wanted = new Map<number, number>();
      let now = 7;
      for (const { item, ahead, turn } of steps) {
        const second = Math.max(now + ahead, now + 1);
        wheel.schedule(item, now + ahead);
        wanted.set(item, second);
        now += turn;
        const seen: number[] = [];
        wheel.turn(now, (due) => {
          const at = wanted.get(due) ?? Number.NaN;
          // Handed out early, because it lies beyond the wheel's reach.
          if (at > now) wheel.schedule(due, at);
          else seen.push(due);
        });
        const expected = [...wanted].filter(([, at]) => at <= now).map(([due]) => due);
        expect(seen.toSorted(byNumber)).toEqual(expected.toSorted(byNumber));
        for (const due of expected) wanted.delete(due);
      }
    }),
  );
});

test('FR-140-077 a second of 150,000 sensors looks at those that are due, not at all', () => {
  const items = 150_000;
  const wheel = createWheel(items, 0);
  for (let item = 0; item < items; item += 1) wheel.schedule(item, 1 + (item % 100));
  const looks: number[] = [];
  wheel.turn(1, (item) => looks.push(item));
  expect(looks).toHaveLength(items / 100);
});
