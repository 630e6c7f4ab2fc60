import { expect, test } from 'vitest';
import { didYouMean, editDistance, nearest } from './suggest.ts';

test.each([
  ['', '', 0],
  ['rack', 'rack', 0],
  ['rack', 'rakc', 1],
  ['rack', 'racks', 1],
  ['', 'four', 4],
  ['kitten', 'sitting', 3],
])('FR-150-006 from %j to %j it takes %i edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

test('FR-150-006 the nearest words come first, and strangers not at all', () => {
  expect(nearest('rakcs', ['racks', 'rooms', 'labs'])).toEqual(['racks']);
  expect(nearest('scen', ['sensors', 'scenarios'])).toEqual(['scenarios']);
  expect(didYouMean('zebra', ['racks', 'rooms'])).toBeUndefined();
});
