/** What may be asked of a unit that cools: the band in which such a unit can be run at all. Pure. */
import { setPoints } from '../../../sim/contract/set-points.table.ts';
import { text } from '../../text/text.ts';

/** Why a written set-point cannot be taken; null where it can. */
export function setpointProblem(kind: keyof typeof setPoints, written: string): string | null {
  const { low, high } = setPoints[kind];
  const words = text().inspector.setpoint;
  const value = setpointOf(written);
  if (written.trim() === '' || Number.isNaN(value)) return words.write;
  return value < low || value > high ? words.outside(low, high) : null;
}

export const setpointOf = (written: string): number => Number(written.trim().replace(',', '.'));
