/** The order within columns: sweeps of barycentres to and fro, of which the one with the fewest crossings is kept. */
import type { LayerGraph, LayerItem } from './layer-graph.ts';

const sweeps = 8;

/** In pieces: whoever drives it may do other things between two sweeps. */
export function* orderLayers(graph: LayerGraph): Generator<undefined, LayerGraph, undefined> {
  let best = firstOrder(graph);
  let fewest = crossingsOf(best);
  let now = best;
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    yield;
    now = swept(now, sweep % 2 === 0 ? 'forth' : 'back');
    yield;
    const crossings = crossingsOf(now);
    if (crossings < fewest) [best, fewest] = [now, crossings];
  }
  return best;
}

/** Depth first from the sources: what hangs together begins together. */
function firstOrder(graph: LayerGraph): LayerGraph {
  const turn = new Map<string, number>();
  for (const layer of graph.layers) {
    for (const { id } of layer) {
      const stack = [id];
      for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        if (turn.has(next)) continue;
        turn.set(next, turn.size);
        stack.push(...(graph.after.get(next) ?? []).toReversed());
      }
    }
  }
  const byTurn = (one: LayerItem, other: LayerItem): number =>
    (turn.get(one.id) ?? 0) - (turn.get(other.id) ?? 0);
  return { ...graph, layers: graph.layers.map((layer) => layer.toSorted(byTurn)) };
}

function swept(graph: LayerGraph, way: 'forth' | 'back'): LayerGraph {
  const layers = graph.layers.map((layer) => [...layer]);
  const neighbours = way === 'forth' ? graph.before : graph.after;
  const columns = layers.map((_, index) => index);
  const ordered = way === 'forth' ? columns.slice(1) : columns.slice(0, -1).toReversed();
  for (const column of ordered) {
    const beside = positionsIn(layers[way === 'forth' ? column - 1 : column + 1] ?? []);
    const layer = layers[column] ?? [];
    const keyed = layer.map((item, index) => {
      const seen = (neighbours.get(item.id) ?? []).map((id) => beside.get(id) ?? 0);
      const mean = seen.length === 0 ? index : seen.reduce((sum, at) => sum + at, 0) / seen.length;
      return { item, mean, index };
    });
    keyed.sort((one, other) => one.mean - other.mean || one.index - other.index);
    layers[column] = keyed.map(({ item }) => item);
  }
  return { ...graph, layers };
}

const positionsIn = (layer: readonly LayerItem[]): ReadonlyMap<string, number> =>
  new Map(layer.map(({ id }, index) => [id, index]));

/** Pairs of lines between neighbouring columns that cross: inversions, counted with a tree of sums. */
export function crossingsOf({ layers, after }: LayerGraph): number {
  let total = 0;
  layers.slice(0, -1).forEach((layer, column) => {
    const beside = positionsIn(layers[column + 1] ?? []);
    const ends = layer.flatMap(({ id }) =>
      (after.get(id) ?? []).map((to) => beside.get(to) ?? 0).toSorted((one, other) => one - other),
    );
    total += inversions(ends, beside.size);
  });
  return total;
}

function inversions(ends: readonly number[], size: number): number {
  const sums = new Int32Array(size + 1);
  let found = 0;
  ends.forEach((end, index) => {
    let upTo = 0;
    for (let at = end + 1; at > 0; at -= at & -at) upTo += sums[at] ?? 0;
    found += index - upTo;
    for (let at = end + 1; at <= size; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
  });
  return found;
}
