/** Wall milliseconds to wait before the n-th try; `chance` in [0, 1) keeps a class of clients from knocking at once. */
export function backoff(attempt: number, chance: number): number {
  const ceiling = Math.min(8000, 250 * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * (0.75 + chance * 0.25));
}
