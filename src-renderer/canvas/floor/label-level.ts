import type { Spot } from './floor-plan.ts';
import type { Size, Viewport } from './viewport.ts';

/** How much is written on a rack: only what can be read. */
export type LabelLevel = 'none' | 'name' | 'full';

export function labelLevel(widthPx: number, heightPx: number): LabelLevel {
  if (widthPx < 26 || heightPx < 16) return 'none';
  return heightPx >= 40 ? 'full' : 'name';
}

/** Font size in CSS pixels, grown with the rack between readable and calm. */
export const labelSize = (widthPx: number): number => Math.min(14, Math.max(10, Math.floor(widthPx / 4.2)));

/** Indexes of the spots that touch the canvas. */
export function spotsInSight(spots: readonly Spot[], view: Viewport, size: Size): readonly number[] {
  const left = -view.x / view.scale;
  const top = -view.y / view.scale;
  const right = left + size.width / view.scale;
  const bottom = top + size.height / view.scale;
  const seen: number[] = [];
  spots.forEach((spot, index) => {
    const inWidth = spot.x + spot.width / 2 >= left && spot.x - spot.width / 2 <= right;
    if (inWidth && spot.y + spot.depth / 2 >= top && spot.y - spot.depth / 2 <= bottom) seen.push(index);
  });
  return seen;
}
