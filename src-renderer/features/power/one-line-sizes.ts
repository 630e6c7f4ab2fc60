/** How much room each symbol takes with its words, and where the cells of an open group stand. Pure. */
import type { OneLineNode } from '../../canvas/one-line/one-line-graph.ts';
import type { Extent } from '../../canvas/one-line/one-line-box.ts';

export const cell = { width: 68, height: 66 } as const;
/** Above the first line of cells: the group's name and its fold. */
export const groupHead = 34;
/** Of the list of devices below the cells. */
export const deviceStrip = 116;

const heights = {
  utility: 58,
  transformer: 58,
  genset: 62,
  ats: 60,
  ups: 72,
  panel: 92,
} as const;
const symbolLeft = 28;
const wordsRight = 164;
const batteryLeft = 104;
const closedHeight = 88;

/** Wider than high, as a screen is. */
export const cellsPerLine = (count: number): number =>
  Math.min(count, Math.min(14, Math.max(5, Math.ceil(Math.sqrt(count * 2)))));

export type SizeOf = { readonly hasDevices: (node: OneLineNode) => boolean };

export function extentOf(node: OneLineNode, { hasDevices }: SizeOf): Extent {
  if (node.type === 'grid') return { left: symbolLeft, right: wordsRight, height: heights.utility };
  if (node.type === 'unit') {
    const left = node.batteries.length > 0 ? batteryLeft : symbolLeft;
    return { left, right: wordsRight, height: heights[node.entity.kind] };
  }
  if (!node.isOpen) return { left: symbolLeft, right: wordsRight, height: closedHeight };
  const perLine = cellsPerLine(node.members.length);
  const half = Math.max((perLine * cell.width) / 2 + 6, 110);
  const lines = Math.ceil(node.members.length / perLine);
  return {
    left: half,
    right: half,
    height: groupHead + lines * cell.height + (hasDevices(node) ? deviceStrip : 0),
  };
}
