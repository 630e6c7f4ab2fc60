/** Linear interpolation in a table of evenly spaced values; outside, the nearest end. */
export function between(table: readonly number[], position: number): number {
  const last = table.length - 1;
  if (position <= 0) return table[0] ?? 0;
  if (position >= last) return table[last] ?? 0;
  const low = Math.floor(position);
  const a = table[low] ?? 0;
  return a + (position - low) * ((table[low + 1] ?? a) - a);
}
