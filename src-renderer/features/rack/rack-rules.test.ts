import { expect, test } from 'vitest';
import { asWatts } from '../../../sim/contract/units.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { checkText, refusalText } from './check-words.ts';
import { conditionOf } from './condition.ts';
import type { FeedStates } from './condition.ts';
import { checkDrop, verdictOf } from './drop-check.ts';
import type { Drop } from './drop-check.ts';
import { spaceOf } from './elevation.ts';
import type { Device } from './elevation.ts';
import { deltaOf, heatPoints, temperatureAt } from './heat-heights.ts';
import { feedStates } from './live.ts';
import { estimate, sharesOf } from './power-share.ts';
import { neighbour, rackModel, rackNamed, racksNamed, budgetOf } from './rack-model.ts';
import { sampleModels, sampleRacks } from './rack-samples.ts';
import { rackPath, racksIn } from './shown-racks.ts';
import { both, device, pdu, rack } from './rack-parts.fixture.ts';

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
