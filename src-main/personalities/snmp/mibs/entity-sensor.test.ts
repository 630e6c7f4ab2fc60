import { expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { oidOf } from '../wire/oid.ts';
import { mibOf, tree, watched } from './mib-tree.fixture.ts';

const ups = '1.3.6.1.2.1.33.1';
const sensors = '1.3.6.1.2.1.99.1.1.1';

test('FR-130-104 a rack has a row for each of its sensors, with type, precision and value', () => {
  const lab = watched();
  const mib = mibOf(lab, lab.rack);
  expect(tree(mib, sensors)).toMatchObject({
    '1.2': 8,
    '3.2': 1,
    '4.2': 224,
    '5.2': 1,
    '1.3': 9,
    '3.3': 1,
    '4.3': 456,
    '1.4': 12,
    '4.4': 1,
    '6.4': '0=closed 1=open',
    '1.5': 6,
    '3.5': 0,
    '4.5': 4873,
  });
  expect(tree(mib, '1.3.6.1.2.1.47.1.1.1.1')).toMatchObject({
    '5.1': 3,
    '7.1': 'A01',
    '2.2': 'Temperature at front-middle',
    '4.2': 1,
    '5.2': 8,
    '7.2': 'sensor-1',
  });
});

test('FR-130-104 a cooling unit says its airflow in cubic metres a minute and what its states are called', () => {
  const lab = watched();
  expect(tree(mibOf(lab, lab.crac), sensors)).toMatchObject({
    '1.7': 11,
    '3.7': 1,
    '4.7': 2400,
    '1.8': 1,
    '4.8': 3,
    '6.8': '0=off 1=running 2=starting 3=failed 4=no-power',
  });
});

test('FR-130-104 a sensor keeps its row when another goes, and one without a number has one of its own', () => {
  const lab = watched();
  lab.put({
    id: 'sensor-roof-a',
    kind: 'sensor',
    parent: lab.rack,
    spec: { metric: 'temperature', place: 'rear-top', source: 'bot' },
  });
  lab.says(lab.rack, 'temperature@rear-top', 35.5);
  lab.remove('sensor-1' as EntityId);
  const values = tree(mibOf(lab, lab.rack), `${sensors}.4`);
  expect(Object.keys(values).slice(0, 3)).toEqual(['3', '4', '5']);
  const [index, value] = Object.entries(values).at(-1) ?? [];
  expect(value).toBe(355);
  expect(Number(index)).toBeGreaterThan(2 ** 30);
});

test('FR-130-105 a point that is not there is no object: never a zero', () => {
  const lab = watched();
  for (const metric of [
    'state',
    'power',
    'load',
    'charge',
    'runtime',
    'output-voltage',
    'frequency',
  ] as const) {
    lab.says(lab.ups, metric, null);
  }
  for (const metric of ['voltage', 'current', 'temperature'] as const) lab.says(lab.battery, metric, null);
  const mib = mibOf(lab, lab.ups);
  expect(tree(mib, `${ups}.2`)).toEqual({ '1.0': 1 });
  expect(tree(mib, `${ups}.4`)).toEqual({});
  expect(mib.get(oidOf(`${ups}.4.1.0`))).toBe('noSuchInstance');
  expect(mib.get(oidOf(`${ups}.4.4.1.4.1`))).toBe('noSuchInstance');
  lab.says(lab.ups, 'load', Number.NaN);
  expect(mib.get(oidOf(`${ups}.4.4.1.5.1`))).toBe('noSuchInstance');
});

test('FR-130-105 a sensor without a reading is there, unavailable and without a value', () => {
  const lab = watched();
  const mib = mibOf(lab, lab.rack);
  expect(mib.get(oidOf(`${sensors}.4.6`))).toBe('noSuchInstance');
  expect(mib.get(oidOf(`${sensors}.5.6`))).toEqual({ type: 'integer', value: 2 });
});

test('FR-130-105 the very next request sees what changed', () => {
  const lab = watched();
  const mib = mibOf(lab, lab.rack);
  const temperature = (): unknown => mib.get(oidOf(`${sensors}.4.2`));
  expect(temperature()).toEqual({ type: 'integer', value: 224 });
  lab.says(lab.rack, 'temperature@front-middle', 31.9);
  expect(temperature()).toEqual({ type: 'integer', value: 319 });
});
