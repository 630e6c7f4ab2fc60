import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, parseOklch, rgbNumber } from './oklch.ts';
import type { Oklch } from './oklch.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: 'dark' | 'light'): ReadonlyMap<string, Oklch> {
  const block = new RegExp(`^:root\\[data-theme='${theme}'\\] \\{([^}]*)\\}`, 'm').exec(css)?.[1] ?? '';
  const pairs = [...block.matchAll(/--([a-z0-9-]+):\s*(oklch\([^)]*\))/g)];
  return new Map(pairs.map(([, name = '', value = '']) => [name, parseOklch(value) as Oklch]));
}

const surfaces = ['bg', 'surface', 'raised', 'hover'];
const inks = [
  'text',
  'text-2',
  'text-3',
  'accent',
  'critical',
  'major',
  'minor',
  'info',
  'ok',
  'maintenance',
  'stale',
];

for (const theme of ['dark', 'light'] as const) {
  const tokens = tokensOf(theme);
  const pairs = surfaces.flatMap((surface) => inks.map((ink) => ({ surface, ink })));

  test.each(pairs)(
    `FR-120-001 ${theme}: $ink on $surface has a contrast of at least 4.5`,
    ({ surface, ink }) => {
      expect(contrast(tokens.get(surface) as Oklch, tokens.get(ink) as Oklch)).toBeGreaterThanOrEqual(4.5);
    },
  );
  test(`FR-120-001 ${theme}: the ink of an accent button can be read on it`, () => {
    expect(contrast(tokens.get('accent') as Oklch, tokens.get('accent-ink') as Oklch)).toBeGreaterThanOrEqual(
      4.5,
    );
  });
  test(`FR-120-001 ${theme}: strong lines, which bound controls, have a contrast of at least 3`, () => {
    for (const surface of surfaces) {
      expect(
        contrast(tokens.get(surface) as Oklch, tokens.get('line-strong') as Oklch),
      ).toBeGreaterThanOrEqual(3);
    }
  });
}

test('OKLCH becomes the sRGB that browsers show', () => {
  expect(rgbNumber({ l: 1, c: 0, h: 0 })).toBe(0xffffff);
  expect(rgbNumber({ l: 0, c: 0, h: 0 })).toBe(0);
  // CSS Color 4's own sample: oklch(0.627966 0.257704 29.2346) is pure red.
  expect(rgbNumber({ l: 0.627966, c: 0.257704, h: 29.2346 })).toBe(0xff0000);
});
