import { expect, test } from 'vitest';
import { createFlight } from './flight.ts';
import { createFrameGuard } from './frame-guard.ts';
import { createMinuteCount, createSeldom, createTokenBucket } from './rate.ts';

test('FR-140-006 a bucket lets the burst through at once and the rate on the long run', () => {
  const clock = { at: 0 };
  const bucket = createTokenBucket({ perSecond: 10, burst: 5 }, () => clock.at);
  const taken = (tries: number): number =>
    Array.from({ length: tries }, () => bucket.take()).filter(Boolean).length;
  expect(taken(20)).toBe(5);
  clock.at = 200;
  expect(taken(20)).toBe(2);
  clock.at = 60_000;
  expect(taken(20)).toBe(5);
});

test('FR-140-019 the count of the last minute forgets second by second', () => {
  const clock = { at: 500 };
  const count = createMinuteCount(() => clock.at);
  count.add();
  clock.at = 30_000;
  count.add();
  expect(count.total()).toBe(2);
  clock.at = 60_999;
  expect(count.total()).toBe(1);
  clock.at = 10_000_000;
  expect(count.total()).toBe(0);
});

test('FR-140-034 the same news is told once in a while', () => {
  const clock = { at: 0 };
  const isNews = createSeldom(1000, () => clock.at);
  expect([isNews('a'), isNews('a'), isNews('b')]).toEqual([true, false, true]);
  clock.at = 1000;
  expect(isNews('a')).toBe(true);
});

test('FR-140-004 landing waits for what departed before it and not for what departs later', async () => {
  const flight = createFlight();
  const first = flight.depart();
  const second = flight.depart();
  const order: string[] = [];
  const early = flight.landed().then(() => order.push('early'));
  const third = flight.depart();
  const late = flight.landed().then(() => order.push('late'));
  third();
  second();
  order.push('not yet');
  await Promise.resolve();
  first();
  await Promise.all([early, late]);
  expect(order).toEqual(['not yet', 'early', 'late']);
  await flight.landed();
});

test('FR-140-008 packet lengths are read across any cut of the stream', () => {
  const packet = (length: number): Buffer => {
    const size = length < 128 ? [length] : [(length & 127) | 128, length >> 7];
    return Buffer.concat([Buffer.from([0x30, ...size]), Buffer.alloc(length)]);
  };
  const fine = Buffer.concat([packet(0), packet(5), packet(127), packet(128), packet(300)]);
  for (const step of [1, 2, 3, 7, 64, fine.length]) {
    const guard = createFrameGuard(300);
    for (let at = 0; at < fine.length; at += step) expect(guard(fine.subarray(at, at + step))).toBe('ok');
    expect(guard(packet(301).subarray(0, 3))).toBe('too-large');
  }
  expect(createFrameGuard(300)(Buffer.from([0x30, 255, 255, 255, 255]))).toBe('malformed');
});
