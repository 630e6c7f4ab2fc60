/** A loss curve: shares of the rating, c0 + c1·x + c2·x² at x = load / rating. */
export type LossCurve = readonly [number, number, number];

/** Double conversion of today: 94.3, 96.4, 96.9, 97.1 % at 25, 50, 75, 100 % (published curve). */
export const upsModern: LossCurve = [0.013, 0.006, 0.011];
/** Of the last century: 82.6 % at a quarter load (after APC white paper 113). */
export const upsLegacy: LossCurve = [0.04, 0.05, 0];
/** Eco mode, and the static bypass: about 99 %. */
export const upsThrough: LossCurve = [0.005, 0.003, 0.002];
/** Isolation transformer of a floor PDU (after APC white paper 113). */
export const panelTransformer: LossCurve = [0.015, 0, 0.015];
/** Busbar and breakers alone: the resistance of copper and contacts, half a per cent at full load. */
export const panelBusbar: LossCurve = [0, 0, 0.005];
/** EU regulation 548/2014, tier 2, liquid-immersed, 1 MVA: 693 W without load, 7.6 kW more at full load. */
export const siteTransformer: LossCurve = [0.0007, 0, 0.0076];

/** Open-circuit voltage of a lead-acid cell at 0, 5, 10 … 100 % charge. The knee at the end is what ends a discharge. */
export const openCircuit: readonly number[] = [
  1.6, 1.93, 1.95, 1.962, 1.973, 1.984, 1.994, 2.004, 2.014, 2.023, 2.032, 2.041, 2.05, 2.059, 2.068, 2.077, 2.086,
  2.096, 2.106, 2.118, 2.13,
];

/** J per coulomb that a cell holds at 0, 5, 10 … 100 % charge: the area under its open-circuit voltage. */
export const heldEnergy: readonly number[] = [
  0.0, 0.08825, 0.18525, 0.28305, 0.381425, 0.48035, 0.5798, 0.67975, 0.7802, 0.881125, 0.9825, 1.084325, 1.1866, 1.289325, 1.3925, 1.496125, 1.6002, 1.70475, 1.8098, 1.9154, 2.0216,
];

/**
 * Peukert's exponent is 1.2: this is x^0.2, where x is the current against that of the ten-hour rate.
 * At positions √√x = 1, 1.1 … 4, so q^0.8, which is nearly straight.
 */
export const peukert: readonly number[] = [
  1, 1.079230345, 1.157031005, 1.233544104, 1.308887827, 1.383161867, 1.456451362, 1.528829792, 1.600361165,
  1.671101699, 1.741101127, 1.81040373, 1.87904917, 1.947073154, 2.014507986, 2.081383019, 2.147725029, 2.213558537,
  2.278906069, 2.343788388, 2.408224685, 2.472232749, 2.535829108, 2.599029159, 2.661847273, 2.724296895, 2.786390627,
  2.848140302, 2.909557051, 2.970651362, 3.031433133,
];

/** Ageing doubles with every 8.3 °C over 25 °C: at 8.4, 10.06 … 66.5 °C, five steps to a doubling. */
export const ageing: readonly number[] = [
  0.25, 0.287174589, 0.329876978, 0.378929142, 0.435275282, 0.5, 0.574349177, 0.659753955, 0.757858283, 0.870550563,
  1, 1.148698355, 1.319507911, 1.515716567, 1.741101127, 2, 2.29739671, 2.639015822, 3.031433133, 3.482202253, 4,
  4.594793420, 5.278031643, 6.062866266, 6.964404506, 8, 9.189586840, 10.556063286, 12.125732532, 13.928809013, 16,
  18.37917368, 21.112126573, 24.251465064, 27.857618025, 32,
];
