import { expect, test } from 'vitest';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { type CellReadings, cellAfterKey, cellsOf, cellWords, judgeCells } from './cells.ts';

const sensor = (id: string, metric: string, place: string): EntityOf<'sensor'> =>
  ({ id, kind: 'sensor', spec: { metric, place, source: 'bot' } }) as unknown as EntityOf<'sensor'>;

const string = (more: { readonly voltage?: number; readonly resistance?: number }): CellReadings => ({
  voltages: Float32Array.of(2.23, 2.24, more.voltage ?? 2.23, 2.22, 2.23),
  resistances: Float32Array.of(0.2, 0.21, more.resistance ?? 0.2, 0.19, 0.2),
});
const third = (more: { readonly voltage?: number; readonly resistance?: number }) =>
  judgeCells(string(more)).severities[2];

test('FR-120-206 the sensors of a string are gathered by cell, in the order of their numbers', () => {
  const cells = cellsOf([
    sensor('s1', 'cell-resistance', 'cell-10'),
    sensor('s2', 'cell-voltage', 'cell-02'),
    sensor('s3', 'cell-voltage', 'cell-10'),
    sensor('s4', 'voltage', 'middle'),
  ]);
  expect(cells).toEqual([
    { number: 2, voltage: 's2', resistance: null },
    { number: 10, voltage: 's3', resistance: 's1' },
  ]);
});

test('FR-120-206 only a cell unlike the median of its string is out of line', () => {
  expect(judgeCells(string({})).severities).toEqual([null, null, null, null, null]);
  expect(third({ resistance: 0.24 })).toBeNull();
  expect(third({ resistance: 0.27 })).toBe('major');
  expect(third({ resistance: 0.31 })).toBe('critical');
  expect(third({ voltage: 2.1 })).toBe('minor');
  expect(third({ voltage: 1.9 })).toBe('critical');
});

test('FR-120-206 a string that discharges as a whole is not out of line', () => {
  const low = judgeCells({
    voltages: new Float32Array(6).fill(1.85),
    resistances: new Float32Array(6).fill(0.4),
  });
  expect(low.severities.every((severity) => severity === null)).toBe(true);
});

test('FR-120-206 a cell that was never read is not judged', () => {
  expect(third({ voltage: Number.NaN, resistance: Number.NaN })).toBeNull();
});

test('FR-120-207 a cell is said in words, with how far it is from the median', () => {
  const readings = string({ resistance: 0.3 });
  const cell = { number: 3, voltage: null, resistance: null };
  expect(cellWords({ cell, index: 2 }, readings, judgeCells(readings))).toBe(
    'Cell 3: 2.230\u2009V, 0.30\u2009mΩ, 50\u2009% over the median, critical',
  );
  const unread = string({ voltage: Number.NaN, resistance: Number.NaN });
  expect(cellWords({ cell, index: 2 }, unread, judgeCells(unread))).toBe('Cell 3: –, –');
});

test('FR-120-207 arrows walk the cells, from row to row too, and stop at the ends', () => {
  expect(cellAfterKey('ArrowRight', 3, 40)).toBe(4);
  expect(cellAfterKey('ArrowDown', 3, 40)).toBe(23);
  expect(cellAfterKey('ArrowDown', 23, 40)).toBe(23);
  expect(cellAfterKey('ArrowLeft', 0, 40)).toBe(0);
  expect(cellAfterKey('End', 0, 40)).toBe(39);
  expect(cellAfterKey('x', 0, 40)).toBeNull();
});
