const daysPerSeries = 2 ** 20;
/** Days are counted from 1970; lab clocks may stand before it. */
const dayOffset = 2 ** 19;

/** A day's cells lie beside those of the same series' other days. */
export const dayId = (series: number, day: number): number => series * daysPerSeries + day + dayOffset;

/** Before every day of the series. */
export const firstDayId = (series: number): number => series * daysPerSeries;
