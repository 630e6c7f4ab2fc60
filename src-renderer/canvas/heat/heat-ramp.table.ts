import type { ThemeName } from '../../theme/apply-theme.ts';
import type { Oklch } from '../../theme/oklch.ts';

export type HeatStop = { readonly at: number; readonly colour: Oklch };

const stop = (at: number, [l, c, h]: readonly [number, number, number]): HeatStop => ({ at, colour: { l, c, h } });

/** Inlet temperature in °C. Anchors: 18 and 27 end the ASHRAE TC 9.9 recommended band, 15 and 32 class A1's allowable. */
export const heatStops = {
  dark: [
    stop(16, [0.48, 0.13, 255]),
    stop(18, [0.42, 0.08, 248]),
    stop(21, [0.36, 0.022, 240]),
    stop(25, [0.38, 0.014, 95]),
    stop(27, [0.56, 0.095, 85]),
    stop(28, [0.68, 0.135, 72]),
    stop(30, [0.72, 0.17, 55]),
    stop(32, [0.66, 0.215, 30]),
    stop(36, [0.61, 0.225, 15]),
  ],
  light: [
    stop(16, [0.62, 0.13, 250]),
    stop(18, [0.76, 0.075, 245]),
    stop(21, [0.9, 0.014, 240]),
    stop(25, [0.91, 0.012, 95]),
    stop(27, [0.88, 0.095, 92]),
    stop(28, [0.83, 0.14, 80]),
    stop(30, [0.72, 0.17, 55]),
    stop(32, [0.545, 0.205, 30]),
    stop(36, [0.44, 0.18, 18]),
  ],
} as const satisfies Record<ThemeName, readonly HeatStop[]>;

/** Racks that have nothing to say: quiet in Operate mode, never read, or too old to trust. */
export const quietColours = {
  dark: { calm: { l: 0.305, c: 0.009, h: 260 }, unread: { l: 0.235, c: 0.006, h: 260 }, stale: { l: 0.34, c: 0.008, h: 260 } },
  light: { calm: { l: 0.885, c: 0.004, h: 260 }, unread: { l: 0.955, c: 0.003, h: 260 }, stale: { l: 0.86, c: 0.005, h: 260 } },
} as const satisfies Record<ThemeName, Record<'calm' | 'unread' | 'stale', Oklch>>;
