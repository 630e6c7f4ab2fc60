/**
 * A layered drawing that grows to the right, after Sugiyama: columns by the longest way from a source, the order within
 * them by sweeps of barycentres, and the places by pulling each node to the middle of its neighbours as far as its
 * own neighbours in the column allow. Pure, and the same for the same graph.
 */
import type { LayerGraph, LayerItem } from './layer-graph.ts';
import { orderLayers } from './layer-order.ts';
import { lanesOf, placeLayers } from './layer-places.ts';
import type { Place } from './tidy-tree.ts';

export type LayeredEdge = { readonly from: string; readonly to: string };
export type LayeredSpacing = {
  readonly column: number;
  readonly row: number;
  /** Between the lanes of a column that is too long for one. */
  readonly lane: number;
};

export type Layered = {
  readonly places: ReadonlyMap<string, Place>;
  readonly columns: ReadonlyMap<string, number>;
  /** Top to bottom, column by column: as the keyboard walks. */
  readonly order: readonly (readonly string[])[];
};

/** In pieces, each of a few milliseconds where there are thousands of nodes. */
export function* layInPieces(
  ids: readonly string[],
  edges: readonly LayeredEdge[],
  spacing: LayeredSpacing,
): Generator<undefined, Layered, undefined> {
  const known = new Set(ids);
  const fitting = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const forward = withoutRings(ids, fitting);
  yield;
  const columns = columnsOf(ids, forward);
  yield;
  const unordered = layersOf(ids, forward, columns);
  yield;
  const graph = yield* orderLayers(unordered);
  const rows = yield* placeLayers(graph, spacing.row);
  yield;
  const places = placesIn(graph, rows, spacing);
  const order = graph.layers.map((layer) => layer.filter(({ isBend }) => !isBend).map(({ id }) => id));
  return { places, columns, order };
}

export function layLayered(
  ids: readonly string[],
  edges: readonly LayeredEdge[],
  spacing: LayeredSpacing,
): Layered {
  const pieces = layInPieces(ids, edges, spacing);
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}

/** A column in lanes takes the room of all of them, and what comes after it stands to the right of the last. */
function placesIn(
  { layers }: LayerGraph,
  rows: ReadonlyMap<string, number>,
  { column, lane }: LayeredSpacing,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let left = 0;
  for (const layer of layers) {
    const lanes = lanesOf(layer.length);
    layer.forEach(({ id, isBend }, index) => {
      if (!isBend) places.set(id, { x: left + (index % lanes) * lane, y: rows.get(id) ?? 0 });
    });
    left += column + (lanes - 1) * lane;
  }
  return places;
}

function neighboursOf(ids: readonly string[], edges: readonly LayeredEdge[]): Map<string, string[]> {
  const after = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of edges) after.get(from)?.push(to);
  return after;
}

/** A line that would close a ring is turned round for the drawing; a walk of its own stack, since rings may be long. */
function withoutRings(ids: readonly string[], edges: readonly LayeredEdge[]): readonly LayeredEdge[] {
  const after = neighboursOf(ids, edges);
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  for (const root of ids) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const stack = [{ id: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = after.get(top.id)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (!state.has(to)) {
        state.set(to, 'open');
        stack.push({ id: to, next: 0 });
      } else if (state.get(to) === 'open') back.add(`${top.id} ${to}`);
    }
  }
  return edges.map((edge) => (back.has(`${edge.from} ${edge.to}`) ? { from: edge.to, to: edge.from } : edge));
}

/** The longest way from a source; then sources are drawn up to what they feed, so that no line is longer than it must be. */
function columnsOf(ids: readonly string[], edges: readonly LayeredEdge[]): ReadonlyMap<string, number> {
  const after = neighboursOf(ids, edges);
  const waiting = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const { to } of edges) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const columns = new Map<string, number>(ids.map((id) => [id, 0]));
  const sources = ids.filter((id) => waiting.get(id) === 0);
  const ready = [...sources];
  for (const id of ready) {
    for (const to of after.get(id) ?? []) {
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(id) ?? 0) + 1));
      const left = (waiting.get(to) ?? 1) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  for (const id of sources) drawUp(id, after.get(id) ?? [], columns);
  return columns;
}

/** Beside the nearest of what it feeds. */
function drawUp(source: string, fed: readonly string[], columns: Map<string, number>): void {
  const known = fed.flatMap((to) => columns.get(to) ?? []);
  if (known.length > 0) columns.set(source, Math.min(...known) - 1);
}

/** Lines that cross a column get a bend in it, so that only neighbouring columns are joined. */
function layersOf(
  ids: readonly string[],
  edges: readonly LayeredEdge[],
  columns: ReadonlyMap<string, number>,
): LayerGraph {
  const layers: LayerItem[][] = [];
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  const put = (id: string, column: number, isBend: boolean): void => {
    while (layers.length <= column) layers.push([]);
    layers[column]?.push({ id, isBend });
    before.set(id, []);
    after.set(id, []);
  };
  for (const id of ids) put(id, columns.get(id) ?? 0, false);
  const drawn = new Set<string>();
  for (const { from, to } of edges) {
    if (drawn.has(`${from} ${to}`)) continue;
    drawn.add(`${from} ${to}`);
    let last = from;
    const end = columns.get(to) ?? 0;
    for (let column = (columns.get(from) ?? 0) + 1; column <= end; column += 1) {
      const id = column === end ? to : `${from} ${to} ${column}`;
      if (column < end) put(id, column, true);
      after.get(last)?.push(id);
      before.get(id)?.push(last);
      last = id;
    }
  }
  return { layers, before, after };
}
