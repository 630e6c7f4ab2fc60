import { expect, test } from 'vitest';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { airLab, run } from './air-lab.fixture.ts';
import { leakAt } from './leak.ts';

const lab = (): World =>
  airLab({
    racks: 2,
    kilowatts: 2,
    room: { width: 10, depth: 10 },
    cracs: [{ position: { x: 2, y: 2 } }, {}],
  });
const wet = (world: World, x: number, y: number): boolean => {
  const { layout, state } = world.plant;
  return layout !== null && leakAt(state, layout, { room: 0, point: { x, y } as never });
};

test('FR-130-067 a puddle reaches a sensor near the unit before one further off, and one in another room never', () => {
  const world = lab();
  run(world, 1);
  expect(wet(world, 2, 2)).toBe(false);
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-1', size: 2 });
  const at: Record<string, number> = {};
  for (let second = 1; second <= 1800; second += 1) {
    run(world, 1);
    if (wet(world, 2.5, 2)) at.near ??= second;
    if (wet(world, 5, 2)) at.far ??= second;
  }
  // 2 L/min, 2 mm deep: a disc of half a metre holds 1.57 L, one of three metres 56.5 L.
  expect(at.near).toBeGreaterThan(44);
  expect(at.near).toBeLessThan(55);
  expect(at.far).toBeGreaterThan(1690);
  const { layout, state } = world.plant;
  expect(layout !== null && leakAt(state, layout, { room: 1, point: { x: 2, y: 2 } as never })).toBe(false);
});

test('FR-130-067 when the leak stops the water stays, dries slowly, and goes when someone mops it up', () => {
  const world = lab();
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-1', size: 30 });
  run(world, 120);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  run(world, 1);
  const litres = world.plant.state.crac.columns.leak[0] ?? 0;
  expect(litres).toBeGreaterThan(55);
  run(world, 3600);
  const later = world.plant.state.crac.columns.leak[0] ?? 0;
  expect(later).toBeLessThan(litres);
  expect(later).toBeGreaterThan(0.9 * litres);
  expect(wet(world, 2.5, 2)).toBe(true);
  did(world, { type: 'plant.order', target: 'room-1', verb: 'leak-dry' });
  run(world, 1);
  expect(wet(world, 2, 2)).toBe(false);
});

test('FR-130-069 smoke thickens while it burns and clears afterwards, slower where the fans stand', () => {
  const smoke = (severity: 'partial' | 'total'): [number, number] => {
    const world = lab();
    did(world, { type: 'scenario.run', name: 'FIRE_ALARM', target: 'room-1', severity, size: 2 });
    run(world, 300);
    const { columns } = world.plant.state.room;
    const thick = columns.smoke[0] ?? 0;
    run(world, 899);
    did(world, { type: 'scenario.stop', id: 'scenario-1' });
    run(world, 1200);
    return [thick, columns.smoke[0] ?? 0];
  };
  const [moved, cleared] = smoke('partial');
  const [still, left] = smoke('total');
  expect(moved).toBeGreaterThan(5);
  expect(still).toBeGreaterThan(moved);
  expect(cleared).toBeLessThan(0.5 * moved);
  expect(left).toBeGreaterThan(cleared);
});
