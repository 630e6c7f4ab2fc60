/** How numbers are written. */
export const numbers = {
  decimal: '.',
  /** Between thousands: a narrow space, which no language takes for a decimal mark. */
  group: '\u202f',
};
