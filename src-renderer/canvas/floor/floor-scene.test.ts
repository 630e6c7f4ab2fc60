import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { airArrows } from './air-arrows.ts';
import { findAisles } from './aisles.ts';
import type { FloorPlan, RackSpot } from './floor-plan.ts';

const rack = (id: string, [x, y]: readonly [number, number], facing: RackSpot['facing']): RackSpot => ({
  id: id as EntityId,
  name: id,
  x,
  y,
  width: 0.6,
  depth: 1.2,
  facing,
  containment: 'cold-aisle',
});
const racks = [
  rack('a1', [2, 2], 'south'),
  rack('a2', [2.6, 2], 'south'),
  rack('b1', [2, 4.4], 'north'),
  rack('b2', [2.6, 4.4], 'north'),
  rack('c1', [2, 6.8], 'south'),
];
const plan: FloorPlan = {
  room: { id: 'room-1' as EntityId, name: 'Room', width: 8, depth: 9 },
  racks,
  units: [
    {
      id: 'crac-1' as EntityId,
      name: 'CRAC',
      kind: 'crac',
      x: 6.5,
      y: 3.2,
      width: 1,
      depth: 0.9,
      at: { x: 6.5, y: 3.2 },
    },
  ],
  aisles: findAisles(racks),
  leaks: [],
  sensors: [],
};

test('FR-120-397 an aisle knows the racks on both sides of it, and whether it is walled in', () => {
  const [cold, hot] = plan.aisles;
  expect(cold).toMatchObject({ kind: 'cold', racks: [0, 1, 2, 3], isContained: true });
  expect(hot).toMatchObject({ kind: 'hot', racks: [2, 3, 4], isContained: false });
});

test('FR-120-398 air goes into a rack at its front and leaves it at its back, longer where more flows', () => {
  const flows = (flow: number) =>
    airArrows(plan, { racks: [flow, null, null, null, null], units: new Map() });
  const [intake, exhaust] = flows(1300);
  expect(intake).toMatchObject({ kind: 'cool', to: { x: 2, y: 2.64 } });
  expect(exhaust?.from.y).toBeCloseTo(1.36);
  expect(exhaust?.to.y).toBeLessThan(1.36);
  const reach = (arrows: ReturnType<typeof flows>): number =>
    (arrows[0]?.from.y ?? 0) - (arrows[0]?.to.y ?? 0);
  expect(reach(flows(1800))).toBeGreaterThan(reach(flows(900)));
  expect(flows(0)).toEqual([]);
});

test('FR-120-398 a unit blows towards the nearest cold aisle and draws from the nearest hot one', () => {
  const arrows = airArrows(plan, { racks: [], units: new Map([['crac-1', 14_000]]) });
  expect(arrows.map(({ kind }) => kind)).toEqual(['cool', 'warm']);
  const [cool, warm] = arrows;
  expect(cool?.to.x).toBeLessThan(cool?.from.x ?? 0);
  expect(warm?.from.x).toBeLessThan(warm?.to.x ?? 0);
});
