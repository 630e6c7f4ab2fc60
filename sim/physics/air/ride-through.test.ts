import { expect, test } from 'vitest';
import { step } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import { put } from '../../testing/small-lab.ts';
import { named, oneOfEverything } from '../../testing/starter-lab.ts';
import { rideThrough, secondsUntil } from './ride-through.ts';
import type { Loss } from './ride-through.ts';

const roomOf = (world: World) => {
  const [room] = world.inventory.ofKind('room');
  if (room === undefined) throw new Error('the lab has no room');
  return room;
};

const still: Loss = {
  heat: 60,
  air: 200,
  equipment: 0,
  walls: 0,
  equipmentLink: 0,
  wallLink: 0,
  inlet: 22,
  outlet: 33,
  mass: 33,
  wall: 27,
  limit: 32,
};

test('FR-120-320 the ride-through of a room is what physics does when its cooling is lost', () => {
  const world = oneOfEverything('7f3a');
  for (let n = 0; n < 1800; n += 1) step(world);
  const room = roomOf(world);
  const said = rideThrough(world, room);
  for (const name of ['crac-01', 'crac-02'])
    put(world, { type: 'plant.order', target: named(world, name), verb: 'unit-off' });
  const { inlet } = world.plant.state.rack.columns;
  const mean = (): number => inlet.reduce((sum, one) => sum + one, 0) / inlet.length;
  const until = (limit: number): number => {
    const from = world.clock.tick;
    while (mean() <= limit && world.clock.tick - from < 7200) step(world);
    return world.clock.tick - lost;
  };
  const lost = world.clock.tick;
  const [limit, shutdown] = [until(32), until(40)];
  expect(said?.heat).toBeGreaterThan(10);
  expect(Math.abs((said?.minutes ?? 0) * 60 - limit)).toBeLessThan(0.3 * limit);
  expect(Math.abs((said?.shutdown ?? 0) * 60 - shutdown)).toBeLessThan(0.3 * shutdown);
});

test('FR-120-320 heat that nothing else takes up warms the air alone', () => {
  const seconds = secondsUntil(still) ?? 0;
  // Until both halves of the air have mixed the cold one follows the hot one; then all warms by P ÷ C.
  const mixed = (32 - (0.35 * 22 + 0.65 * 33)) * (200 / 60);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(Math.max(15, mixed + 15));
});

test('FR-120-320 equipment and walls buy time, and a room without heat lasts', () => {
  const bare = secondsUntil(still) ?? 0;
  const walled = secondsUntil({ ...still, walls: 4000, wallLink: 1.5 }) ?? 0;
  const full = secondsUntil({ ...still, equipment: 1200, equipmentLink: 3, mass: 31 }) ?? 0;
  expect(walled).toBeGreaterThan(bare);
  expect(full).toBeGreaterThan(bare);
  expect(secondsUntil({ ...still, heat: 0 })).toBeNull();
  expect(secondsUntil({ ...still, inlet: 34 })).toBe(0);
});
