/** How the lines of the diagram run: down, across, down; never through a symbol, never aslant. Pure. */
import { lineKey } from './energised.ts';
import type { OneLineGraph } from './one-line-graph.ts';
import type { NodeId } from './site-chain.ts';
import type { Box } from './one-line-box.ts';

export type Point = { readonly x: number; readonly y: number };
export type Route = {
  /** `feeder>node`. */
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly points: readonly Point[];
  /** Not the feeder it prefers. */
  readonly isSecond: boolean;
};

type Ground = {
  readonly graph: OneLineGraph;
  readonly boxes: ReadonlyMap<NodeId, Box>;
  readonly band: ReadonlyMap<NodeId, number>;
  /** Upper and lower edge of each layer. */
  readonly top: ReadonlyMap<number, number>;
  readonly foot: ReadonlyMap<number, number>;
  readonly lane: number;
  readonly channel: number;
  /** Right of everything. */
  readonly edge: number;
};

/** A second feeder's terminal stands so far to the right of the first one's. */
const terminal = 10;
/** Below a layer: where the first feeders' bus runs. */
const busDrop = 12;

/** Leaves out points that lie on the way between their neighbours. */
function straightened(points: readonly Point[]): readonly Point[] {
  const distinct = points.filter(({ x, y }, at) => {
    const before = points[at - 1];
    return before === undefined || before.x !== x || before.y !== y;
  });
  return distinct.filter(({ x, y }, at) => {
    const before = distinct[at - 1];
    const after = distinct[at + 1];
    if (before === undefined || after === undefined) return true;
    return !(before.x === x && x === after.x) && !(before.y === y && y === after.y);
  });
}

function footOf({ band, foot }: Ground, id: NodeId): number {
  return foot.get(band.get(id) ?? 0) ?? 0;
}

type Ends = { readonly from: Box; readonly to: Box };

function firstRoute(ground: Ground, { from, to }: Ends): readonly Point[] {
  const y = footOf(ground, from.id) + busDrop;
  return [
    { x: from.x, y: from.y + from.height },
    { x: from.x, y },
    { x: to.x, y },
    { x: to.x, y: to.y },
  ];
}

type Lanes = { readonly taken: Map<number, number>; readonly gutters: { count: number } };

/** The n-th line to come into a layer from aside runs n lanes above it. */
function laneAbove(ground: Ground, lanes: Lanes, id: NodeId): number {
  const band = ground.band.get(id) ?? 0;
  const at = lanes.taken.get(band) ?? 0;
  lanes.taken.set(band, at + 1);
  return (ground.top.get(band) ?? 0) - busDrop - at * ground.lane;
}

const hasFirst = ({ graph }: Ground, id: NodeId): boolean =>
  (graph.children.get(id) ?? []).some((child) => graph.nodes.get(child)?.feeders[0] === id);

function isNext({ band, top }: Ground, from: NodeId, to: NodeId): boolean {
  const one = band.get(from) ?? 0;
  const other = band.get(to) ?? 0;
  return ![...top.keys()].some((between) => between > one && between < other);
}

function secondRoute(ground: Ground, ends: Ends & { readonly nth: number }, lanes: Lanes): readonly Point[] {
  const { from, to, nth } = ends;
  const y = laneAbove(ground, lanes, to.id);
  const x = to.x + terminal * nth;
  const tap = footOf(ground, from.id) + busDrop / 2;
  // Where its first line goes straight down too, this one leaves it to the side.
  const aside = from.x + (hasFirst(ground, from.id) ? terminal / 2 : 0);
  const start = [
    { x: from.x, y: from.y + from.height },
    { x: from.x, y: tap },
    { x: aside, y: tap },
  ];
  if (isNext(ground, from.id, to.id)) return [...start, { x: aside, y }, { x, y }, { x, y: to.y }];
  // Too far to go straight down: out to the right of everything, down, and back in.
  lanes.gutters.count += 1;
  const gutter = ground.edge + lanes.gutters.count * ground.lane;
  return [...start, { x: gutter, y: tap }, { x: gutter, y }, { x, y }, { x, y: to.y }];
}

export function routes(ground: Ground): { readonly lines: readonly Route[]; readonly right: number } {
  const lanes: Lanes = { taken: new Map(), gutters: { count: 0 } };
  const lines: Route[] = [];
  for (const node of ground.graph.nodes.values()) {
    const to = ground.boxes.get(node.id);
    if (to === undefined) continue;
    node.feeders.forEach((feeder, nth) => {
      const from = ground.boxes.get(feeder);
      if (from === undefined) return;
      const points =
        nth === 0 ? firstRoute(ground, { from, to }) : secondRoute(ground, { from, to, nth }, lanes);
      lines.push({
        id: lineKey(feeder, node.id),
        from: feeder,
        to: node.id,
        points: straightened(points),
        isSecond: nth > 0,
      });
    });
  }
  const { count } = lanes.gutters;
  return { lines, right: ground.edge + count * ground.lane };
}
