import { consoleColours, cubeSteps } from './palette.table.ts';

/** All 256 colours of a terminal, as 0xRRGGBB: the console's own, a cube, greys. */
export function paletteOf(): readonly number[] {
  const shade = (nth: number): number => cubeSteps[nth % 6] ?? 0;
  const cube = Array.from(
    { length: 216 },
    (_, nth) => (shade(Math.floor(nth / 36)) << 16) | (shade(Math.floor(nth / 6)) << 8) | shade(nth),
  );
  const greys = Array.from({ length: 24 }, (_, nth) => (8 + nth * 10) * 0x010101);
  return [...consoleColours, ...cube, ...greys];
}

/** The one that is nearest to a colour of any kind. */
export function nearestColour(
  palette: readonly number[],
  [red, green, blue]: readonly [number, number, number],
): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, colour] of palette.entries()) {
    const apart =
      (((colour >> 16) & 255) - red) ** 2 +
      (((colour >> 8) & 255) - green) ** 2 +
      ((colour & 255) - blue) ** 2;
    if (apart >= least) continue;
    least = apart;
    best = index;
  }
  return best;
}
