/** What may be asked of a unit that cools: the band in which such a unit can be run at all. Pure. */

export const setpointRange = {
  crac: { low: 10, high: 35 },
  chiller: { low: 4, high: 25 },
} as const;

/** Why a written set-point cannot be taken; null where it can. */
export function setpointProblem(kind: keyof typeof setpointRange, text: string): string | null {
  const { low, high } = setpointRange[kind];
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || Number.isNaN(value)) return 'Write a number of degrees';
  return value < low || value > high ? `Must be from ${low} to ${high} °C` : null;
}

export const setpointOf = (text: string): number => Number(text.trim().replace(',', '.'));
