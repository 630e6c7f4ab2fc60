import { expect, test } from 'vitest';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../kernel/snapshot.ts';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { airLab, mean, most, run } from './air-lab.fixture.ts';

const lab = (): World =>
  airLab({
    racks: 12,
    kilowatts: 5,
    room: { width: 10, depth: 8 },
    cracs: [{}, { coil: 'chilled-water', control: 'return', setpoint: 32 }, { stages: 4 }],
    chillers: [{ condenser: 'tower', economiser: 'water-side' }],
  });

test('FR-130-056 a snapshot in the middle of a transient goes on as the world it was taken of, to the bit', () => {
  const world = lab();
  run(world, 300);
  did(world, { type: 'scenario.run', name: 'UNIT_FAULT', target: 'crac-1' });
  did(world, { type: 'scenario.run', name: 'CHILLER_TRIP', target: 'chiller-1' });
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: 'crac-3' });
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: 'rack-2' });
  did(world, { type: 'scenario.run', name: 'HUMIDITY_LOW', target: 'room-1' });
  for (const wait of [1, 7, 45, 200]) {
    run(world, wait);
    const again = restoreSnapshot(takeSnapshot(world));
    run(world, 250);
    run(again, 250);
    expect(worldHash(again)).toBe(worldHash(world));
  }
});

test('FR-130-056 a fresh lab is calm: born near its balance, it stays within a degree for a day', () => {
  for (const control of ['supply', 'return']) {
    const cracs = [0, 1].map(() => ({ control, setpoint: control === 'supply' ? 22 : 33 }));
    const world = airLab({ racks: 20, kilowatts: 5, room: { width: 10, depth: 10 }, cracs });
    run(world, 1);
    const { inlet } = world.plant.state.rack.columns;
    const first = mean(inlet);
    for (let hour = 0; hour < 24; hour += 1) {
      run(world, 3600);
      expect(most(inlet)).toBeLessThan(27);
      expect(Math.min(...inlet)).toBeGreaterThan(18);
      expect(Math.abs(mean(inlet) - first)).toBeLessThan(1.5);
    }
  }
});
