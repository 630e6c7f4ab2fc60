/** Heights within columns: each item as near to the middle of its neighbours as the order and the gaps allow. */
import type { LayerGraph, LayerItem } from './layer-graph.ts';

const rounds = 6;
/** A line that only passes needs no room of a node. */
const bendShare = 0.25;

/** Fewer than this stand one below the other. */
const leastWrapped = 40;
/** Rows for each root of a column's length: a column of any length comes out about as wide as it is high. */
const rowsPerRoot = 1.7;

/** A column that is too long stands in so many side by side. */
export const lanesOf = (length: number): number =>
  Math.ceil(length / Math.max(leastWrapped, Math.ceil(rowsPerRoot * Math.sqrt(length))));

/** In pieces, as the order is found. */
export function* placeLayers(
  graph: LayerGraph,
  row: number,
): Generator<undefined, ReadonlyMap<string, number>, undefined> {
  const heights = new Map<string, number>();
  for (const layer of graph.layers) stack(layer, row).forEach((y, index) => put(heights, layer[index], y));
  for (let round = 0; round < rounds; round += 1) {
    yield;
    const forth = round % 2 === 0;
    const layers = forth ? graph.layers : graph.layers.toReversed();
    for (const layer of layers) pull(layer, { heights, row, beside: forth ? graph.before : graph.after });
  }
  return heights;
}

function put(heights: Map<string, number>, item: LayerItem | undefined, y: number): void {
  if (item !== undefined) heights.set(item.id, y);
}

/** One below the other, the middle of the column at 0. */
function stack(layer: readonly LayerItem[], row: number): readonly number[] {
  const offsets = offsetsOf(layer, row);
  const middle = (offsets.at(-1) ?? 0) / 2;
  return offsets.map((offset) => offset - middle);
}

/** How far below the first item each one is at least. Lanes are filled line by line, so that the order goes down all of them. */
function offsetsOf(layer: readonly LayerItem[], row: number): readonly number[] {
  const lanes = lanesOf(layer.length);
  if (lanes > 1) return layer.map((_, index) => Math.floor(index / lanes) * row);
  let at = 0;
  return layer.map((item, index) => {
    const above = layer[index - 1];
    if (above !== undefined) at += item.isBend && above.isBend ? row * bendShare : row;
    return at;
  });
}

type Pull = {
  readonly heights: Map<string, number>;
  readonly row: number;
  readonly beside: ReadonlyMap<string, readonly string[]>;
};

function pull(layer: readonly LayerItem[], { heights, row, beside }: Pull): void {
  const offsets = offsetsOf(layer, row);
  const wished = layer.map(({ id }, index) => {
    const near = beside.get(id) ?? [];
    const own = heights.get(id) ?? 0;
    const mean =
      near.length === 0 ? own : near.reduce((sum, to) => sum + (heights.get(to) ?? 0), 0) / near.length;
    return mean - (offsets[index] ?? 0);
  });
  rising(byLine(wished, lanesOf(layer.length))).forEach((y, index) =>
    put(heights, layer[index], y + (offsets[index] ?? 0)),
  );
}

/** What stands in one line of several lanes wishes as one, so that lines are straight. */
function byLine(wished: readonly number[], lanes: number): readonly number[] {
  if (lanes === 1) return wished;
  return wished.map((_, index) => {
    const first = index - (index % lanes);
    const line = wished.slice(first, first + lanes);
    return line.reduce((sum, wish) => sum + wish, 0) / line.length;
  });
}

type Block = { readonly sum: number; readonly count: number };
const meanOf = ({ sum, count }: Block): number => sum / count;

/** The rising sequence nearest to what was wished: neighbours that are out of order share their mean. */
function rising(wished: readonly number[]): readonly number[] {
  const blocks: Block[] = [];
  for (const wish of wished) {
    let block: Block = { sum: wish, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && meanOf(last) > meanOf(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, () => meanOf(block)));
}
