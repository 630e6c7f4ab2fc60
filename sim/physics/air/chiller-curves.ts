/**
 * The air-cooled machine of EnergyPlus' reference set (constants as published; the difference of temperatures as its
 * chiller model defines it): how condenser and evaporator away from their design point change capacity and power.
 */
const design = { condenser: 35, evaporator: 6.67, rise: 2.778 } as const;
/** Outside this the parabolas turn round. */
const mostDelta = 15;
const mostCapacity = 1.5;

/** Share of rated capacity to be had, with this air at the condenser and this water leaving. */
export function capacityShare(condenser: number, leaving: number): number {
  const delta = (condenser - design.condenser) / design.rise - (leaving - design.evaporator);
  const x = delta > mostDelta ? mostDelta : delta;
  const share = 0.9448 - 0.057 * x + 0.001855 * x * x;
  return share > mostCapacity ? mostCapacity : share;
}

/** Power as a share of capacity ÷ rated performance: the machine at full load there, times what part load takes of it. */
export function powerShare(capacity: number, load: number): number {
  const full = 2.333 - 1.975 * capacity + 0.6121 * capacity * capacity;
  return full * (0.03303 + 0.6852 * load + 0.2818 * load * load);
}

/** K by which a tower cools its water at design. */
const towerRange = 5.5;
const secondsPerHour = 3600;

/**
 * Litres in one second that a tower spends on this many kW. The published line, 0.044·wet bulb + 0.3528·range + 0.101
 * m³/h, names no size; it is read for a tower of 1 MW, where it agrees with the heat of evaporation and a usual bleed.
 */
export function towerWater(rejected: number, wetBulb: number): number {
  const cubicMetresAnHour = 0.044 * wetBulb + 0.3528 * towerRange + 0.101;
  return cubicMetresAnHour > 0 ? (rejected / 1000) * ((1000 * cubicMetresAnHour) / secondsPerHour) : 0;
}
