/** Places of the words of a UPS's state, as state-words.table.ts has them. */
export const off = 0;
export const online = 1;
export const eco = 2;
export const onBattery = 3;
export const onBypass = 4;
export const failed = 5;

/** Modes of its panel. */
export const modeOnline = 0;
export const modeEco = 1;
export const modeBypass = 2;
export const modeOff = 3;
