/**
 * A thermal-magnetic breaker trips after k / ((I/In)² − 1) seconds: 40 s at twice its rating, two minutes at 1.45 times,
 * at once at eight times. Its bimetal gathers heat and loses it by the same law, so a load that comes and goes counts.
 */
const heatSeconds = 120;
const magnetic = 8;

/** Heat of the bimetal after a second at `x` times the rating; 1 trips. */
export function breakerHeat(heat: number, x: number): number {
  if (x >= magnetic) return 1;
  const next = heat + (x * x - 1) / heatSeconds;
  return next <= 0 ? 0 : risen(next);
}

/** Seconds until a cold breaker trips. */
export function tripSeconds(x: number): number {
  if (x <= 1) return Number.POSITIVE_INFINITY;
  return x >= magnetic ? 0 : heatSeconds / (x * x - 1);
}

/**
 * What an inverter or a generator bears: a minute over 110 %, ten seconds over 125 %, nothing over 150 %.
 * Grows to 1, where it must let go; falls again within half a minute at its rating or less.
 */
export function overloadHeat(heat: number, x: number): number {
  if (x > 1.5) return 1;
  if (x > 1.25) return risen(heat + 1 / 10);
  if (x > 1.1) return risen(heat + 1 / 60);
  return x > 1 ? heat : Math.max(0, heat - 1 / 30);
}

/** Ten tenths are one, whatever their sum's last bit says. */
const risen = (heat: number): number => (heat > 1 - 1e-9 ? 1 : heat);
