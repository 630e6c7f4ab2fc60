/** Colours of groups: hues of Okabe and Ito (2008), which people of every colour vision tell apart, made quieter. */
import type { ThemeName } from '../../theme/apply-theme.ts';
import type { Oklch } from '../../theme/oklch.ts';

const colour = ([l, c, h]: readonly [number, number, number]): Oklch => ({ l, c, h });

export const groupPalette = {
  dark: [
    colour([0.5, 0.09, 245]), colour([0.7, 0.11, 75]), colour([0.56, 0.09, 165]), colour([0.6, 0.1, 350]),
    colour([0.78, 0.09, 236]), colour([0.52, 0.13, 42]), colour([0.84, 0.11, 106]), colour([0.42, 0.05, 300]),
  ],
  light: [
    colour([0.62, 0.11, 245]), colour([0.82, 0.12, 75]), colour([0.72, 0.1, 165]), colour([0.74, 0.1, 350]),
    colour([0.87, 0.07, 236]), colour([0.64, 0.14, 42]), colour([0.92, 0.11, 106]), colour([0.52, 0.07, 300]),
  ],
} as const satisfies Record<ThemeName, readonly Oklch[]>;

export const groupPatterns = [
  'plain', 'rising', 'dots', 'falling', 'level', 'upright', 'crossed', 'squares',
] as const;
export type GroupPattern = (typeof groupPatterns)[number];
