import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { energised, lineKey } from './energised.ts';
import { graphOf as drawn, nodeHolding, oneLineGraph } from './one-line-graph.ts';
import { finished, readChain } from './site-chain.ts';
import type { OneLineNode } from './one-line-graph.ts';
import { oneLineLayout } from './one-line-layout.ts';
import type { Box } from './one-line-box.ts';
import type { OneLineLayout } from './one-line-layout.ts';
import { walk, walkCells } from './one-line-walk.ts';
import { idOf, inventoryOf, saying, siteId, thing, twoFeeds } from './sample-chains.ts';
import { whatIf } from './what-if.ts';

const none: ReadonlySet<string> = new Set();
const graphOf = (racks: number, open: ReadonlySet<string> = none) =>
  oneLineGraph(twoFeeds(racks), { site: siteId, open });

const extentOf = (node: OneLineNode) => ({
  left: node.type === 'unit' && node.batteries.length > 0 ? 100 : 28,
  right: node.type === 'group' && node.isOpen ? 400 : 160,
  height: node.type === 'group' ? 90 : 60,
});
const layoutOf = (graph: ReturnType<typeof oneLineGraph>): OneLineLayout =>
  oneLineLayout(graph, { extentOf, sideOf: () => 0 });

const overlaps = (one: Box, other: Box): boolean =>
  one.x - one.left < other.x + other.right &&
  other.x - other.left < one.x + one.right &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

function overlapsIn({ boxes }: OneLineLayout): readonly string[] {
  const all = [...boxes.values()];
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => (overlaps(one, other) ? [`${one.id} and ${other.id}`] : [])),
  );
}

/** A line may touch the symbols at its own ends only. */
function crossed({ boxes, lines }: OneLineLayout): readonly string[] {
  return lines.flatMap(({ id, from, to, points }) =>
    points.slice(1).flatMap((point, at) => {
      const before = points[at] ?? point;
      const [x1, x2] = [Math.min(point.x, before.x), Math.max(point.x, before.x)];
      const [y1, y2] = [Math.min(point.y, before.y), Math.max(point.y, before.y)];
      return [...boxes.values()]
        .filter((box) => box.id !== from && box.id !== to)
        .filter(
          (box) => x1 < box.x + box.right && x2 > box.x - box.left && y1 < box.y + box.height && y2 > box.y,
        )
        .map((box) => `${id} through ${box.id}`);
    }),
  );
}

const aslant = ({ lines }: OneLineLayout): readonly string[] =>
  lines.flatMap(({ id, points }) =>
    points.slice(1).some((point, at) => point.x !== points[at]?.x && point.y !== points[at]?.y) ? [id] : [],
  );

/** Any chain: units of any kind, each fed by some of those before it. */
const anyChain = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Kind>('utility', 'transformer', 'genset', 'ats', 'ups', 'panel', 'pdu', 'crac'),
      feeders: fc.array(fc.nat(11), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((units) =>
    inventoryOf([
      thing('site', 'site-1', { spec: {} }),
      ...units.map(({ kind, feeders }, at): Entity => {
        const fedBy = [...new Set(feeders.map((one) => `u${one}`))].filter((id) => id !== `u${at}`);
        const spec = { feed: 'A', ratedPower: 11, phases: 'three', breaker: 16 };
        const isSource = kind === 'utility' || kind === 'genset';
        return thing(kind, `u${at}`, { parent: 'site-1', spec, ...(isSource ? {} : { fedBy }) });
      }),
    ]),
  );

describe('the single-line diagram', () => {
  test('FR-120-290 no two symbols overlap, lines run only down and across, and none runs through a symbol that is not its own', () => {
    fc.assert(
      fc.property(anyChain, (inventory) => {
        const layout = layoutOf(oneLineGraph(inventory, { site: siteId, open: none }));
        expect(overlapsIn(layout)).toEqual([]);
        expect(aslant(layout)).toEqual([]);
        expect(crossed(layout)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('FR-120-291 the same chain is drawn the same, in whatever order its things came', () => {
    const inventory = twoFeeds(20);
    const turned = inventoryOf([...inventory.entities.values()].toReversed());
    const layouts = [inventory, turned].map((one) =>
      layoutOf(oneLineGraph(one, { site: siteId, open: none })),
    );
    const [first, second] = layouts.map(({ boxes }) =>
      [...boxes.values()].toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    expect(second).toEqual(first);
  });

  test('FR-120-292 many rack PDUs are one group, which opens into its rows, and a row into its rack PDUs', () => {
    const closed = graphOf(2000);
    expect(closed.nodes.size).toBe(11);
    const rows = graphOf(2000, new Set(['pdu:panel-a']));
    expect([...rows.nodes.keys()].filter((id) => id.startsWith('pdu:panel-a:'))).toHaveLength(20);
    expect(nodeHolding(rows, idOf('rack-150-A'))?.id).toBe('pdu:panel-a:row-1');
    const few = graphOf(20, new Set(['pdu:panel-a'])).nodes.get('pdu:panel-a');
    expect(few).toMatchObject({ type: 'group', isOpen: true, row: null });
  });

  test('FR-120-292 a lab of ten thousand racks is drawn with a few dozen symbols', () => {
    const graph = graphOf(10_000, new Set(['pdu:panel-a']));
    expect(graph.nodes.size).toBeLessThan(300);
    expect(overlapsIn(layoutOf(graph))).toEqual([]);
  });

  test('FR-120-290 a lab without a word on its supply hangs on the grid of its site', () => {
    const graph = oneLineGraph(
      inventoryOf([
        thing('site', 'site-1', { spec: {} }),
        thing('pdu', 'pdu-1', {
          parent: 'site-1',
          spec: { feed: 'A', ratedPower: 11, phases: 'three', breaker: 16 },
        }),
      ]),
      { site: siteId, open: none },
    );
    expect([...graph.nodes.values()].map(({ type }) => type)).toEqual(['grid', 'group']);
  });
});

describe('what carries power', () => {
  test('FR-120-293 on a quiet day all comes from the grid and the genset’s line is dead', () => {
    const { nodes, lines } = energised(graphOf(4), saying({}));
    expect(nodes.get('pdu:panel-a')).toBe('grid');
    expect(lines.get(lineKey('genset', 'ats'))).toBe('none');
  });

  test('FR-120-293 without the grid the UPSes’ side lives on battery, and what has none is dead', () => {
    const words = { grid: 'lost', tx: 'dead', ats: 'open', 'ups-a': 'on-battery', 'ups-b': 'on-battery' };
    const { nodes, lines } = energised(graphOf(4), saying(words));
    expect(nodes.get('pdu:panel-b')).toBe('battery');
    expect(nodes.get('cooling:ats')).toBe('none');
    expect(lines.get(lineKey('ats', 'ups-a'))).toBe('none');
  });

  test('FR-120-293 on the genset the grid’s line only stands by, once it is back', () => {
    const { nodes, lines } = energised(graphOf(4), saying({ genset: 'running', ats: 'on-genset' }));
    expect(nodes.get('ups-a')).toBe('genset');
    expect(lines.get(lineKey('tx', 'ats'))).toBe('standby');
  });

  test('FR-120-293 a tripped panel leaves what hangs on it dead', () => {
    expect(energised(graphOf(4), saying({ 'panel-a': 'tripped' })).nodes.get('pdu:panel-a')).toBe('none');
  });
});

describe('the what-if', () => {
  const lose = (id: string, found: Partial<Parameters<typeof whatIf>[1]['found']>) =>
    whatIf(
      {
        graph: graphOf(4),
        flow: energised(graphOf(4), saying({})),
        wordOf: saying({}),
        powerOf: (one) => (/-[AB]$/.test(one) ? 2 : 8),
      },
      { lost: idOf(id), found: { dark: [], degraded: [], overloaded: [], bridged: [], ...found } },
    );

  test('FR-120-294 losing a panel darkens its side, and the other side takes over what it carried', () => {
    const { effects, moved, before, after, flow } = lose('panel-a', {});
    expect(effects.get('panel-a')).toBe('lost');
    expect(effects.get('rack-1-A')).toBe('dark');
    expect(effects.get('panel-b')).toBe('takes-over');
    expect(moved).toContainEqual({ id: 'rack-1-B', from: 2, to: 4 });
    expect(moved).toContainEqual({ id: 'panel-b', from: 8, to: 16 });
    expect([before, after]).toEqual([
      { both: 4, one: 0, none: 0 },
      { both: 0, one: 4, none: 0 },
    ]);
    expect(flow.nodes.get('pdu:panel-b')).toBe('grid');
  });

  test('FR-120-294 what would trip is told with how much it would carry', () => {
    const { effects, figures } = lose('panel-a', { overloaded: [{ id: idOf('rack-1-B'), load: 131 }] });
    expect(effects.get('rack-1-B')).toBe('trips');
    expect(figures.get('rack-1-B')).toBe(131);
  });

  test('FR-120-294 without the grid the genset takes over; without the switch the batteries do, for their minutes', () => {
    expect(lose('grid', {}).flow.nodes.get('ups-a')).toBe('genset');
    const ats = lose('ats', { bridged: [{ id: idOf('ups-a'), minutes: 35 }] });
    expect(ats.effects.get('ups-a')).toBe('bridged');
    expect(ats.figures.get('ups-a')).toBe(35);
    expect(ats.effects.get('cooling:ats')).toBe('dark');
  });

  test('FR-120-294 a genset that nobody would ask for stays as it is', () => {
    const { flow } = lose('panel-a', {});
    expect(flow.nodes.get('genset')).toBe('none');
    expect(flow.lines.get(lineKey('genset', 'ats'))).toBe('none');
  });

  test('FR-120-294 a UPS that fails goes to its bypass: its side lives', () => {
    const { effects, flow } = lose('ups-a', {});
    expect(effects.get('ups-a')).toBe('lost');
    expect(flow.nodes.get('pdu:panel-a')).toBe('grid');
  });
});

describe('the keyboard', () => {
  test('FR-120-295 arrows follow the lines up and down and walk a layer aside', () => {
    const graph = graphOf(4);
    const ground = { graph, layout: layoutOf(graph) };
    expect(walk(ground, 'grid', 'ArrowDown')).toBe('tx');
    expect(walk(ground, 'ats', 'ArrowUp')).toBe('tx');
    expect(walk(ground, 'panel-a', 'ArrowRight')).toBe('panel-b');
    expect(walk(ground, 'grid', 'ArrowUp')).toBeNull();
    expect(walk(ground, 'pdu:panel-a', 'ArrowDown')).toBeNull();
  });

  test('FR-120-295 in an open group arrows walk its lines and lead out at its edges', () => {
    const shape = { count: 7, perLine: 3 };
    expect(walkCells('ArrowDown', 1, shape)).toBe(4);
    expect(walkCells('ArrowDown', 5, shape)).toBeNull();
    expect(walkCells('ArrowUp', 2, shape)).toBeNull();
    expect(walkCells('ArrowRight', 6, shape)).toBeNull();
  });
});

test('FR-120-550 a chain is read in pieces, none of which goes through more than a thousand things, and comes out the same', () => {
  const inventory = twoFeeds(2500);
  const pieces = readChain(inventory, siteId);
  let count = 0;
  let step = pieces.next();
  for (; step.done !== true; step = pieces.next()) count += 1;
  expect(count).toBeGreaterThan(inventory.entities.size / 1000);
  expect(drawn(inventory, step.value, new Set())).toEqual(
    oneLineGraph(inventory, { site: siteId, open: new Set() }),
  );
  expect(step.value.feedersOf.size).toBeGreaterThanOrEqual(5000);
});

test('FR-120-550 what changes between two pieces ends no reading', () => {
  const inventory = twoFeeds(800);
  const entities = new Map(inventory.entities);
  const pieces = readChain({ ...inventory, entities }, siteId);
  pieces.next();
  for (const id of [...entities.keys()].slice(-400)) entities.delete(id);
  const chain = finished(pieces);
  for (const [rack] of chain.racks) expect(chain.racks.get(rack)?.length).toBeGreaterThan(0);
});
