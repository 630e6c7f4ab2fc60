import { expect, test } from 'vitest';
import { terminalColours } from './terminal-colours.table.ts';

const channel = (hex: string, at: number): number => {
  const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const light = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [light(a), light(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test.each(['dark', 'light'] as const)(
  'FR-120-589 every colour of a terminal is read on its %s ground',
  (theme) => {
    const { background = '', black, ...colours } = terminalColours(theme);
    const inks = Object.entries(colours).filter(
      ([name]) => !['cursorAccent', 'selectionBackground', 'extendedAnsi'].includes(name),
    );
    const weak = inks.filter(([, ink]) => contrast(String(ink), background) < 4.5).map(([name]) => name);
    expect(inks.length).toBe(17);
    expect(weak).toEqual([]);
    // Black on dark is what programs use to hide, and white on light; it need only not be the ground itself.
    expect(contrast(String(black), background)).toBeGreaterThan(1.5);
  },
);
