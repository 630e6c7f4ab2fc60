import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Facing } from '../../../sim/contract/entities.ts';
import { findAisles } from './aisles.ts';
import { type RackSpot, turnedFootprint } from './floor-plan.ts';
import { createHitGrid } from './hit-grid.ts';
import { labelLevel, spotsInSight } from './label-level.ts';
import { fitRoom, panBy, reveal, toFloor, toScreen, zoomAt } from './viewport.ts';
import { walkFrom } from './walk.ts';

const rackAt = (
  name: string,
  place: { readonly x: number; readonly y: number },
  facing: Facing,
): RackSpot => ({
  id: `rack-${name}` as EntityId,
  name,
  ...place,
  facing,
  ...turnedFootprint(facing, 0.6, 1.2),
});

const row = (letter: string, y: number, facing: Facing): readonly RackSpot[] =>
  Array.from({ length: 6 }, (_, index) =>
    rackAt(`${letter}0${index + 1}`, { x: 2 + index * 0.8, y }, facing),
  );

const floor = [
  ...row('A', 1.8, 'south'),
  ...row('B', 4.2, 'north'),
  ...row('C', 6.8, 'south'),
  ...row('D', 9.2, 'north'),
];
const room = { width: 10, depth: 11 };
const size = { width: 800, height: 600 };

test('FR-120-105 a room is shown whole and to scale, in the middle', () => {
  const view = fitRoom(room, size);
  const corner = toScreen(view, { x: 0, y: 0 });
  const far = toScreen(view, { x: room.width, y: room.depth });
  expect(corner.x).toBeGreaterThanOrEqual(0);
  expect(far.y).toBeLessThanOrEqual(size.height);
  expect((far.x - corner.x) / (far.y - corner.y)).toBeCloseTo(room.width / room.depth);
  expect(corner.x).toBeCloseTo(size.width - far.x);
});

test('FR-120-105 zooming keeps the floor under the pointer in place, within bounds', () => {
  const view = fitRoom(room, size);
  const pointer = { x: 200, y: 150 };
  const before = toFloor(view, pointer);
  const after = toFloor(zoomAt(view, { factor: 3, at: pointer }, view.scale), pointer);
  expect(after.x).toBeCloseTo(before.x);
  expect(after.y).toBeCloseTo(before.y);
  expect(zoomAt(view, { factor: 1e9, at: pointer }, view.scale).scale).toBe(400);
  expect(zoomAt(view, { factor: 1e-9, at: pointer }, view.scale).scale).toBe(view.scale / 2);
});

test('FR-120-105 panning never loses the room', () => {
  const view = fitRoom(room, size);
  const lost = panBy(view, { x: 1e6, y: -1e6 }, { room, size });
  expect(toScreen(lost, { x: 0, y: 0 }).x).toBeLessThan(size.width);
  expect(toScreen(lost, { x: 0, y: room.depth }).y).toBeGreaterThan(0);
});

test('FR-120-105 a spot out of sight is brought into it, one in sight moves nothing', () => {
  const view = { scale: 300, x: 0, y: 0 };
  const shown = toScreen(reveal(view, { x: 9, y: 9 }, size), { x: 9, y: 9 });
  expect(shown.x).toBeLessThan(size.width);
  expect(shown.y).toBeLessThan(size.height);
  expect(reveal(view, { x: 1, y: 1 }, size)).toEqual(view);
});

test('FR-120-105 a rack that faces east or west lies across', () => {
  expect(turnedFootprint('north', 0.6, 1.2)).toEqual({ width: 0.6, depth: 1.2 });
  expect(turnedFootprint('west', 0.6, 1.2)).toEqual({ width: 1.2, depth: 0.6 });
});

test('FR-120-106 fronts that look at each other make a cold aisle, backs a hot one', () => {
  const aisles = findAisles(floor);
  expect(aisles.map((aisle) => aisle.kind)).toEqual(['cold', 'hot', 'cold']);
  expect(aisles[0]?.y).toBeCloseTo(3);
  expect(aisles[0]?.depth).toBeCloseTo(1.2);
  expect(aisles[0]?.width).toBeCloseTo(4.6);
});

test('FR-120-106 rows that face the same way, gaps too narrow and open floor make no aisle', () => {
  expect(findAisles([...row('A', 2, 'south'), ...row('B', 5, 'south')])).toEqual([]);
  expect(findAisles([...row('A', 2, 'south'), ...row('B', 3.3, 'north')])).toEqual([]);
  expect(findAisles([...row('A', 2, 'south'), ...row('B', 9, 'north')])).toEqual([]);
});

test('FR-120-106 aisles between racks that face east and west run the other way', () => {
  const columns = Array.from({ length: 4 }, (_, index) =>
    rackAt(`E${index}`, { x: 2, y: 1 + index * 0.8 }, 'east'),
  );
  columns.push(
    ...Array.from({ length: 4 }, (_, index) => rackAt(`W${index}`, { x: 4.4, y: 1 + index * 0.8 }, 'west')),
  );
  const [aisle] = findAisles(columns);
  expect(aisle).toMatchObject({ kind: 'cold', along: 'y' });
  expect(aisle?.x).toBeCloseTo(3.2);
});

test('FR-120-107 the rack under a point is found, and nothing between racks', () => {
  const grid = createHitGrid(floor);
  floor.forEach((rack, index) => expect(grid.at(rack)).toBe(index));
  expect(grid.at({ x: 2.29, y: 1.3 })).toBe(0);
  expect(grid.at({ x: 2.4, y: 1.8 })).toBeNull();
  expect(grid.at({ x: -50, y: 900 })).toBeNull();
});

test('FR-120-108 arrows walk to the nearest rack that way and stay at the end of a row', () => {
  expect(walkFrom(floor, 0, 'right')).toBe(1);
  expect(walkFrom(floor, 5, 'right')).toBe(5);
  expect(walkFrom(floor, 2, 'down')).toBe(8);
  expect(walkFrom(floor, 8, 'up')).toBe(2);
  expect(walkFrom(floor, 1, 'left')).toBe(0);
});

test('FR-120-108 without a start the walk begins at the north-west', () => {
  expect(walkFrom([...floor].toReversed(), null, 'right')).toBe(floor.length - 1);
  expect(walkFrom([], null, 'right')).toBeNull();
});

test('FR-120-109 a rack is written on only where it can be read', () => {
  expect(labelLevel(12, 24)).toBe('none');
  expect(labelLevel(30, 24)).toBe('name');
  expect(labelLevel(60, 97)).toBe('full');
});

test('FR-120-109 only racks that touch the canvas are written on', () => {
  const seen = spotsInSight(floor, { scale: 100, x: 0, y: 0 }, { width: 300, height: 250 });
  expect(seen.map((index) => floor[index]?.name)).toEqual(['A01', 'A02']);
});
