import { expect, test } from 'vitest';
import { contrast, rgbNumber } from '../../theme/oklch.ts';
import { mixOklch, packOklch } from './colours.ts';
import { createHeatRamp, rampColour, rampIndex, rampInk } from './heat-ramp.ts';
import { heatStops } from './heat-ramp.table.ts';

const themes = ['dark', 'light'] as const;
const channels = (packed: number): readonly number[] => [
  packed & 255,
  (packed >> 8) & 255,
  (packed >> 16) & 255,
];

test.each(themes)(
  'FR-120-101 %s: the ramp has more than 256 entries and meets each of its stops',
  (theme) => {
    const ramp = createHeatRamp(theme);
    expect(ramp.colours.length).toBeGreaterThanOrEqual(256);
    for (const { at, colour } of heatStops[theme]) expect(rampColour(ramp, at)).toBe(packOklch(colour));
  },
);

test.each(themes)('FR-120-101 %s: neighbouring entries never jump', (theme) => {
  const { colours } = createHeatRamp(theme);
  for (let index = 1; index < colours.length; index += 1) {
    const before = channels(colours[index - 1] ?? 0);
    const steps = channels(colours[index] ?? 0).map((channel, place) =>
      Math.abs(channel - (before[place] ?? 0)),
    );
    expect(Math.max(...steps)).toBeLessThanOrEqual(8);
  }
});

test('FR-120-101 beyond its ends the ramp keeps the colour of the end', () => {
  const ramp = createHeatRamp('dark');
  expect(rampColour(ramp, -40)).toBe(rampColour(ramp, 16));
  expect(rampColour(ramp, 80)).toBe(rampColour(ramp, 36));
  expect(rampIndex(ramp, 16)).toBe(0);
});

test.each(themes)(
  'FR-120-101 %s: the ink of every entry is the better of black and white, and can be read',
  (theme) => {
    const ramp = createHeatRamp(theme);
    for (const { at, colour } of heatStops[theme]) {
      const black = contrast(colour, { l: 0, c: 0, h: 0 });
      const white = contrast(colour, { l: 1, c: 0, h: 0 });
      expect(rampInk(ramp, at)).toBe(black >= white ? 'black' : 'white');
      expect(Math.max(black, white)).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test('hues are mixed the shorter way around the circle', () => {
  const mixed = mixOklch({ l: 0.5, c: 0.1, h: 350 }, { l: 0.7, c: 0.2, h: 20 }, 0.5);
  expect(mixed.l).toBeCloseTo(0.6);
  expect(mixed.c).toBeCloseTo(0.15);
  expect(mixed.h).toBeCloseTo(5);
});

test('a packed colour is a little-endian RGBA pixel', () => {
  const colour = { l: 0.6, c: 0.1, h: 30 };
  const [red = 0, green = 0, blue = 0] = channels(packOklch(colour));
  expect(red * 65_536 + green * 256 + blue).toBe(rgbNumber(colour));
  expect(packOklch(colour) >>> 24).toBe(255);
});
