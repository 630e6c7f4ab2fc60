/** How the n-th group looks: colour, pattern and letter, so that no two are told apart by hue alone. */
import type { ThemeName } from '../../theme/apply-theme.ts';
import { inkOn, packOklch } from './colours.ts';
import { groupPalette, groupPatterns, type GroupPattern } from './group-palette.table.ts';

const letters = 26;

/** A, B … Z, AA, AB … */
export const groupLetter = (index: number): string =>
  (index < letters ? '' : groupLetter(Math.floor(index / letters) - 1)) +
  String.fromCharCode(65 + (index % letters));

/** From the ninth group on colours come again, each with another pattern. */
export function groupPattern(index: number): GroupPattern {
  const count = groupPatterns.length;
  return groupPatterns[(index + Math.floor(index / count)) % count] ?? 'plain';
}

export type GroupColours = { readonly colours: Uint32Array; readonly blackInk: Uint8Array };

export function groupColours(theme: ThemeName): GroupColours {
  const palette = groupPalette[theme];
  return {
    colours: Uint32Array.from(palette, packOklch),
    blackInk: Uint8Array.from(palette, (colour) => (inkOn(colour) === 'black' ? 1 : 0)),
  };
}
