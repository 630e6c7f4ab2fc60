import { expect, test } from 'vitest';
import { dropArrangement, loadArrangements, readArrangements, saveArrangement } from './arrangements.ts';
import type { Kept } from './arrangements.ts';
import { withMoved } from './use-scene.ts';

function shelf(limit = Number.POSITIVE_INFINITY): Kept['shelf'] {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > limit) throw new Error('full');
      held.set(key, value);
    },
    removeItem: (key) => void held.delete(key),
  };
}
const places = new Map([['ups-1', { x: 10, y: -4 }]]);

test('FR-120-481 an arrangement is kept by lab, layer and name, and the same name again replaces it', () => {
  const kept: Kept = { shelf: shelf(), lab: 'lab-1', layer: 'power' };
  expect(saveArrangement(kept, { name: 'Tour', places })).toBe(true);
  saveArrangement(kept, { name: 'Tour', places: new Map([['ups-1', { x: 1, y: 2 }]]) });
  saveArrangement(kept, { name: 'Other', places });
  const found = loadArrangements(kept.shelf, 'lab-1', 'power');
  expect(found.map(({ name }) => name)).toEqual(['Tour', 'Other']);
  expect(found[0]?.places.get('ups-1')).toEqual({ x: 1, y: 2 });
  expect(loadArrangements(kept.shelf, 'lab-1', 'cooling')).toEqual([]);
  expect(loadArrangements(kept.shelf, 'lab-2', 'power')).toEqual([]);
  dropArrangement(kept, 'Tour');
  dropArrangement(kept, 'Other');
  expect(loadArrangements(kept.shelf, 'lab-1', 'power')).toEqual([]);
});

test('FR-120-481 a browser that keeps nothing is told of, and what cannot be read is passed over', () => {
  expect(saveArrangement({ shelf: shelf(5), lab: 'lab', layer: 'power' }, { name: 'Tour', places })).toBe(
    false,
  );
  expect(readArrangements('{"broken')).toEqual([]);
  expect(readArrangements('7')).toEqual([]);
  expect(readArrangements('{"a":{"x":{"x":1,"y":"2"},"y":{"x":1,"y":2}}}')).toEqual([
    { name: 'a', places: new Map([['y', { x: 1, y: 2 }]]) },
  ]);
});

test('FR-120-481 what was moved stands where it was put, the rest where the layout has it', () => {
  const laid = new Map([
    ['ups-1', { x: 0, y: 0 }],
    ['ups-2', { x: 0, y: 40 }],
  ]);
  expect([...withMoved(laid, places)]).toEqual([
    ['ups-1', { x: 10, y: -4 }],
    ['ups-2', { x: 0, y: 40 }],
  ]);
});
