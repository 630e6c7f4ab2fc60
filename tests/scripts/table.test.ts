import { expect, test } from 'vitest';
import { tableOf } from '../../scripts/bench/table.mjs';

test('figures stand below each other, each beside what was aimed at', () => {
  const table = tableOf([
    { name: 'cold start', value: 812.4, unit: 'ms', limit: 1000 },
    { name: 'tick', value: 2.345, unit: 'ms', limit: 2, note: '10,000 racks' },
    { name: 'commands', value: 6123, unit: '/s', floor: 5000 },
    { name: 'size', value: 12.34, unit: 'MB' },
  ]);
  expect(table.split('\n')).toEqual([
    'what        measured         aim          note',
    'cold start    812 ms  ≤ 1,000 ms  met',
    'tick         2.35 ms      ≤ 2 ms  MISSED  10,000 racks',
    'commands    6,123 /s  ≥ 5,000 /s  met',
    'size         12.3 MB',
  ]);
});
