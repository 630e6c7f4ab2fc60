import { expect, test } from 'vitest';
import { facedLab } from '../faced-lab.fixture.ts';
import { nameAll } from './names.ts';

test('FR-130-128 every UPS has one name that NUT can say, and the older keeps the plain one', () => {
  const { put, deps } = facedLab();
  put({ id: 'ups-10', kind: 'ups', name: 'UPS A (west)' });
  put({ id: 'ups-9', kind: 'ups', name: 'UPS_A_west_' });
  put({ id: 'ups-3', kind: 'ups', name: 'UPS.B', parent: 'room-1' });
  put({ id: 'ups-4', kind: 'ups', name: 'ups.b', parent: 'room-2' });
  const names = [...nameAll(deps.world().inventory.ofKind('ups')).values()];
  expect(names.map(({ name, ups }) => [name, ups.id])).toEqual([
    ['UPS.B', 'ups-3'],
    ['ups.b_ups-4', 'ups-4'],
    ['UPS_A_west_', 'ups-9'],
    ['UPS_A__west_', 'ups-10'],
  ]);
});

test('three that would be called alike are three', () => {
  const { put, deps } = facedLab();
  put({ id: 'ups-1', kind: 'ups', name: 'u_ups-3', parent: 'room-1' });
  put({ id: 'ups-2', kind: 'ups', name: 'u', parent: 'room-2' });
  put({ id: 'ups-3', kind: 'ups', name: 'U', parent: 'room-3' });
  expect([...nameAll(deps.world().inventory.ofKind('ups')).keys()]).toEqual([
    'u_ups-3',
    'u',
    'u_ups-3_ups-3',
  ]);
});
