import { expect, test } from 'vitest';
import { createReferences, meaningOf, meant, type Path } from './references.ts';

const racks: readonly Path[] = [
  ['west', 'room1', 'A', 'A01'],
  ['west', 'room1', 'A', 'A02'],
  ['west', 'room2', 'A', 'A01'],
];
const sensors: readonly Path[] = [
  ['west', 'room1', 'A', 'A01', 'power'],
  ['west', 'room1', 'A', 'A01', 'pdu-a', 'power'],
  ['west', 'room1', 'A', 'A02', 'power'],
  ['west', 'room1', 'A', 'A02', 'pdu-a', 'power'],
  ['west', 'power'],
];

test('FR-150-012 a reference is as short as it can be and as long as it must be', () => {
  const { shortest } = createReferences(racks);
  expect(racks.map(shortest)).toEqual(['room1/A01', 'A02', 'room2/A01']);
  expect(sensors.map(createReferences(sensors).shortest)).toEqual([
    'A01/power',
    'A01/pdu-a/power',
    'A02/power',
    'A02/pdu-a/power',
    'west/power',
  ]);
});

test.each([racks, sensors])(
  'FR-150-012 what is printed as a reference means that thing and no other',
  (...paths) => {
    const { shortest } = createReferences(paths);
    for (const path of paths) expect(meant(paths, shortest(path), (each) => each)).toEqual([path]);
  },
);

test.each([
  ['A01', 'exactly'],
  ['A/A01', 'exactly'],
  ['room1/A01', 'loosely'],
  ['west/A/A01', 'loosely'],
  ['A/room1/A01', 'not'],
  ['A01/A01', 'not'],
  ['A', 'not'],
  ['', 'not'],
  ['/', 'not'],
])('FR-150-012 %j means room1’s A01 %s', (reference, meaning) => {
  expect(meaningOf(reference, racks[0] ?? [])).toBe(meaning);
});

test('FR-150-012 case is overlooked only where nothing fits with it', () => {
  const paths: readonly Path[] = [['web'], ['WEB'], ['Db']];
  expect(meant(paths, 'web', (each) => each)).toEqual([['web']]);
  expect(meant(paths, 'db', (each) => each)).toEqual([['Db']]);
});
