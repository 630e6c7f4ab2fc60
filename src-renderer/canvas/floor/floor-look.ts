/** Colours of the drawing itself; the racks' come from the heat ramp. */
import type { Severity } from '../../../sim/contract/alarms.ts';
import type { ThemeName } from '../../theme/apply-theme.ts';
import { tokenValue } from '../../theme/use-theme-name.ts';
import { cssOfPacked } from '../heat/colours.ts';
import { createHeatRamp, rampColour } from '../heat/heat-ramp.ts';

export const floorFont = '"Inter Variable", Inter, system-ui, sans-serif';

export type FloorLook = {
  readonly wall: string;
  readonly label: string;
  readonly unitFill: string;
  readonly unitLine: string;
  readonly unitText: string;
  readonly ring: string;
  readonly ringGap: string;
  readonly cursor: string;
  readonly hover: string;
  readonly hatch: string;
  /** Supply and exhaust, in the ramp's own cool and warm. */
  readonly air: Readonly<Record<'cool' | 'warm', string>>;
  readonly severity: Readonly<Record<Severity, string>>;
};

/** Reads the tokens as they are now: ask again when the theme changes. */
export const floorLook = (theme: ThemeName): FloorLook => ({
  wall: tokenValue('line-strong'),
  label: tokenValue('text-3'),
  unitFill: tokenValue('raised'),
  unitLine: tokenValue('line-strong'),
  unitText: tokenValue('text-2'),
  ring: tokenValue('text'),
  ringGap: tokenValue('surface'),
  cursor: tokenValue('accent'),
  hover: tokenValue('text-2'),
  hatch: tokenValue('stale'),
  air: airOf(theme),
  severity: {
    critical: tokenValue('critical'),
    major: tokenValue('major'),
    minor: tokenValue('minor'),
    info: tokenValue('info'),
  },
});

function airOf(theme: ThemeName): FloorLook['air'] {
  const ramp = createHeatRamp(theme);
  return { cool: cssOfPacked(rampColour(ramp, 16)), warm: cssOfPacked(rampColour(ramp, 30)) };
}
