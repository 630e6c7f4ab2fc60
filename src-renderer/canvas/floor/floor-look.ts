/** Colours of the drawing itself; the racks' come from the heat ramp. */
import type { Severity } from '../../../sim/contract/alarms.ts';
import { tokenValue } from '../../theme/use-theme-name.ts';

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
  readonly severity: Readonly<Record<Severity, string>>;
};

/** Reads the tokens as they are now: ask again when the theme changes. */
export const floorLook = (): FloorLook => ({
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
  severity: {
    critical: tokenValue('critical'),
    major: tokenValue('major'),
    minor: tokenValue('minor'),
    info: tokenValue('info'),
  },
});
