/** kg/m³ and kJ/(m³·K) of air at room conditions: 1.19 kg/m³ × 1.006 kJ/(kg·K). */
export const airDensity = 1.19;
export const airSpecificHeat = 1.006;
export const airHeat = airDensity * airSpecificHeat;

/** K that air gains through equipment at design flow (about 160 cfm/kW). */
export const designRise = 11;

/** kJ that a kilogram of water takes with it into the air, or leaves at a coil. */
export const vapourHeat = 2501;

/** kJ/(litre·K) of water. */
export const waterHeat = 4.186;

/** kg of water per kg of air in a conditioned room: about 45 % RH at 23 °C. */
export const usualWater = 0.0078;
