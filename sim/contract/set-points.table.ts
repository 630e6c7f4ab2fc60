/** °C that a unit can be asked to hold: the band in which such a machine can be run at all. */
export const setPoints = {
  crac: { low: 10, high: 35 },
  chiller: { low: 4, high: 25 },
} as const;
