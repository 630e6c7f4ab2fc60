import { expect, test } from 'vitest';
import { anna, did, id, undo } from '../edits/edits.fixture.ts';
import { smallLab } from '../testing/small-lab.ts';
import { overlay } from './decide-many.ts';

test('FR-130-335 many changes are one edit, and one undo takes all of them back', () => {
  const world = smallLab({ seed: 'd3', racks: 3 });
  const ids = ['device-1', 'device-2', 'device-3'].map(id);
  const before = ids.map((one) => world.inventory.get(one));
  did(world, {
    type: 'inventory.change-many',
    changes: ids.map((one) => ({ id: one, spec: { serial: `S-${String(one)}` } })),
  });
  expect(world.inventory.get(id('device-2'))?.spec).toMatchObject({ serial: 'S-device-2' });
  const made = did(world, { type: 'inventory.change-many', changes: [{ id: id('device-1'), name: 'one' }] });
  expect(made.events[0]).toMatchObject({ type: 'edit.made', edit: { title: 'Change device srv' } });
  did(world, undo(), anna);
  const undone = did(world, undo(), anna);
  expect(undone.events.filter(({ type }) => type === 'entity.changed')).toHaveLength(3);
  expect(ids.map((one) => world.inventory.get(one))).toEqual(before);
});

test('FR-130-335 the title of such an edit says how many things of which kind it changed', () => {
  const world = smallLab({ seed: 'd4', racks: 2 });
  const of = (...ids: string[]) =>
    did(world, {
      type: 'inventory.change-many',
      changes: ids.map((one) => ({ id: id(one), name: `new-${one}` })),
    }).events[0];
  expect(of('device-1', 'device-2')).toMatchObject({ edit: { title: 'Change 2 devices' } });
  expect(of('device-1', 'device-2')).toBeUndefined();
  expect(of('row-1', 'room-1')).toMatchObject({ edit: { title: 'Change 2 things' } });
});

test('FR-130-338 a name that a change gives up is free for the next one, and the world knows nothing of it', () => {
  const world = smallLab({ seed: 'd5', racks: 1 });
  const view = overlay(world.inventory);
  const device = world.inventory.get(id('device-1'));
  if (device === undefined) throw new Error('no device');
  const names = () => [...view.childrenOf(id('rack-1'))].map(({ name }) => name);
  view.put({ ...device, name: 'other' });
  view.put({ ...device, id: id('device-9'), name: 'srv' });
  expect(names()).toEqual(['other', 'temperature', 'srv']);
  expect(view.named('rack-1|device|srv')).toBe('device-9');
  expect(view.named('rack-1|device|other')).toBe('device-1');
  expect(world.inventory.get(id('device-1'))?.name).toBe('srv');
  expect(world.inventory.named('rack-1|device|srv')).toBe('device-1');
});
