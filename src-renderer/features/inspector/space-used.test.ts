import { expect, test } from 'vitest';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { fromTheTop, unitsUsed } from './space-used.ts';

const device = (
  name: string,
  [position, height]: readonly [number, number],
  face: 'front' | 'rear' | 'both',
): EntityOf<'device'> =>
  ({ kind: 'device', name, spec: { slot: { position, height, face } } }) as EntityOf<'device'>;

test('FR-120-116 a unit that holds devices on both faces is counted once', () => {
  expect(
    unitsUsed([device('a', [1, 2], 'both'), device('b', [42, 1], 'front'), device('c', [42, 1], 'rear')]),
  ).toBe(3);
  expect(unitsUsed([])).toBe(0);
});

test('FR-120-116 devices are listed as they hang, from the top', () => {
  const listed = fromTheTop([
    device('a', [1, 2], 'both'),
    device('sw', [42, 1], 'rear'),
    device('b', [3, 2], 'both'),
  ]);
  expect(listed.map((one) => one.name)).toEqual(['sw', 'b', 'a']);
});
