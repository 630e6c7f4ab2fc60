import { expect, test } from 'vitest';
import { nextSort, rowAfterKey, rowsInSight, sortRows } from './table-order.ts';

const columns = [{ id: 'age', compare: (a: number, b: number) => a - b }, { id: 'name' }];

test('FR-120-034 a column sorts up, then down, then not at all', () => {
  const up = nextSort(null, 'age');
  const down = nextSort(up, 'age');
  expect(sortRows([2, 3, 1], columns, up)).toEqual([1, 2, 3]);
  expect(sortRows([2, 3, 1], columns, down)).toEqual([3, 2, 1]);
  expect(nextSort(down, 'age')).toBeNull();
  expect(nextSort(down, 'name')).toEqual({ column: 'name', direction: 'ascending' });
});
test('FR-120-034 a column without an order leaves the rows as they came', () => {
  expect(sortRows([2, 3, 1], columns, { column: 'name', direction: 'ascending' })).toEqual([2, 3, 1]);
});
test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 2, 7],
  ['Home', 5, 0],
  ['End', 5, 9],
])('FR-120-005 %s in row %i of ten leads to row %i', (key, at, to) => {
  expect(rowAfterKey(key, { at, count: 10, page: 5 })).toBe(to);
});
test('FR-120-005 other keys, and empty tables, lead nowhere', () => {
  expect(rowAfterKey('x', { at: 0, count: 10, page: 5 })).toBeNull();
  expect(rowAfterKey('ArrowDown', { at: 0, count: 0, page: 5 })).toBeNull();
});
test('FR-120-034 only the rows in sight and eight around them are drawn', () => {
  expect(rowsInSight({ top: 0, height: 320, row: 32, count: 10_000 })).toEqual({ from: 0, to: 18 });
  expect(rowsInSight({ top: 3200, height: 320, row: 32, count: 10_000 })).toEqual({ from: 92, to: 118 });
  expect(rowsInSight({ top: 0, height: 320, row: 32, count: 3 })).toEqual({ from: 0, to: 3 });
});
