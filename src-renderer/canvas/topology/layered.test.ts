import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossingsOf } from './layer-order.ts';
import { layInPieces, layLayered, type LayeredEdge } from './layered.ts';

const spacing = { column: 100, row: 40, lane: 70 };

const edge = (from: string, to: string): LayeredEdge => ({ from, to });
const placeIn = (laid: ReturnType<typeof layLayered>, id: string) => {
  const place = laid.places.get(id);
  if (place === undefined) throw new Error(`${id} has no place`);
  return place;
};

const graphs = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    ids: fc.constant(Array.from({ length: count }, (_, index) => `n${index}`)),
    edges: fc.array(
      fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).map(([from, to]) => edge(`n${from}`, `n${to}`)),
      { maxLength: 40 },
    ),
  }),
);

/** Lines between neighbouring columns that cross, where columns are in this order. */
function crossings(order: readonly (readonly string[])[], edges: readonly LayeredEdge[]): number {
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) after.set(from, [...(after.get(from) ?? []), to]);
  const layers = order.map((layer) => layer.map((id) => ({ id, isBend: false })));
  return crossingsOf({ layers, before: new Map(), after });
}

test('FR-120-475 no two nodes overlap, and every node has a place', () => {
  fc.assert(
    fc.property(graphs, ({ ids, edges }) => {
      const laid = layLayered(ids, edges, spacing);
      expect(laid.places.size).toBe(ids.length);
      for (const column of Map.groupBy(laid.places.values(), ({ x }) => x).values()) {
        const heights = column.map(({ y }) => y).toSorted((a, b) => a - b);
        heights
          .slice(1)
          .forEach((y, index) => expect(y - (heights[index] ?? 0)).toBeGreaterThanOrEqual(39.999));
      }
    }),
    { numRuns: 200 },
  );
});

test('FR-120-475 where nothing goes in a ring, every line goes to the right', () => {
  fc.assert(
    fc.property(graphs, ({ ids, edges }) => {
      const number = (id: string): number => Number(id.slice(1));
      const forward = edges.filter(({ from, to }) => number(from) < number(to));
      const laid = layLayered(ids, forward, spacing);
      for (const { from, to } of forward) expect(placeIn(laid, from).x).toBeLessThan(placeIn(laid, to).x);
    }),
    { numRuns: 200 },
  );
});

test('FR-120-475 the same graph is drawn the same, and a ring is drawn all the same', () => {
  const ids = ['a', 'b', 'c'];
  const ring = [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')];
  const laid = layLayered(ids, ring, spacing);
  expect(laid).toEqual(layLayered(ids, ring, spacing));
  expect(laid.order).toEqual([['a'], ['b'], ['c']]);
});

test('FR-120-475 lines cross less than in the order in which things came', () => {
  const left = ['a', 'b', 'c', 'd'];
  const right = ['w', 'x', 'y', 'z'];
  const edges = [edge('a', 'z'), edge('b', 'y'), edge('c', 'x'), edge('d', 'w'), edge('a', 'y')];
  const laid = layLayered([...left, ...right], edges, spacing);
  expect(crossings([left, right], edges)).toBeGreaterThan(0);
  expect(crossings(laid.order, edges)).toBe(0);
});

test('FR-120-475 a source stands beside what it feeds, and a node in the middle of what hangs on it', () => {
  const edges = [
    edge('grid', 'ats'),
    edge('ats', 'ups'),
    edge('ups', 'a'),
    edge('ups', 'b'),
    edge('pv', 'ups'),
  ];
  const laid = layLayered(['grid', 'ats', 'ups', 'a', 'b', 'pv'], edges, spacing);
  expect(laid.columns.get('pv')).toBe(1);
  expect(placeIn(laid, 'ups').y).toBeCloseTo((placeIn(laid, 'a').y + placeIn(laid, 'b').y) / 2);
});

const wide = (count: number): { ids: string[]; edges: LayeredEdge[] } => {
  const leaves = Array.from({ length: count }, (_, index) => `leaf${index}`);
  return {
    ids: ['root', ...leaves, 'end'],
    edges: [...leaves.map((id) => edge('root', id)), edge('leaf0', 'end')],
  };
};

test('FR-120-551 a column of hundreds stands in lanes side by side: it is not much higher than wide, and nothing overlaps', () => {
  for (const count of [41, 400, 2000]) {
    const { ids, edges } = wide(count);
    const laid = layLayered(ids, edges, { column: 306, row: 48, lane: 212 });
    const leaves = ids.filter((id) => id.startsWith('leaf')).map((id) => placeIn(laid, id));
    const spread = (of: readonly number[]): number => Math.max(...of) - Math.min(...of);
    const [width, height] = [spread(leaves.map(({ x }) => x)) + 196, spread(leaves.map(({ y }) => y)) + 36];
    if (count >= 400) expect(height / width).toBeLessThan(1.5);
    expect(new Set(leaves.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    const byLane = Map.groupBy(leaves, ({ x }) => x);
    for (const lane of byLane.values()) {
      const ys = lane.map(({ y }) => y).toSorted((one, other) => one - other);
      ys.slice(1).forEach((y, index) => expect(y - (ys[index] ?? 0)).toBeGreaterThanOrEqual(48 - 1e-6));
    }
    const right = Math.max(...leaves.map(({ x }) => x));
    expect(placeIn(laid, 'end').x).toBe(right + 306);
  }
});

test('FR-120-551 a short column stands as it always did, and order says every node once', () => {
  const { ids, edges } = wide(40);
  const laid = layLayered(ids, edges, spacing);
  expect(new Set(ids.filter((id) => id.startsWith('leaf')).map((id) => placeIn(laid, id).x)).size).toBe(1);
  expect(laid.order.flat().toSorted()).toEqual(ids.toSorted());
});

test('FR-120-552 a layout of 2,000 nodes is made in many pieces, and comes out as if made at once', () => {
  const { ids, edges } = wide(1998);
  const pieces = layInPieces(ids, edges, spacing);
  let count = 0;
  let step = pieces.next();
  for (; step.done !== true; step = pieces.next()) count += 1;
  expect(count).toBeGreaterThanOrEqual(9);
  expect(step.value).toEqual(layLayered(ids, edges, spacing));
});
