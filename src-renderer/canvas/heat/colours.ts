import { contrast, type Oklch, rgbNumber } from '../../theme/oklch.ts';

/** The shorter way around the hue circle. */
export function mixOklch(from: Oklch, to: Oklch, share: number): Oklch {
  const turn = ((to.h - from.h + 540) % 360) - 180;
  return {
    l: from.l + (to.l - from.l) * share,
    c: from.c + (to.c - from.c) * share,
    h: (from.h + turn * share + 360) % 360,
  };
}

const black: Oklch = { l: 0, c: 0, h: 0 };
const white: Oklch = { l: 1, c: 0, h: 0 };

/** The better of the two to write with on this ground. */
export const inkOn = (ground: Oklch): 'black' | 'white' =>
  contrast(ground, black) >= contrast(ground, white) ? 'black' : 'white';

/** As a little-endian RGBA pixel, opaque: what the particles' colour buffer holds. */
export function packOklch(colour: Oklch): number {
  const rgb = rgbNumber(colour);
  return (0xff000000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}

export const cssOfPacked = (packed: number): string =>
  `rgb(${packed & 255} ${(packed >> 8) & 255} ${(packed >> 16) & 255})`;
