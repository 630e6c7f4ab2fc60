/** Days are counted from 1970-01-01, a Thursday. Lab time is taken as local time. */
export const secondsPerDay = 86_400;

export const isWeekend = (day: number): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
};

/** Days of 400 years, of 100, of 4 (the last of each is the longer one), and of one. */
const cycles = [146_097, 36_524, 1461, 365] as const;
/** Days from 0000-03-01 to 1970-01-01: a year that begins in March has its leap day at its end. */
const daysToMarch = 719_468;

/** The last day of a month of the Gregorian calendar. */
export const isMonthEnd = (day: number): boolean => dayOfMonth(day + 1) === 1;

function dayOfMonth(day: number): number {
  let rest = (((day + daysToMarch) % cycles[0]) + cycles[0]) % cycles[0];
  rest -= cycles[1] * Math.min(3, Math.floor(rest / cycles[1]));
  rest %= cycles[2];
  rest -= cycles[3] * Math.min(3, Math.floor(rest / cycles[3]));
  // From March on, five months have 153 days: 31, 30, 31, 30, 31.
  const month = Math.floor((5 * rest + 2) / 153);
  return rest - Math.floor((153 * month + 2) / 5) + 1;
}
