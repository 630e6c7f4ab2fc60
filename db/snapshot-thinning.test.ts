import * as fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import { thinned, type ForkPoint, type Point } from './snapshot-thinning.ts';
import { openStore, snapshot, testFolder, tick } from './story.fixture.ts';

/** Saves a snapshot every `step` ticks and thins after each, as the store does. */
function grow(count: number, step: number, forks: readonly ForkPoint[]): Point[] {
  let points: Point[] = [];
  for (let id = 1; id <= count; id += 1) {
    points.push({ id, tick: id * step, revision: id * step });
    const gone = new Set(thinned(points, forks));
    points = points.filter((point) => !gone.has(point.id));
  }
  return points;
}

test('FR-180-011 the last twenty snapshots and the first always stay', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 600 }), (count, step) => {
      const points = grow(count, step, []);
      expect(points[0]?.id).toBe(1);
      const newest = points.slice(-20).map(({ id }) => id);
      expect(newest).toEqual(
        Array.from({ length: Math.min(20, count) }, (_, index) => count - Math.min(20, count) + 1 + index),
      );
    }),
    { numRuns: 30 },
  );
});

test('FR-180-011 older snapshots lie sparser: their number grows with the logarithm of the lab’s age', () => {
  const [thousand, ten] = [grow(1000, 60, []).length, grow(10_000, 60, []).length];
  expect(thousand).toBeLessThan(100);
  expect(ten).toBeLessThan(thousand + 60);
});

test('FR-180-011 no moment is farther from the snapshot before it than a quarter of its age', () => {
  const points = grow(3000, 60, []);
  const newest = points.at(-1)?.tick ?? 0;
  for (const [index, { tick: at }] of points.entries()) {
    const next = points[index + 1]?.tick ?? at;
    const age = newest - at;
    expect(next - at).toBeLessThanOrEqual(Math.max(60, age / 4));
  }
});

test('FR-180-012 the snapshot from which a fork is replayed is never thinned away', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 60, max: 6000 }), { maxLength: 8 }), (ticks) => {
      const forks = ticks.map((at) => ({ tick: at, revision: at }));
      const points = grow(500, 60, forks);
      for (const { tick: at } of forks) {
        const base = Math.floor(at / 60);
        expect(points.some(({ id }) => id === base)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test('FR-180-011 the store thins as it saves', () => {
  const store = openStore(join(testFolder(), 'world.db'));
  const main = 'branch-1' as BranchId;
  for (let at = 1; at <= 120; at += 1) store.saveSnapshot(main, snapshot(at, `inventory ${at}`));
  const ticks = new Set(
    Array.from({ length: 120 }, (_, index) => store.nearestSnapshot(main, tick(index + 1))?.tick),
  );
  expect(ticks.size).toBeLessThan(70);
  expect(ticks.size).toBeGreaterThan(20);
  expect(ticks.has(tick(1))).toBe(true);
});
