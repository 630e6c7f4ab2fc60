/** Mean utilisation at 0:00, 1:00 … 24:00 of a working day: low at night, high from nine to six. */
export const dayCurve: readonly number[] = [
  0.32, 0.3, 0.29, 0.28, 0.28, 0.3, 0.34, 0.42, 0.54, 0.64, 0.68, 0.7, 0.68, 0.69, 0.71, 0.7, 0.67, 0.62,
  0.55, 0.49, 0.45, 0.42, 0.38, 0.35, 0.32,
];

/** The same of a Saturday or Sunday: people sleep longer, and few work. Both meet at midnight. */
export const weekendCurve: readonly number[] = [
  0.32, 0.3, 0.28, 0.27, 0.27, 0.27, 0.28, 0.29, 0.31, 0.34, 0.37, 0.39, 0.4, 0.4, 0.4, 0.39, 0.38, 0.38,
  0.39, 0.4, 0.4, 0.39, 0.37, 0.34, 0.32,
];
