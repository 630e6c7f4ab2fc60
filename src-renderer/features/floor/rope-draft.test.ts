import { expect, test, vi } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { leakSpots, nearestOn, pointAlong, ropeLength } from '../../canvas/floor/rope.ts';
import { floorKey, type FloorKeyMeans } from './floor-keys.ts';
import { createIds } from './new-item.ts';
import { cracItems } from './new-things.ts';
import { sampleInventory } from './floor-samples.ts';
import {
  cornerAt,
  draftOf,
  grabbedAt,
  inRoom,
  loopAround,
  movedTo,
  type RopeDraft,
  ropeItems,
  snappedPoint,
  stepped,
  withoutActive,
  withPoint,
} from './rope-draft.ts';

const id = (text: string): EntityId => text as EntityId;
const corners = [
  { x: 1, y: 1 },
  { x: 4, y: 1 },
  { x: 4, y: 3 },
];
const draft: RopeDraft = { id: null, name: 'leak rope', parent: id('room-1'), points: corners, active: 1 };
const room = { width: 8, depth: 6 };

test('FR-120-541 the length of a rope and the place of each metre follow from its corners', () => {
  expect(ropeLength(corners)).toBe(5);
  expect(pointAlong(corners, 2)).toEqual({ x: 3, y: 1 });
  expect(pointAlong(corners, 4)).toEqual({ x: 4, y: 2 });
  expect(pointAlong(corners, 99)).toEqual({ x: 4, y: 3 });
  expect(nearestOn(corners, { x: 2, y: 1.5 })).toMatchObject({ piece: 0, at: { x: 2, y: 1 }, off: 0.5 });
  const spots = leakSpots({ id: id('s'), name: 's', x: 1, y: 1, path: corners });
  expect(spots.some(({ x, y }) => Math.hypot(x - 4, y - 2) < 0.2)).toBe(true);
  expect(leakSpots({ id: id('s'), name: 's', x: 1, y: 1, path: null })).toHaveLength(1);
});

test('FR-120-541 corners are added behind the one that is meant, dragged out of the line, moved and taken away', () => {
  expect(withPoint(draft, { x: 5, y: 5 }).points[2]).toEqual({ x: 5, y: 5 });
  expect(withPoint({ ...draft, active: null }, { x: 5, y: 5 })).toMatchObject({ active: 3 });
  expect(cornerAt(draft, { x: 3.9, y: 1.1 })).toBe(1);
  expect(grabbedAt(draft, { x: 2.5, y: 1.1 })).toMatchObject({ active: 1, points: { length: 4 } });
  expect(grabbedAt(draft, { x: 2.5, y: 2.5 })).toBeNull();
  expect(movedTo(draft, 2, { x: 5, y: 4 })).toMatchObject({ active: 2 });
  expect(withoutActive(draft)).toMatchObject({ active: 0, points: [corners[0], corners[2]] });
  expect(withoutActive({ ...draft, points: [{ x: 1, y: 1 }], active: 0 })).toMatchObject({ active: null });
  expect([stepped(draft, 1).active, stepped({ ...draft, active: 0 }, -1).active]).toEqual([2, 2]);
  expect(inRoom({ x: -1, y: 9 }, room)).toEqual({ x: 0, y: 6 });
  expect(snappedPoint({ x: 1.234, y: 0.96 }, room)).toEqual({ x: 1.2, y: 1 });
});

test('FR-120-541 every step has its key while a course is drawn, and none of them moves a rack', () => {
  const rope = { nudge: vi.fn(), step: vi.fn(), add: vi.fn(), drop: vi.fn(), save: vi.fn() };
  const edit = { isOn: true, hasChosen: false, rope, nudge: vi.fn(), stepBack: vi.fn(() => true) };
  const means = { edit, stage: {}, cursor: null } as unknown as FloorKeyMeans;
  const press = (key: string, shiftKey = false) => floorKey({ key, shiftKey }, means);
  for (const key of ['ArrowLeft', 'PageUp', 'PageDown', 'Insert', 'Delete', 'Enter', 'Escape'])
    expect(press(key)).toBe(true);
  press('ArrowDown', true);
  expect(rope.nudge.mock.calls).toEqual([[{ x: -0.1, y: 0 }], [{ x: 0, y: 0.6 }]]);
  expect(rope.step.mock.calls).toEqual([[-1], [1]]);
  for (const deed of [rope.add, rope.drop, rope.save, edit.stepBack]) expect(deed).toHaveBeenCalledTimes(1);
  expect(edit.nudge).not.toHaveBeenCalled();
});

test('FR-120-542 a new rope is two sensors at one free place, and a new cooling unit brings one inside its room', () => {
  const rope = { ...draft, parent: id('crac-1') };
  const items = ropeItems(sampleInventory, rope, createIds(sampleInventory.entities));
  expect(items.map(({ parent, spec }) => [parent, spec])).toEqual([
    ['crac-1', { metric: 'leak', place: 'rope', source: 'bot', path: corners }],
    ['crac-1', { metric: 'leak-distance', place: 'rope', source: 'bot' }],
  ]);
  const target = { id: id('room-1'), name: 'Room 1', width: 11, depth: 10.6 };
  const unit = cracItems(sampleInventory, target, { name: 'c', x: 0.2, y: 5, ratedCooling: 70 });
  const paths = unit.flatMap((item) =>
    item.kind === 'sensor' && item.spec.path !== undefined ? [item.spec.path] : [],
  );
  expect(paths).toHaveLength(1);
  expect(paths[0]?.every(({ x, y }) => x >= 0 && y >= 0 && x <= 11 && y <= 10.6)).toBe(true);
  expect(loopAround({ x: 7.5, y: 3, width: 1, depth: 1 }, room)[1]).toEqual({ x: 6.8, y: 2.3 });
  expect(draftOf(sampleInventory, id('sensor-9001'))).toMatchObject({
    parent: 'room-1',
    points: { length: 4 },
  });
  expect(draftOf(sampleInventory, id('crac-1'))).toBeNull();
});
