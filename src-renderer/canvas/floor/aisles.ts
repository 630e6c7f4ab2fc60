/** An aisle is the gap between two lines of racks; their fronts make it cold, their backs hot. */
import type { Aisle, AisleKind, Containment, RackSpot } from './floor-plan.ts';

/** Narrower is a gap between racks, wider is open floor. */
const narrowest = 0.5;
const widest = 4;
/** Racks whose centres differ by less stand in one line. */
const sameLine = 0.4;

/** A line of racks seen along its own direction: `across` runs from line to line, `along` within it. */
type Line = {
  readonly across: number;
  readonly near: number;
  readonly far: number;
  readonly from: number;
  readonly to: number;
  /** Fronts look towards smaller `across`. */
  readonly facesBack: boolean;
  /** Indexes of its racks. */
  readonly racks: readonly number[];
  /** What all of them are walled in for. */
  readonly containment: Containment;
};

type Turn = 'x' | 'y';

export function findAisles(racks: readonly RackSpot[]): readonly Aisle[] {
  const all = racks.map((rack, index) => ({ ...rack, index }));
  const acrossY = all.filter((rack) => rack.facing === 'north' || rack.facing === 'south');
  const acrossX = all.filter((rack) => rack.facing === 'east' || rack.facing === 'west');
  return [...between(linesOf(acrossY, 'x'), 'x'), ...between(linesOf(acrossX, 'y'), 'y')];
}

type Numbered = RackSpot & { readonly index: number };

function linesOf(racks: readonly Numbered[], along: Turn): readonly Line[] {
  const sorted = racks
    .map((rack) => lineOfOne(rack, along))
    .toSorted((one, other) => one.across - other.across);
  const lines: Line[] = [];
  for (const rack of sorted) {
    const mate = lines.findIndex(
      (line) => Math.abs(line.across - rack.across) < sameLine && line.facesBack === rack.facesBack,
    );
    const line = lines[mate];
    if (line === undefined) lines.push(rack);
    else lines[mate] = joined(line, rack);
  }
  return lines;
}

function lineOfOne(rack: Numbered, along: Turn): Line {
  const facesBack = rack.facing === 'north' || rack.facing === 'west';
  const [across, depth, middle, width] =
    along === 'x' ? [rack.y, rack.depth, rack.x, rack.width] : [rack.x, rack.width, rack.y, rack.depth];
  return {
    across,
    near: across - depth / 2,
    far: across + depth / 2,
    from: middle - width / 2,
    to: middle + width / 2,
    facesBack,
    racks: [rack.index],
    containment: rack.containment ?? 'none',
  };
}

const joined = (line: Line, rack: Line): Line => ({
  ...line,
  near: Math.min(line.near, rack.near),
  far: Math.max(line.far, rack.far),
  from: Math.min(line.from, rack.from),
  to: Math.max(line.to, rack.to),
  racks: [...line.racks, ...rack.racks],
  containment: line.containment === rack.containment ? line.containment : 'none',
});

function between(lines: readonly Line[], along: Turn): readonly Aisle[] {
  return lines.flatMap((line, index): readonly Aisle[] => {
    const next = lines.slice(index + 1).find((other) => overlap(line, other) > 0);
    if (next === undefined) return [];
    const kind = kindOf(line, next);
    const gap = next.near - line.far;
    if (kind === null || gap < narrowest || gap > widest) return [];
    const from = Math.max(line.from, next.from);
    const to = Math.min(line.to, next.to);
    const middle = (from + to) / 2;
    const across = line.far + gap / 2;
    const walls: Containment = `${kind}-aisle`;
    const shared = {
      kind,
      along,
      racks: [...line.racks, ...next.racks],
      isContained: line.containment === walls || next.containment === walls,
    };
    return along === 'x'
      ? [{ ...shared, x: middle, y: across, width: to - from, depth: gap }]
      : [{ ...shared, x: across, y: middle, width: gap, depth: to - from }];
  });
}

const overlap = (one: Line, other: Line): number =>
  Math.min(one.to, other.to) - Math.max(one.from, other.from);

/** Fronts on one side and backs on the other: neither, and saying so would mislead. */
function kindOf(before: Line, after: Line): AisleKind | null {
  if (!before.facesBack && after.facesBack) return 'cold';
  if (before.facesBack && !after.facesBack) return 'hot';
  return null;
}
