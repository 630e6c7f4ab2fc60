import { expect, test } from 'vitest';
import type { EntityOf, Slot } from '../../../sim/contract/entities.ts';
import { asWatts } from '../../../sim/contract/units.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { checkText, refusalText } from './check-words.ts';
import { conditionOf, type FeedStates } from './condition.ts';
import { checkDrop, type Drop, verdictOf } from './drop-check.ts';
import { cellsOf, type Device, isFree, nextFree, nextName, type Rack, spaceOf } from './elevation.ts';
import { carryTo, type Column, walkFrom } from './elevation-walk.ts';
import { deltaOf, heatPoints, temperatureAt } from './heat-heights.ts';
import { feedStates } from './live.ts';
import { freePositions, stretches } from './move-dialog.tsx';
import { estimate, sharesOf } from './power-share.ts';
import { neighbour, rackModel, rackNamed, racksNamed, budgetOf } from './rack-model.ts';
import { sampleModels, sampleRacks } from './rack-samples.ts';
import { rackPath, racksIn } from './shown-racks.ts';
import { carriedOver, homeOf } from './use-carry.ts';
import { targetAt } from './use-drag.ts';
import { spotIn } from './use-elevation-keys.ts';

type More = Partial<Device['spec']> & { readonly name?: string };

function device(
  slot: readonly [position: number, height: number, face?: Slot['face']],
  more: More = {},
): Device {
  const [position, height, face = 'both'] = slot;
  const { name = `dev-${position}`, ...spec } = more;
  const usual = {
    model: 'Server',
    category: 'server',
    idlePower: asWatts(100),
    ratedPower: asWatts(500),
    psus: 2,
    feed: 'A',
  };
  return {
    id: `device-${name}`,
    kind: 'device',
    name,
    parent: 'rack-9',
    links: {},
    aliases: {},
    spec: { ...usual, duty: 'day', lifecycle: 'active', ...spec, slot: { position, height, face } },
  } as unknown as Device;
}

const rack = (more: Partial<Rack['spec']> = {}): Rack =>
  ({
    id: 'rack-9',
    kind: 'rack',
    name: 'C09',
    parent: 'row-1',
    spec: { heightU: 12, ratedPower: 1.2, ...more },
  }) as unknown as Rack;
const pdu = (feed: 'A' | 'B') => ({ id: `pdu-${feed}`, spec: { feed } }) as unknown as EntityOf<'pdu'>;
const both = [pdu('A'), pdu('B')];

test.each([
  [
    'front',
    [
      [12, 'empty'],
      [11, 'dev-10'],
      [9, 'empty'],
      [8, 'empty'],
      [7, 'empty'],
      [6, 'empty'],
      [5, 'dev-5'],
      [4, 'empty'],
      [3, 'dev-1'],
    ],
  ],
  [
    'rear',
    [
      [12, 'rear'],
      [11, 'dev-10'],
      [9, 'empty'],
      [8, 'empty'],
      [7, 'empty'],
      [6, 'empty'],
      [5, 'empty'],
      [4, 'empty'],
      [3, 'dev-1'],
    ],
  ],
] as const)(
  'FR-120-325 seen from the %s each unit shows what stands there, half-depth devices on their own side only',
  (side, expected) => {
    const devices = [
      device([10, 2]),
      device([1, 3]),
      device([5, 1, 'front']),
      device([12, 1, 'rear'], { name: 'rear' }),
    ];
    const cells = cellsOf(12, devices, side);
    expect(
      cells.map((cell) => [cell.unit + cell.height - 1, cell.kind === 'empty' ? 'empty' : cell.device.name]),
    ).toEqual(expected);
  },
);

test('FR-120-325 an empty unit knows what stands at its other side', () => {
  const cells = cellsOf(12, [device([5, 1, 'front'])], 'rear');
  const cell = cells.find(({ unit }) => unit === 5);
  expect(cell?.kind === 'empty' && cell.behind?.name).toBe('dev-5');
});

test('FR-120-326 used, free and the largest gap count a unit as taken where anything stands at either face', () => {
  expect(
    spaceOf(12, [device([1, 3]), device([5, 1, 'front']), device([5, 1, 'rear'], { name: 'b' })]),
  ).toEqual({
    used: 4,
    free: 8,
    gap: { position: 6, height: 7 },
  });
  expect(spaceOf(3, [device([1, 3])])).toEqual({ used: 3, free: 0, gap: null });
  expect(spaceOf(60, [])).toEqual({ used: 0, free: 60, gap: { position: 1, height: 60 } });
});

test('FR-120-326 a budget tells what runs from what is planned, and who has no weight', () => {
  const model = sampleModels[0];
  if (model === undefined) throw new Error('no sample');
  const { budgeted, reserved, unweighed, offered, needed, space } = budgetOf(model);
  expect([budgeted.toFixed(2), reserved.toFixed(2), unweighed, offered, needed, space.used]).toEqual([
    '6.47',
    '1.04',
    1,
    72,
    24,
    30,
  ]);
});

const drop = (more: Partial<Drop> = {}): Drop => ({
  rack: rack(),
  devices: [],
  pdus: both,
  device: device([1, 2]),
  slot: { position: 1, height: 2, face: 'both' },
  ...more,
});

test.each<[string, Partial<Drop>, readonly [verdict: 'ok' | 'warned' | 'refused', because: RegExp]]>([
  ['fits', {}, ['ok', /^$/]],
  ['is taken', { devices: [device([2, 1], { name: 'web' })] }, ['refused', /Taken by web/]],
  ['ends above the rack', { slot: { position: 12, height: 2, face: 'both' } }, ['refused', /12 U/]],
  [
    'would draw too much',
    { devices: [device([8, 2], { ratedPower: asWatts(800) })] },
    ['refused', /1\.30 of 1\.20/],
  ],
  [
    'would weigh too much',
    { rack: rack({ maxWeight: 20 }), device: device([1, 2], { weight: 21 }) },
    ['refused', /21 of 20/],
  ],
  ['has no known weight', { rack: rack({ maxWeight: 20 }) }, ['warned', /^$/]],
  ['breathes in behind', { slot: { position: 1, height: 2, face: 'rear' } }, ['warned', /^$/]],
  ['has no feed B', { pdus: [pdu('A')] }, ['warned', /^$/]],
])(
  'FR-120-327 before it is let go a device is checked for space, power, weight, airflow and feeds: it %s',
  (_, more, [verdict, because]) => {
    const checks = checkDrop(drop(more));
    expect(checks.map(({ kind }) => kind)).toEqual(['space', 'power', 'weight', 'airflow', 'feed']);
    expect(verdictOf(checks)).toBe(verdict);
    expect(refusalText(checks)).toMatch(because);
    expect(checks.every((check) => checkText(check) !== '')).toBe(true);
  },
);

test('FR-120-327 a device is not in its own way, and does not count twice', () => {
  const own = device([1, 2], { ratedPower: asWatts(1000) });
  expect(
    verdictOf(
      checkDrop(drop({ devices: [own], device: own, slot: { position: 2, height: 2, face: 'both' } })),
    ),
  ).toBe('ok');
});

const columns: readonly Column[] = (['rack-1', 'rack-2'] as EntityId[]).flatMap((id) =>
  (['front', 'rear'] as const).map((side) => ({
    rack: id,
    side,
    heightU: 12,
    cells: cellsOf(12, [device([4, 3])], side),
  })),
);
const one = 'rack-1' as EntityId;

test.each([
  ['ArrowUp', 3, 4],
  ['ArrowUp', 5, 7],
  ['ArrowUp', 12, 12],
  ['ArrowDown', 7, 6],
  ['ArrowDown', 6, 3],
  ['ArrowDown', 1, 1],
  ['PageUp', 1, 11],
  ['PageDown', 11, 1],
  ['Home', 3, 12],
  ['End', 9, 1],
] as const)('FR-120-328 %s from U%i goes to U%i, over a tall device in one step', (key, from, to) => {
  expect(walkFrom(columns, { rack: one, side: 'front', unit: from }, key)?.unit).toBe(to);
});

test('FR-120-328 left and right go from side to side and on to the next rack; other keys are no walk', () => {
  const spot = { rack: one, side: 'rear', unit: 5 } as const;
  expect(walkFrom(columns, spot, 'ArrowRight')).toEqual({ rack: 'rack-2', side: 'front', unit: 5 });
  expect(walkFrom(columns, spot, 'ArrowLeft')).toEqual({ rack: 'rack-1', side: 'front', unit: 5 });
  expect(walkFrom(columns, spot, 'x')).toBeNull();
  expect(spotIn(columns, { rack: 'rack-7' as EntityId, side: 'front', unit: 3 })).toEqual({
    rack: 'rack-1',
    side: 'front',
    unit: 12,
  });
});

test.each([
  ['both', 'ArrowUp', { rack: 'rack-1', position: 6, face: 'both' }],
  ['both', 'ArrowRight', { rack: 'rack-2', position: 5, face: 'both' }],
  ['front', 'ArrowRight', { rack: 'rack-1', position: 5, face: 'rear' }],
  ['rear', 'ArrowRight', { rack: 'rack-2', position: 5, face: 'front' }],
  ['rear', 'Home', { rack: 'rack-1', position: 11, face: 'rear' }],
  ['both', 'End', { rack: 'rack-1', position: 1, face: 'both' }],
] as const)(
  'FR-120-329 a carried %s device goes with %s where it could stand, and never out of the rack',
  (face, key, to) => {
    expect(carryTo(columns, { target: { rack: one, position: 5, face }, height: 2 }, key)).toEqual(to);
  },
);

test('FR-120-329 the pointer holds a device by the unit where it was gripped', () => {
  const box = {
    rack: one,
    heightU: 12,
    unitHeight: 20,
    top: 100,
    left: 30,
    width: 200,
    sides: ['front', 'rear'] as const,
  };
  const held = { device: device([5, 3]), grip: 1 };
  expect(targetAt(box, { x: 60, y: 100 + 4 * 20 + 5 }, held)).toEqual({
    rack: one,
    position: 7,
    face: 'both',
  });
  expect(targetAt(box, { x: 60, y: -50 }, held).position).toBe(10);
  expect(targetAt(box, { x: 60, y: 900 }, held).position).toBe(1);
  expect(targetAt(box, { x: 190, y: 200 }, { device: device([5, 1, 'front']), grip: 0 }).face).toBe('rear');
});

test('FR-120-329 what is carried stays in hand when its rack leaves the screen, over the first that is shown', () => {
  const model = sampleModels[2];
  if (model === undefined) throw new Error('no sample');
  const held = device([41, 2]);
  const carried = carriedOver({ device: held, from: one, by: 'keys', target: homeOf(held) }, [model]);
  expect(carried?.target).toEqual({ rack: 'rack-3', position: 41, face: 'both' });
  expect([carried?.verdict, carried?.isHome]).toEqual(['warned', false]);
});

test('FR-120-330 a copy goes to the nearest free slot above, else to the lowest, under the next name', () => {
  const devices = [device([1, 2]), device([3, 2]), device([7, 6])];
  expect(nextFree({ position: 1, height: 2, face: 'both' }, 12, devices)?.position).toBe(5);
  expect(nextFree({ position: 7, height: 2, face: 'both' }, 12, devices)?.position).toBe(5);
  expect(nextFree({ position: 1, height: 3, face: 'both' }, 12, devices)).toBeNull();
  expect(isFree({ position: 12, height: 2, face: 'both' }, 12, [])).toBe(false);
  expect(nextName('web-07', [device([1, 1], { name: 'web-08' })])).toBe('web-09');
  expect(nextName('db', [])).toBe('db-2');
});

test('FR-120-330 the dialog offers the stretches in which a device would find room', () => {
  const free = freePositions(device([1, 2]), {
    rack: rack(),
    devices: [device([1, 2]), device([6, 2])],
    face: 'both',
  });
  expect(stretches(free)).toEqual(['U8–U11', 'U1–U4']);
});

test('FR-120-331 estimates of active devices add up to what the rack draws; planned ones draw nothing', () => {
  const devices = [
    device([1, 2]),
    device([3, 2], { idlePower: asWatts(50), ratedPower: asWatts(1500) }),
    device([5, 2], { lifecycle: 'planned' }),
  ];
  const all = sharesOf(devices);
  for (const load of [0.05, 0.15, 0.9, 2, 2.4]) {
    const watts = devices.map((each) => estimate(each, all, load) ?? Number.NaN);
    expect(watts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(load * 1000, 6);
    expect(watts[2]).toBe(0);
  }
  expect(estimate(devices[0] as Device, all, null)).toBeNull();
});

test('FR-120-332 between two sensors the temperature is a straight line, beyond the last it is level', () => {
  const points = [
    { height: 0.1, value: 20 },
    { height: 0.5, value: 24 },
    { height: 0.9, value: 32 },
  ];
  expect([0, 0.1, 0.3, 0.7, 1].map((height) => temperatureAt(points, height))).toEqual([20, 20, 22, 28, 32]);
  expect(temperatureAt([], 0.5)).toBeNull();
  expect(deltaOf([22, null, 24], [33, 35])).toBe(11);
  expect(deltaOf([null], [33])).toBeNull();
  expect(heatPoints(sampleModels[0]?.sensors ?? [], 'front').map(({ place }) => place)).toEqual([
    'front-bottom',
    'front-middle',
    'front-top',
  ]);
});

test.each<[Partial<Device['spec']>, FeedStates, string]>([
  [{}, { A: 'live', B: 'live' }, 'on'],
  [{}, { A: 'live', B: 'dead' }, 'one-feed'],
  [{}, { A: 'dead', B: 'none' }, 'no-power'],
  [{ psus: 1, feed: 'B' }, { A: 'live', B: 'dead' }, 'no-power'],
  [{ psus: 1, feed: 'A' }, { A: 'live', B: 'dead' }, 'on'],
  [{}, { A: 'unknown', B: 'unknown' }, 'unknown'],
  [{ ratedPower: asWatts(0) }, { A: 'dead', B: 'dead' }, 'on'],
  [{ lifecycle: 'planned' }, { A: 'dead', B: 'dead' }, 'planned'],
])('FR-120-333 a device %o on feeds %o is %s', (spec, states, condition) => {
  expect(conditionOf(device([1, 1], spec), states)).toBe(condition);
});

test('FR-120-333 a feed is live while one of its PDUs is, and unknown while none has spoken', () => {
  const pair = [pdu('A'), pdu('A')];
  expect(
    feedStates(pair, [
      { feed: 'A', word: 'dead' },
      { feed: 'A', word: 'energised' },
    ]),
  ).toEqual({ A: 'live', B: 'none' });
  expect(
    feedStates(pair, [
      { feed: 'A', word: 'tripped' },
      { feed: 'A', word: 'dead' },
    ]).A,
  ).toBe('dead');
  expect(feedStates(pair, [{ feed: 'A', word: null }]).A).toBe('unknown');
});

test('FR-120-334 racks are named in the link, six at most and each once; names and neighbours are found in order', () => {
  expect(racksIn('?racks=rack-1,rack-2,rack-1,,<x>&sel=rack-9')).toEqual(['rack-1', 'rack-2']);
  const seven = Array.from({ length: 7 }, (_, index) => `rack-${index + 1}` as EntityId);
  expect(racksIn(new URL(rackPath(seven), 'http://lab').search)).toEqual(seven.slice(0, 6));
  expect(racksNamed(sampleRacks, 'b0').map(({ name }) => name)).toEqual(['B01', 'B02', 'B03']);
  expect(rackNamed(sampleRacks, 'b02', null)?.id).toBe('rack-2');
  const [first] = racksNamed(sampleRacks, 'B01');
  if (first === undefined) throw new Error('no sample');
  expect(neighbour(sampleRacks, first, 1)?.name).toBe('B02');
  expect(neighbour(sampleRacks, first, -1)).toBeNull();
  expect(rackModel(sampleRacks, first, null).room).toBe('Room 1');
});
