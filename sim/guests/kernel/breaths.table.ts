/** Calls of a slice by niceness, −20 to 19: each step is worth a quarter, as in Linux's weights. */
export const breathsTable: readonly number[] = [
  44409, 35527, 28422, 22737, 18190, 14552, 11642, 9313, 7451, 5960,
  4768, 3815, 3052, 2441, 1953, 1562, 1250, 1000, 800, 640,
  512, 410, 328, 262, 210, 168, 134, 107, 86, 69,
  55, 44, 35, 28, 23, 18, 14, 12, 9, 8,
];
