import { expect, test } from 'vitest';
import { contrast } from '../../theme/oklch.ts';
import { groupPalette } from './group-palette.table.ts';
import { groupLetter, groupPattern } from './groups.ts';

test('FR-120-396 the letters of groups go on after Z', () => {
  expect([0, 25, 26, 27, 52].map(groupLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'BA']);
});

test('FR-120-396 a group that must share a colour has another pattern', () => {
  const looks = Array.from({ length: 16 }, (_, index) => `${index % 8}:${groupPattern(index)}`);
  expect(new Set(looks).size).toBe(16);
});

test.each(['dark', 'light'] as const)(
  'FR-120-396 %s: black or white reads on every group at 4.5:1',
  (theme) => {
    const black = { l: 0, c: 0, h: 0 };
    const white = { l: 1, c: 0, h: 0 };
    for (const colour of groupPalette[theme])
      expect(Math.max(contrast(colour, black), contrast(colour, white))).toBeGreaterThanOrEqual(4.5);
  },
);
