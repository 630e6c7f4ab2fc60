import { expect, test } from 'vitest';
import { saidNow } from '../../bots/said-now.ts';
import type { EntityId } from '../../contract/ids.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../kernel/snapshot.ts';
import type { World } from '../../kernel/world.ts';
import { did, put } from '../../testing/small-lab.ts';
import { airLab, run } from './air-lab.fixture.ts';
import { ropeWetAt } from './leak.ts';

const lab = (): World =>
  airLab({
    racks: 2,
    kilowatts: 2,
    room: { width: 10, depth: 10 },
    cracs: [{ position: { x: 2, y: 2 } }, {}],
  });
const points = (...corners: readonly (readonly [number, number])[]): never =>
  corners.map(([x, y]) => ({ x, y })) as never;
const wetAt = (world: World, path: never): number | null => {
  const { layout, state } = world.plant;
  return layout === null ? null : ropeWetAt(state, layout, { room: 0, path });
};

test('FR-130-376 a rope becomes wet once the puddle comes near it, and tells the metres from its start to where', () => {
  const world = lab();
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-1', size: 2 });
  // Down its first metre, then three metres past the unit at half a metre's distance.
  const rope = points([1, 1.5], [1, 2.5], [4, 2.5]);
  const before: (number | null)[] = [];
  let first = 0;
  for (let second = 1; second <= 120 && first === 0; second += 1) {
    run(world, 1);
    if (wetAt(world, rope) === null) before.push(null);
    else first = second;
  }
  // 2 L/min, 2 mm deep: a disc of half a metre holds 1.57 L.
  expect(first).toBeGreaterThan(44);
  expect(first).toBeLessThan(55);
  expect(before).toHaveLength(first - 1);
  expect(wetAt(world, rope)).toBeCloseTo(2, 6);
  expect(wetAt(world, points([8, 8], [9, 8]))).toBeNull();
  expect(wetAt(world, points([2, 2.2], [2, 2.2]))).toBe(0);
});

test('FR-130-376 where two puddles reach a rope, it tells the place nearest to its start', () => {
  const world = airLab({
    racks: 2,
    kilowatts: 2,
    room: { width: 10, depth: 10 },
    cracs: [{ position: { x: 2, y: 2 } }, { position: { x: 6, y: 2 } }],
  });
  const rope = points([9, 2.1], [0, 2.1]);
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-1', size: 2 });
  run(world, 60);
  expect(wetAt(world, rope)).toBeCloseTo(7, 6);
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-2', size: 2 });
  run(world, 60);
  expect(wetAt(world, rope)).toBeCloseTo(3, 6);
});

function layRope(world: World, parent: string, number: number): readonly EntityId[] {
  const [wet, where] = [`sensor-${number}`, `sensor-${number + 1}`];
  const sensor = (id: unknown, spec: object, name: string) => ({ kind: 'sensor', id, name, parent, spec });
  did(world, {
    type: 'inventory.create-many',
    items: [
      sensor(wet, { metric: 'leak', place: 'rope', source: 'bot', path: points([1.2, 1], [1.2, 5]) }, 'rope'),
      sensor(where, { metric: 'leak-distance', place: 'rope', source: 'bot' }, 'rope at'),
    ] as never,
  });
  return [wet, where] as never;
}

test.each(['room-1', 'crac-1'])(
  'FR-130-377 a locating rope of %s says dry and 0, then wet and how far along',
  (parent) => {
    const world = lab();
    const [wet, where] = layRope(world, parent, 900);
    const say = () => [saidNow(world, wet as EntityId), saidNow(world, where as EntityId)];
    expect(say()).toEqual([0, 0]);
    did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-1', size: 10 });
    run(world, 120);
    expect(say()).toEqual([1, 1]);
    did(world, { type: 'plant.order', target: 'room-1', verb: 'leak-dry' });
    did(world, { type: 'scenario.stop', id: 'scenario-1' });
    run(world, 1);
    expect(say()).toEqual([0, 0]);
  },
);

test('FR-130-377 a rope that is wet at its very start says its smallest step, for 0 is dry', () => {
  const world = lab();
  did(world, {
    type: 'inventory.create-many',
    items: [
      {
        kind: 'sensor',
        id: 'sensor-900',
        name: 'r',
        parent: 'crac-1',
        spec: { metric: 'leak', place: 'rope', source: 'bot', path: points([2, 2], [9, 9]) },
      },
      {
        kind: 'sensor',
        id: 'sensor-901',
        name: 'd',
        parent: 'crac-1',
        spec: { metric: 'leak-distance', place: 'rope', source: 'bot' },
      },
    ] as never,
  });
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-1', size: 1 });
  run(world, 5);
  expect(saidNow(world, 'sensor-901' as EntityId)).toBe(0.1);
});

test('FR-130-378 a course is refused to any other sensor and outside its room, and a leak sensor without one is as before', () => {
  const world = lab();
  const make = (spec: object) =>
    put(world, {
      type: 'inventory.create',
      item: {
        kind: 'sensor',
        name: 'x',
        parent: 'room-1',
        spec: { place: 'p', source: 'bot', ...spec },
      } as never,
    });
  expect(make({ metric: 'smoke', path: points([1, 1], [2, 2]) })).toMatchObject({
    refusal: { code: 'invalid-input', where: 'item.spec.path' },
  });
  expect(make({ metric: 'leak', path: points([1, 1], [2, 11]) })).toMatchObject({
    refusal: { code: 'outside-room', where: 'item.spec.path[1]' },
  });
  expect(() => make({ metric: 'leak', path: points([1, 1]) })).toThrow(/path/);
  expect(make({ metric: 'leak' })).toMatchObject({ ok: true });
});

test('FR-130-379 a world brought back from a snapshot finds the same wet place, and the same hash, second by second', () => {
  const world = lab();
  const [, where] = layRope(world, 'room-1', 900);
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-1', size: 10 });
  run(world, 40);
  const again = restoreSnapshot(takeSnapshot(world));
  for (let second = 0; second < 60; second += 1) {
    run(world, 1);
    run(again, 1);
    expect(saidNow(again, where as EntityId)).toBe(saidNow(world, where as EntityId));
  }
  expect(saidNow(world, where as EntityId)).toBeGreaterThan(0);
  expect(worldHash(again)).toBe(worldHash(world));
});
