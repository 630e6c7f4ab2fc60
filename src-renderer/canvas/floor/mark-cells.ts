/** When racks are smaller than an alarm's mark, one mark stands for all in its square: the worst one. */
import type { Severity } from '../../../sim/contract/alarms.ts';

export type RackMark = { readonly severity: Severity; readonly acknowledged: boolean };
export type PlacedMark = { readonly x: number; readonly y: number; readonly mark: RackMark };

const rank = { critical: 8, major: 6, minor: 4, info: 2 } as const satisfies Record<Severity, number>;

/** Graver first; of two alike the one nobody has acknowledged. */
export const markRank = (mark: RackMark): number => rank[mark.severity] + (mark.acknowledged ? 0 : 1);

export const worseMark = (one: RackMark | null, other: RackMark): RackMark =>
  one !== null && markRank(one) >= markRank(other) ? one : other;

export function thinMarks(marks: readonly PlacedMark[], square: number): readonly PlacedMark[] {
  const cells = new Map<string, PlacedMark>();
  for (const placed of marks) {
    const key = `${Math.floor(placed.x / square)}:${Math.floor(placed.y / square)}`;
    const standing = cells.get(key);
    if (standing === undefined || markRank(placed.mark) > markRank(standing.mark)) cells.set(key, placed);
  }
  return [...cells.values()];
}
