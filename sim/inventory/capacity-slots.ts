/** Runs of free units in a rack. A unit is free for a machine where none of the faces that it needs is taken. */

export type Run = { readonly from: number; readonly length: number };

/** From the bottom up; `from` counts from 0. */
function freeRuns(taken: Uint8Array, faces: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let unit = 0; unit <= taken.length; unit += 1) {
    const isFree = unit < taken.length && ((taken[unit] as number) & faces) === 0;
    if (isFree) continue;
    if (unit > from) runs.push({ from, length: unit - from });
    from = unit + 1;
  }
  return runs;
}

export function longestRun(taken: Uint8Array, faces: number): number {
  return freeRuns(taken, faces).reduce((most, { length }) => Math.max(most, length), 0);
}

export type Machine = { readonly units: number; readonly faces: number };

export function slotsFor(taken: Uint8Array, { units, faces }: Machine): number {
  return freeRuns(taken, faces).reduce((sum, { length }) => sum + Math.floor(length / units), 0);
}

/** Lowest units, counted from 1, for as many machines as are asked for: small gaps first, so that large ones stay whole. */
export function positionsFor(taken: Uint8Array, { units, faces }: Machine, count: number): number[] {
  const positions: number[] = [];
  const runs = freeRuns(taken, faces).toSorted((a, b) => a.length - b.length || a.from - b.from);
  for (const { from, length } of runs) {
    for (let at = 0; (at + 1) * units <= length && positions.length < count; at += 1)
      positions.push(from + 1 + at * units);
  }
  return positions;
}
