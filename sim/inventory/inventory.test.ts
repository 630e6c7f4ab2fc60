import { expect, test } from 'vitest';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import { addRack, did, put, smallLab } from '../testing/small-lab.ts';
import { pathTo } from './inventory.ts';
import { id, rack } from './new-items.fixture.ts';

test('FR-010-012 a batch is done whole or not at all, and its items may stand on each other', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  const items = [
    { kind: 'row', name: 'B', parent: id('room-1'), id: id('row-7'), spec: { containment: 'none' } },
    {
      kind: 'rack',
      name: 'B01',
      parent: id('row-7'),
      spec: {
        position: { x: 50, y: 5 },
        width: 0.6,
        depth: 1.2,
        facing: 'south',
        heightU: 42,
        ratedPower: 8,
      },
    },
  ] as never[];
  const before = worldHash(world);
  const failed = put(world, { type: 'inventory.create-many', items: [...items, items[1] as never] });
  expect(failed).toMatchObject({ ok: false, refusal: { code: 'name-taken', where: 'items[2].name' } });
  expect(worldHash(world)).toBe(before);
  expect(did(world, { type: 'inventory.create-many', items }).ids).toEqual(['row-7', 'rack-2']);
  expect(
    did(world, {
      type: 'inventory.create',
      item: { kind: 'row', name: 'C', parent: id('room-1'), spec: { containment: 'none' } },
    }).ids,
  ).toEqual(['row-8']);
});

test('FR-010-013 ids are never given twice and names may change', () => {
  const world = smallLab({ seed: '1', racks: 2 });
  did(world, { type: 'inventory.remove', id: id('rack-2'), contents: 'cascade' });
  expect(addRack(world, { row: 'row-1', n: 5, load: 1000 })).toBe('rack-3');
  did(world, { type: 'inventory.change', id: id('rack-1'), name: 'Z99' });
  expect(world.inventory.get(id('rack-1'))?.name).toBe('Z99');
  expect(put(world, rack('A01', { position: { x: 60, y: 5 } })).ok).toBe(true);
});

test('FR-010-014 aliases are given at birth, stable for life, and the same on every machine', () => {
  const [one, two, other] = [
    smallLab({ seed: '1', racks: 1 }),
    smallLab({ seed: '1', racks: 1 }),
    smallLab({ seed: '2', racks: 1 }),
  ];
  const aliases = one.inventory.get(id('rack-1'))?.aliases;
  expect(aliases?.['uuid']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(two.inventory.get(id('rack-1'))?.aliases).toEqual(aliases);
  expect(other.inventory.get(id('rack-1'))?.aliases).not.toEqual(aliases);
  did(one, { type: 'inventory.change', id: id('rack-1'), name: 'Renamed' });
  expect(one.inventory.get(id('rack-1'))?.aliases).toEqual(aliases);
});

test('FR-010-015 removing something ends its alarms and scenarios', () => {
  const world = smallLab({ seed: '1', racks: 2 });
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('rack-1') });
  did(world, { type: 'alarm.raise', rule: 'inlet-warning', sensor: id('sensor-1'), value: 28.4 });
  did(world, { type: 'inventory.remove', id: id('rack-1'), contents: 'cascade' });
  expect(world.alarms.openCount()).toBe(0);
  expect(world.scenarios.size).toBe(0);
  expect(world.inventory.count('device')).toBe(1);
});

test('FR-010-016 a path leads from the site down', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  expect(pathTo(world.inventory, id('device-1')).map(({ kind }) => kind)).toEqual([
    'site',
    'room',
    'row',
    'rack',
    'device',
  ]);
});

test('FR-010-017 a change that changes nothing causes no event', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  expect(did(world, { type: 'inventory.change', id: id('rack-1'), spec: { heightU: 42 } }).events).toEqual(
    [],
  );
});

test('FR-010-019 null takes an optional field away, and one that must be there stays asked for', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  const rack = id('rack-1');
  did(world, { type: 'inventory.change', id: rack, spec: { maxWeight: 900 } });
  did(world, { type: 'inventory.change', id: rack, spec: { maxWeight: null } });
  expect(world.inventory.get(rack)?.spec).not.toHaveProperty('maxWeight');
  expect(put(world, { type: 'inventory.change', id: rack, spec: { heightU: null } })).toMatchObject({
    ok: false,
    refusal: { code: 'invalid-input', where: 'spec.heightU' },
  });
});

test('FR-010-018 siblings stand in order of birth, however they were changed and moved', () => {
  const world = smallLab({ seed: '1', racks: 3 });
  did(world, {
    type: 'inventory.create',
    item: { kind: 'row', name: 'B', parent: id('room-1'), spec: { containment: 'none' } },
  });
  did(world, { type: 'inventory.move', id: id('rack-1'), parent: id('row-2') });
  did(world, { type: 'inventory.move', id: id('rack-1'), parent: id('row-1') });
  did(world, { type: 'inventory.change', id: id('rack-2'), spec: { maxWeight: 900 } });
  const racksIn = (one: typeof world): string[] =>
    [...one.inventory.childrenOf(id('row-1'))].map((rack) => rack.id);
  expect(racksIn(world)).toEqual(['rack-1', 'rack-2', 'rack-3']);
  expect(racksIn(restoreSnapshot(takeSnapshot(world)))).toEqual(racksIn(world));
});
