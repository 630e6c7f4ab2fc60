import { expect, test } from 'vitest';
import { mibOf, tree, watched } from './mib-tree.fixture.ts';

const ups = '1.3.6.1.2.1.33.1';

test('FR-130-101 the battery group says charge, minutes, tenths of volts and amperes, degrees', () => {
  const lab = watched();
  expect(tree(mibOf(lab, lab.ups), `${ups}.2`)).toEqual({
    '1.0': 2,
    '2.0': 0,
    '3.0': 13,
    '4.0': 97,
    '5.0': 4802,
    '6.0': -15,
    '7.0': 25,
  });
});

test('FR-130-101 two strings add their currents and show the warmer one', () => {
  const lab = watched();
  const second = lab.put({ id: 'battery-2', kind: 'battery', parent: lab.ups });
  lab.says(second, 'current', 4);
  lab.says(second, 'temperature', 31);
  expect(tree(mibOf(lab, lab.ups), `${ups}.2`)).toMatchObject({ '6.0': 25, '7.0': 31 });
});

test('FR-130-101 input and output have a row for each line, in tenths of hertz and amperes, volts and watts', () => {
  const lab = watched();
  const mib = mibOf(lab, lab.ups);
  expect(tree(mib, `${ups}.3`)).toMatchObject({
    '1.0': 0,
    '2.0': 3,
    '3.1.2.1': 500,
    '3.1.3.2': 231,
    '3.1.4.1': 653,
    '3.1.5.3': 15_100,
  });
  expect(tree(mib, `${ups}.4`)).toMatchObject({
    '1.0': 3,
    '2.0': 500,
    '3.0': 3,
    '4.1.2.1': 230,
    '4.1.3.3': 626,
    '4.1.4.2': 14_400,
    '4.1.5.3': 43,
  });
});

test('FR-130-101 where each line only repeats the whole, the whole is shared among them', () => {
  const lab = watched();
  for (const place of ['L1', 'L2', 'L3'] as const) lab.says(lab.ups, `power@${place}`, 43.2);
  expect(tree(mibOf(lab, lab.ups), `${ups}.4.4.1.4`)).toEqual({ '1': 14_400, '2': 14_400, '3': 14_400 });
});

test('FR-130-101 where the lines are measured one by one, each says its own', () => {
  const lab = watched();
  for (const [place, power] of Object.entries({ L1: 20, L2: 13.2, L3: 10 })) {
    lab.says(lab.ups, `power@${place}`, power);
  }
  lab.says(lab.ups, 'input-voltage@L2', 395);
  const mib = mibOf(lab, lab.ups);
  expect(tree(mib, `${ups}.4.4.1`)).toMatchObject({
    '3.1': 869,
    '4.1': 20_000,
    '4.2': 13_200,
    '4.3': 10_000,
  });
  expect(tree(mib, `${ups}.3.3.1.3`)).toEqual({ '1': 231, '2': 228, '3': 231 });
});

test('FR-130-101 instruments that know only what a UPS gives leave out what it draws', () => {
  const lab = watched();
  lab.says(lab.ups, 'power@input', 43.2);
  const input = tree(mibOf(lab, lab.ups), `${ups}.3.3.1`);
  expect(Object.keys(input)).toEqual(['2.1', '2.2', '2.3', '3.1', '3.2', '3.3']);
});

test.each([
  ['online', 1, 3],
  ['eco', 2, 3],
  ['on-battery', 3, 5],
  ['on-bypass', 4, 4],
  ['off', 0, 2],
  ['failed', 5, 4],
])('FR-130-101 a UPS that is %s says so as the source of its output', (_, state, source) => {
  const lab = watched();
  lab.says(lab.ups, 'state', state);
  expect(tree(mibOf(lab, lab.ups), `${ups}.4`)).toMatchObject({ '1.0': source });
});

test('FR-130-101 without voltage its output has no source', () => {
  const lab = watched();
  lab.says(lab.ups, 'state', 5);
  lab.says(lab.ups, 'output-voltage', 0);
  expect(tree(mibOf(lab, lab.ups), `${ups}.4`)).toMatchObject({ '1.0': 2, '2.0': 0, '4.1.3.1': 0 });
});

test('FR-130-101 only on bypass does the bypass carry the load', () => {
  const lab = watched();
  const mib = mibOf(lab, lab.ups);
  expect(tree(mib, `${ups}.5`)).toMatchObject({ '2.0': 3, '3.1.2.1': 231, '3.1.4.1': 0 });
  lab.says(lab.ups, 'state', 4);
  expect(tree(mib, `${ups}.5`)).toMatchObject({ '3.1.3.1': 622, '3.1.4.1': 14_400 });
});

test('FR-130-102 mains fail: the alarms stand with the time they came, seconds are counted, the input goes dead', () => {
  const lab = watched();
  const world = lab.deps.world();
  const mib = mibOf(lab, lab.ups);
  expect(tree(mib, `${ups}.6`)).toEqual({ '1.0': 0 });
  world.clock.tick = 100 as never;
  lab.says(lab.ups, 'state', 3);
  lab.says(lab.ups, 'input-voltage', 0);
  lab.watch.lookAround();
  world.clock.tick = 145 as never;
  expect(tree(mib, `${ups}.6`)).toEqual({
    '1.0': 2,
    '2.1.2.2': `${ups}.6.3.2`,
    '2.1.2.6': `${ups}.6.3.6`,
    '2.1.3.2': 10_000,
    '2.1.3.6': 10_000,
  });
  expect(tree(mib, `${ups}.2`)).toMatchObject({ '1.0': 2, '2.0': 45 });
  expect(tree(mib, `${ups}.3`)).toMatchObject({ '1.0': 1, '3.1.2.1': 0, '3.1.3.1': 0 });
  lab.says(lab.ups, 'state', 1);
  lab.says(lab.ups, 'input-voltage', 400);
  expect(tree(mib, `${ups}.6`)).toEqual({ '1.0': 0 });
  expect(tree(mib, `${ups}.2`)).toMatchObject({ '2.0': 0 });
});

test('FR-130-102 a lab taken back to before an alarm tells no time from its future', () => {
  const lab = watched();
  const world = lab.deps.world();
  world.clock.tick = 500 as never;
  lab.says(lab.ups, 'state', 3);
  const mib = mibOf(lab, lab.ups);
  expect(tree(mib, `${ups}.2`)).toMatchObject({ '2.0': 0 });
  world.clock.tick = 200 as never;
  lab.watch.lookAround();
  world.clock.tick = 230 as never;
  expect(tree(mib, `${ups}.2`)).toMatchObject({ '2.0': 30 });
});

test.each([
  ['normal', { charge: 60, runtime: 9 }, 2],
  ['low', { charge: 12, runtime: 1.9 }, 3],
  ['depleted', { charge: 0, runtime: 0 }, 4],
  ['unknown', { charge: null, runtime: null }, 1],
])('FR-130-102 a battery is %s', (_, { charge, runtime }, status) => {
  const lab = watched();
  lab.says(lab.ups, 'charge', charge);
  lab.says(lab.ups, 'runtime', runtime);
  expect(tree(mibOf(lab, lab.ups), `${ups}.2`)).toMatchObject({ '1.0': status });
});

test.each([
  ['bad', { metric: 'health', value: 72, alarm: 1 }],
  ['overloaded', { metric: 'load', value: 104, alarm: 8 }],
  ['on bypass', { metric: 'state', value: 4, alarm: 9 }],
  ['switched off', { metric: 'state', value: 0, alarm: 14 }],
  ['broken', { metric: 'state', value: 5, alarm: 18 }],
] as const)('FR-130-102 a UPS that is %s has the alarm for it', (_, { metric, value, alarm }) => {
  const lab = watched();
  lab.says(lab.ups, metric, value);
  expect(tree(mibOf(lab, lab.ups), `${ups}.6.2.1.2`)).toEqual({ [alarm]: `${ups}.6.3.${alarm}` });
});

test('FR-130-102 a hot or disconnected battery has its alarm', () => {
  const lab = watched();
  lab.says(lab.battery, 'temperature', 44);
  lab.says(lab.battery, 'state', 4);
  expect(Object.keys(tree(mibOf(lab, lab.ups), `${ups}.6.2.1.2`))).toEqual(['1', '5']);
});
