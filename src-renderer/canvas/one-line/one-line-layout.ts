/** Where each symbol of a single-line diagram stands and how its lines run: layers from the grid down. Pure and steady. */
import type { OneLineGraph, OneLineNode } from './one-line-graph.ts';
import type { NodeId } from './site-chain.ts';
import type { Box, Extent } from './one-line-box.ts';
import { routes } from './one-line-routes.ts';
import type { Route } from './one-line-routes.ts';

export type OneLineLayout = {
  readonly boxes: ReadonlyMap<NodeId, Box>;
  readonly lines: readonly Route[];
  readonly width: number;
  readonly height: number;
};

export type LayoutOptions = {
  readonly extentOf: (node: OneLineNode) => Extent;
  /** A before B: below zero stands at the left. */
  readonly sideOf: (node: OneLineNode) => number;
};

const gap = 28;
/** Room between two layers, before the lines that run across it have theirs. */
const channel = 28;
const lane = 9;
const margin = 24;

type Plan = LayoutOptions & {
  readonly graph: OneLineGraph;
  readonly kids: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** Sources that only stand by, drawn beside the first unit they serve. */
  readonly beside: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly band: ReadonlyMap<NodeId, number>;
};

const nodeOf = (graph: OneLineGraph, id: NodeId): OneLineNode => {
  const node = graph.nodes.get(id);
  if (node === undefined) throw new Error(`no node ${id} in the diagram`);
  return node;
};

/** Every node hangs on the first that feeds it. */
function primaryKids({ graph, sideOf }: Pick<Plan, 'graph' | 'sideOf'>): Map<NodeId, readonly NodeId[]> {
  const kids = new Map<NodeId, NodeId[]>();
  for (const node of graph.nodes.values()) {
    const [parent] = node.feeders;
    if (parent !== undefined) kids.set(parent, [...(kids.get(parent) ?? []), node.id]);
  }
  const side = (id: NodeId): number => sideOf(nodeOf(graph, id));
  // A stable sort: what stands on the same side keeps the order of names.
  return new Map([...kids].map(([id, list]) => [id, list.toSorted((one, other) => side(one) - side(other))]));
}

function depths(graph: OneLineGraph): Map<NodeId, number> {
  const depth = new Map<NodeId, number>();
  for (const node of graph.nodes.values())
    depth.set(
      node.id,
      node.feeders.reduce((most, id) => Math.max(most, 1 + (depth.get(id) ?? 0)), 0),
    );
  return depth;
}

function standbys(graph: OneLineGraph, kids: Plan['kids']): Map<NodeId, NodeId[]> {
  const depth = depths(graph);
  const beside = new Map<NodeId, NodeId[]>();
  for (const node of graph.nodes.values()) {
    if (node.feeders.length > 0 || kids.has(node.id)) continue;
    // The highest of those it serves: a line must never run upwards.
    const [served] = (graph.children.get(node.id) ?? []).toSorted(
      (one, other) => (depth.get(one) ?? 0) - (depth.get(other) ?? 0),
    );
    if (served !== undefined) beside.set(served, [...(beside.get(served) ?? []), node.id]);
  }
  return beside;
}

/** A standby source stands beside the only way down to what it serves; where that one branches, in a layer of its own below. */
function bandsOf({ graph, beside, kids }: Pick<Plan, 'graph' | 'beside' | 'kids'>): Map<NodeId, number> {
  const bands = depths(graph);
  for (const [served, sources] of beside) {
    const [parent] = graph.nodes.get(served)?.feeders ?? [];
    const isAlone = parent !== undefined && kids.get(parent)?.length === 1;
    for (const id of sources) bands.set(id, (bands.get(served) ?? 0) - (isAlone ? 1 : 0.5));
  }
  return bands;
}

type Span = { readonly left: number; readonly right: number; readonly kids: readonly number[] };

const ownRight = (plan: Plan, id: NodeId): number =>
  (plan.beside.get(id) ?? []).reduce(
    (width, source) => {
      const { left, right } = plan.extentOf(nodeOf(plan.graph, source));
      return width + gap + left + right;
    },
    plan.extentOf(nodeOf(plan.graph, id)).right,
  );

/** The room a node and all below it take up, to the left and right of its own line. */
function spansOf(plan: Plan): Map<NodeId, Span> {
  const spans = new Map<NodeId, Span>();
  const ids = [...plan.graph.nodes.keys()].toReversed();
  for (const id of ids) {
    const own = plan.extentOf(nodeOf(plan.graph, id));
    const offsets: number[] = [];
    let width = 0;
    for (const kid of plan.kids.get(id) ?? []) {
      const span = spans.get(kid) ?? { left: 0, right: 0, kids: [] };
      if (width > 0) width += gap;
      offsets.push(width + span.left);
      width += span.left + span.right;
    }
    const middle = offsets.length === 0 ? 0 : ((offsets[0] ?? 0) + (offsets.at(-1) ?? 0)) / 2;
    spans.set(id, {
      left: Math.max(own.left, middle),
      right: Math.max(ownRight(plan, id), width - middle),
      kids: offsets.map((offset) => offset - middle),
    });
  }
  return spans;
}

function columns(plan: Plan): { readonly x: Map<NodeId, number>; readonly width: number } {
  const spans = spansOf(plan);
  const x = new Map<NodeId, number>();
  const place = (id: NodeId, at: number): void => {
    x.set(id, Math.round(at));
    plan.kids.get(id)?.forEach((kid, index) => place(kid, at + (spans.get(id)?.kids[index] ?? 0)));
    let right = at + plan.extentOf(nodeOf(plan.graph, id)).right;
    for (const source of plan.beside.get(id) ?? []) {
      const extent = plan.extentOf(nodeOf(plan.graph, source));
      x.set(source, Math.round(right + gap + extent.left));
      right += gap + extent.left + extent.right;
    }
  };
  const isBeside = new Set([...plan.beside.values()].flat());
  let width = margin;
  for (const node of plan.graph.nodes.values()) {
    if (node.feeders.length > 0 || isBeside.has(node.id)) continue;
    const span = spans.get(node.id) ?? { left: 0, right: 0 };
    place(node.id, width + span.left);
    width += span.left + span.right + gap;
  }
  return { x, width: width - gap + margin };
}

type Layers = {
  readonly top: Map<number, number>;
  readonly foot: Map<number, number>;
  readonly height: number;
};

/** How high each layer stands; lines that run across need room above the layer they end in. */
function layers(plan: Plan, lanes: ReadonlyMap<number, number>): Layers {
  const heights = new Map<number, number>();
  for (const [id, band] of plan.band)
    heights.set(band, Math.max(heights.get(band) ?? 0, plan.extentOf(nodeOf(plan.graph, id)).height));
  const top = new Map<number, number>();
  const foot = new Map<number, number>();
  let y = margin;
  for (const band of [...heights.keys()].toSorted((one, other) => one - other)) {
    if (top.size > 0) y += channel + (lanes.get(band) ?? 0) * lane;
    top.set(band, y);
    y += heights.get(band) ?? 0;
    foot.set(band, y);
  }
  return { top, foot, height: y + margin };
}

/** How many lines beside the first feeder's end in each layer. */
function crossings({ graph, band }: Pick<Plan, 'graph' | 'band'>): Map<number, number> {
  const lanes = new Map<number, number>();
  for (const node of graph.nodes.values()) {
    const at = band.get(node.id) ?? 0;
    lanes.set(at, (lanes.get(at) ?? 0) + Math.max(0, node.feeders.length - 1));
  }
  return lanes;
}

export function oneLineLayout(graph: OneLineGraph, options: LayoutOptions): OneLineLayout {
  const kids = primaryKids({ graph, sideOf: options.sideOf });
  const beside = standbys(graph, kids);
  const band = bandsOf({ graph, beside, kids });
  const plan: Plan = { ...options, graph, kids, beside, band };
  const { x, width } = columns(plan);
  const { top, foot, height } = layers(plan, crossings(plan));
  const boxes = new Map<NodeId, Box>();
  for (const node of graph.nodes.values()) {
    const at = band.get(node.id) ?? 0;
    boxes.set(node.id, {
      id: node.id,
      x: x.get(node.id) ?? 0,
      y: top.get(at) ?? 0,
      ...options.extentOf(node),
    });
  }
  const drawn = routes({ graph, boxes, band, top, foot, lane, channel, edge: width });
  return { boxes, lines: drawn.lines, width: Math.max(width, drawn.right + margin), height };
}
