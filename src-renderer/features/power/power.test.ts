import { describe, expect, test } from 'vitest';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { oneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import { idOf, siteId, twoFeeds } from '../../canvas/one-line/sample-chains.ts';
import { areaPath, niceStep } from './area-chart.tsx';
import { metered, stacked, startOfDay, startOfMonth } from './energy.ts';
import { alignedTo } from './energy-view.tsx';
import { pointAt, shareOf } from './gauge.tsx';
import { chosenLoads, worstOf } from './load-bars.tsx';
import { nextSpot, spotFor } from './one-line-keys.ts';
import { fitView, showing, zoomAt } from './pan-zoom.ts';
import { createPowerHub } from './power-hub.ts';
import { sampleChain, sampleSite, sampleSource } from './power-samples.ts';
import { capacityOf, fitsShow, imbalance, rackFigures, rackRows } from './rack-rows.ts';
import { ordersTo } from './selected-bar.tsx';
import { sidesOf } from './sides.ts';
import { figuresOf, isAlike } from './use-rack-figures.ts';
import { waterfallRows } from './waterfall.tsx';
import { powerBalance } from './where-power-goes.ts';

const none: ReadonlySet<string> = new Set();
const graph = oneLineGraph(sampleChain, { site: sampleSite.id, open: none });
function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing was found');
  return value;
}
const noon = Date.UTC(2026, 0, 5, 12);

describe('racks and their feeds', () => {
  const rows = rackRows(sampleChain, graph);
  const row = (name: string) => sure(rows.find((one) => one.name === name));

  test('FR-120-296 a rack over what a feed allows is over, one over 80 % of it is near', () => {
    expect(rackFigures(row('A04'), sampleSource).band).toBe('over');
    expect(rackFigures(row('A05'), sampleSource).band).toBe('over80');
    expect(rackFigures(row('A02'), sampleSource).band).toBe('within');
  });

  test('FR-120-296 a rack PDU may carry its rating, or its breaker’s where that is less', () => {
    const pdu = { spec: { ratedPower: 11, breaker: 16, phases: 'L1' } } as EntityOf<'pdu'>;
    expect(capacityOf(pdu)).toBeCloseTo(3.68);
  });

  test('FR-120-296 what one feed would have to carry alone is told, and can be filtered for', () => {
    const found = rackFigures(row('A04'), sampleSource);
    expect(found.failover).toBeGreaterThan(1);
    expect(fitsShow(found, 'failover')).toBe(true);
    expect(fitsShow(rackFigures(row('A02'), sampleSource), 'failover')).toBe(false);
  });

  test('FR-120-296 the fullest phase is told against the mean of the three', () => {
    expect(imbalance([12, 10, 8])).toBeCloseTo(0.2);
    expect(imbalance([null, 3, null])).toBeNull();
    expect(imbalance([0, 0, 0])).toBeNull();
  });

  test('FR-120-297 the order of racks does not change with readings that read alike', () => {
    const before = figuresOf(rows, sampleSource);
    const wobble = { powerOf: (id: EntityId) => (sampleSource.powerOf(id) ?? 0) + 0.001 };
    expect(isAlike(before, figuresOf(rows, wobble))).toBe(true);
    expect(isAlike(before, figuresOf(rows, { powerOf: () => 9 }))).toBe(false);
  });
});

describe('live power, past React', () => {
  const inventory = sampleChain;
  const sensor = (id: string, metric: string) =>
    ({
      kind: 'sensor',
      id,
      name: id,
      parent: sampleSite.id,
      links: {},
      aliases: {},
      spec: { metric, place: 'middle', source: 'bot' },
    }) as never;
  const ups = sure([...inventory.entities.values()].find(({ name }) => name === 'ups-01'));
  const measured = {
    entities: new Map([
      ...inventory.entities,
      [idOf('s1'), sensor('s1', 'state')],
      [idOf('s2'), sensor('s2', 'load')],
    ]),
    children: new Map([...inventory.children, [ups.id, [idOf('s1'), idOf('s2')]]]),
  };
  const pace = { speed: 1, stretch: 1 };
  const frame = (values: number[], ages = [0, 0]) => ({
    values: Float32Array.from(values),
    ages: Float32Array.from(ages),
    qualities: new Uint8Array(2),
  });

  test('FR-120-298 another word is told, another number is not', () => {
    const hub = createPowerHub(measured, [ups.id]);
    let told = 0;
    hub.listenWords(() => (told += 1));
    hub.put(frame([1, 30]), 0, pace);
    hub.put(frame([1, 31]), 0, pace);
    expect(told).toBe(1);
    hub.put(frame([3, 31]), 0, pace);
    expect([told, hub.wordOf(ups.id), hub.loadOf(ups.id)]).toEqual([2, 'on-battery', 31]);
    expect(hub.powerOf(ups.id)).toBeCloseTo(49.6);
  });

  test('FR-120-298 a number that is too old is old, and all are when the line is lost', () => {
    const hub = createPowerHub(measured, [ups.id]);
    hub.put(frame([1, 30], [0, 500]), 0, pace);
    expect(hub.isOld(ups.id)).toBe(true);
    hub.put(frame([1, 30]), 0, pace);
    expect(hub.isOld(ups.id)).toBe(false);
    hub.lose();
    expect(hub.isOld(ups.id)).toBe(true);
  });

  test('FR-120-292 a bar group shows the fullest and an even choice of the rest', () => {
    expect(chosenLoads([3, 9, 1, 5, 7], 3)).toEqual([9, 5, 1]);
    expect(worstOf([idOf('sample-A04-pdu-a'), idOf('sample-A02-pdu-a')], sampleSource.loadOf)?.load).toBe(
      104,
    );
  });
});

describe('where each kilowatt goes', () => {
  test('FR-120-299 what is supplied is what is lost, used and handed to the racks', () => {
    const found = sure(powerBalance(graph, sampleSource.powerOf));
    const spent = found.steps.reduce((sum, { kilowatts }) => sum + kilowatts, found.it);
    expect(spent).toBeCloseTo(found.supply + found.onsite + found.stored);
    expect(found.steps.find(({ stage }) => stage === 'transformer')?.kilowatts).toBeCloseTo(0.7);
    expect(found.steps.find(({ stage }) => stage === 'ups')?.kilowatts).toBeCloseTo(
      136.9 - 22.9 - 54.4 - 54.3,
    );
  });

  test('FR-120-299 what batteries give in an outage is a source of its own', () => {
    const powers: Readonly<Record<string, number>> = {
      grid: 0,
      tx: 0,
      genset: 0,
      ats: 0,
      'ups-a': 50,
      'ups-b': 50,
      'panel-a': 48,
      'panel-b': 48,
      'crac-1': 0,
    };
    const chain = oneLineGraph(twoFeeds(4), { site: siteId, open: none });
    const found = sure(powerBalance(chain, (id) => powers[id] ?? 12));
    expect(found.stored).toBeCloseTo(100);
    expect(found.steps.find(({ stage }) => stage === 'panel')?.kilowatts).toBeCloseTo(4);
    expect(waterfallRows(found).map(({ id }) => id)).toContain('stored');
  });

  test('FR-120-299 where nothing is measured nothing is claimed', () => {
    expect(powerBalance(graph, () => null)).toBeNull();
  });
});

describe('energy and cost', () => {
  test('FR-120-300 a day begins at the site’s own midnight, a month on its first', () => {
    expect(startOfDay(noon, 'Europe/Berlin')).toBe(Date.UTC(2026, 0, 4, 23));
    expect(startOfMonth(noon, 'America/New_York')).toBe(Date.UTC(2026, 0, 1, 5));
    expect(startOfDay(Date.UTC(2026, 2, 29, 12), 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 28, 23));
    expect(startOfDay(noon, 'Nowhere/Land')).toBe(Date.UTC(2026, 0, 5));
  });

  const counter = (values: number[]) => [
    {
      sensor: 's',
      metric: 'energy',
      at: values.map((_, at) => noon + at),
      mean: values,
      min: values,
      max: values,
    },
  ];

  test('FR-120-300 a counter’s first word is taken off, but for a lab that is younger than the span', () => {
    expect(metered(counter([100, 130]), noon, noon - 1)).toEqual({ kilowattHours: 30, isWhole: true });
    expect(metered(counter([2, 30]), noon, noon + 1)).toEqual({ kilowattHours: 30, isWhole: false });
    expect(metered([], noon, noon)).toBeNull();
  });

  test('FR-120-301 layers stand on one another, and a gap stays a gap', () => {
    expect(
      stacked([
        [1, null],
        [2, 2],
      ]),
    ).toEqual([
      [1, null],
      [3, null],
    ]);
    const frame = { x: (at: number) => at, y: (value: number) => value };
    expect(areaPath([0, 1, 2, 3], { low: [0, 0, 0, 0], high: [1, 1, null, 1] }, frame)).toBe(
      'M0.0 1.0L1.0 1.0L1.0 0.0L0.0 0.0Z',
    );
    expect([niceStep(137), niceStep(4), niceStep(0.9)]).toEqual([50, 1, 0.5]);
  });

  test('FR-120-301 a series that speaks at other moments is read by its last word', () => {
    const [series] = counter([5, 7]);
    expect(alignedTo([noon - 120_000, noon, noon + 9], series ?? null)).toEqual([null, 5, 7]);
  });

  test('FR-120-302 a gauge holds what is beyond its scale at its end', () => {
    expect([
      shareOf(3, { low: 1, high: 2 }),
      shareOf(0, { low: 1, high: 2 }),
      shareOf(1.5, { low: 1, high: 2 }),
    ]).toEqual([1, 0, 0.5]);
    expect(pointAt(0, 70).x).toBeLessThan(pointAt(1, 70).x);
  });
});

describe('moving through the diagram', () => {
  const open = oneLineGraph(sampleChain, { site: sampleSite.id, open: new Set(['pdu:sample-panel-a']) });
  const ground = { graph: open, layout: { boxes: new Map(), lines: [], width: 0, height: 0 } };

  test('FR-120-295 the way leads from a UPS to its battery and back, and from a group into its rack PDUs', () => {
    expect(nextSpot(ground, 'sample-ups-01', 'ArrowLeft')).toBe('sample-string-01');
    expect(nextSpot(ground, 'sample-string-01', 'ArrowRight')).toBe('sample-ups-01');
    expect(nextSpot(ground, 'pdu:sample-panel-a', 'ArrowDown')).toBe('sample-A01-pdu-a');
    expect(nextSpot(ground, 'sample-A01-pdu-a', 'ArrowUp')).toBe('pdu:sample-panel-a');
  });

  test('FR-120-295 what is selected inside a folded group is shown as that group', () => {
    expect(spotFor(open, idOf('sample-A01-pdu-b'))).toBe('pdu:sample-panel-b');
    expect(spotFor(open, idOf('sample-A01-pdu-a'))).toBe('sample-A01-pdu-a');
    expect(spotFor(open, idOf('nothing'))).toBeNull();
  });

  test('FR-120-290 A stands left of B', () => {
    const sides = sidesOf(open);
    expect(sides.get('sample-panel-a')).toBeLessThan(sides.get('sample-panel-b') ?? 0);
    expect(sides.get('cooling:sample-ats-01')).toBe(0);
  });

  test('FR-120-303 all of it fits, what is under the pointer stays there, and what is walked to comes into sight', () => {
    const fitted = fitView({ width: 1000, height: 500 }, { width: 500, height: 544 });
    expect(fitted.k).toBe(0.5);
    expect(zoomAt({ x: 10, y: 10, k: 1 }, 2, { x: 10, y: 10 })).toEqual({ x: 10, y: 10, k: 2 });
    expect(
      showing({ x: 0, y: 0, k: 1 }, { x: 900, y: 0, width: 50, height: 50 }, { width: 500, height: 500 }).x,
    ).toBe(-466);
  });
});

describe('orders', () => {
  test('FR-120-304 the orders given to the selected unit are told with who and when', () => {
    const event = (target: string, revision: number) =>
      ({
        revision,
        tick: 60,
        actor: { origin: 'ui', name: 'operator', role: 'admin' },
        event: { type: 'plant.ordered', order: { target, verb: 'ups-bypass', value: null } },
      }) as unknown as LoggedEvent;
    expect(ordersTo([event('ups-1', 2), event('ups-2', 1)], idOf('ups-1'), noon)).toEqual([
      { key: 2, title: 'To bypass', by: 'operator', at: noon + 60_000 },
    ]);
  });
});
