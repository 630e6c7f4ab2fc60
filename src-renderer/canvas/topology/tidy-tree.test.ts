import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layTree, type TreeItem } from './tidy-tree.ts';

const spacing = { column: 200, row: 40, gap: 10 };

/** Each item's parent is one of those before it. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 120 }).map((choices) =>
  choices.map((choice, index): TreeItem => ({
    id: `n${index}`,
    parent: index === 0 ? null : `n${choice % index}`,
  })),
);

test('FR-120-120 parents stand in the middle of their children, one column to the left', () => {
  const items = [
    { id: 'site', parent: null },
    { id: 'a', parent: 'site' },
    { id: 'b', parent: 'site' },
    { id: 'a1', parent: 'a' },
    { id: 'a2', parent: 'a' },
  ];
  const places = layTree(items, spacing);
  expect(places.get('a')).toEqual({
    x: 200,
    y: ((places.get('a1')?.y ?? 0) + (places.get('a2')?.y ?? 0)) / 2,
  });
  expect((places.get('b')?.y ?? 0) - (places.get('a')?.y ?? 0)).toBe(40);
  expect(places.get('site')?.x).toBe(0);
});

test('FR-120-120 no two nodes of a column overlap, whatever the tree', () => {
  fc.assert(
    fc.property(trees, (items) => {
      const places = [...layTree(items, spacing).values()];
      expect(places).toHaveLength(items.length);
      const columns = Map.groupBy(places, (place) => place.x);
      for (const column of columns.values()) {
        const sorted = column.map((place) => place.y).toSorted((one, other) => one - other);
        for (let index = 1; index < sorted.length; index += 1) {
          expect((sorted[index] ?? 0) - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(spacing.row - 1e-6);
        }
      }
    }),
  );
});

test('FR-120-120 the same tree is always laid the same way, and siblings keep their order', () => {
  fc.assert(
    fc.property(trees, (items) => {
      const places = layTree(items, spacing);
      expect(layTree(items, spacing)).toEqual(places);
      const families = Map.groupBy(items, (item) => item.parent);
      for (const family of families.values()) {
        const heights = family.map((item) => places.get(item.id)?.y ?? 0);
        expect(heights).toEqual(heights.toSorted((one, other) => one - other));
      }
    }),
  );
});

test('FR-120-120 a deep narrow subtree does not push a shallow neighbour away', () => {
  const items = [
    { id: 'root', parent: null },
    { id: 'row', parent: 'root' },
    { id: 'unit', parent: 'root' },
    ...Array.from({ length: 9 }, (_, index) => ({ id: `rack${index}`, parent: 'row' })),
  ];
  const places = layTree(items, spacing);
  expect((places.get('unit')?.y ?? 0) - (places.get('row')?.y ?? 0)).toBe(40);
});

test('FR-120-120 an orphan and an empty tree do no harm', () => {
  expect(layTree([], spacing).size).toBe(0);
  expect(layTree([{ id: 'lost', parent: 'gone' }], spacing).get('lost')).toEqual({ x: 0, y: 0 });
});
