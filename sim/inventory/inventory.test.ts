import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { RefusalCode } from '../contract/result.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import { addRack, did, put, smallLab } from '../testing/small-lab.ts';
import { pathTo } from './inventory.ts';

const id = (text: string): never => text as never;
const device = (name: string, more: object = {}, slot: object = {}): CommandInput => ({
  type: 'inventory.create',
  item: {
    kind: 'device',
    name,
    parent: id('rack-1'),
    spec: {
      model: 'm',
      category: 'server',
      slot: { position: 41, height: 1, face: 'front', ...slot },
      idlePower: 1,
      ratedPower: 2,
      ...more,
    } as never,
  },
});
const rack = (name: string, spec: object = {}, parent = 'row-1'): CommandInput => ({
  type: 'inventory.create',
  item: {
    kind: 'rack',
    name,
    parent: id(parent),
    spec: {
      position: { x: 50, y: 5 },
      width: 0.6,
      depth: 1.2,
      facing: 'south',
      heightU: 42,
      ratedPower: 8,
      ...spec,
    } as never,
  },
});

const anvil = {
  model: 'm',
  category: 'other',
  slot: { position: 41, height: 1, face: 'both' },
  idlePower: 0,
  ratedPower: 0,
};
const heavyIn = (parent: string) =>
  ({ kind: 'device', name: 'safe', parent, spec: { ...anvil, weight: 701 } }) as never;

const refusals: readonly [string, CommandInput, RefusalCode][] = [
  ['a slot that is taken', device('x', {}, { position: 40 }), 'slot-taken'],
  ['a slot above the rack', device('x', {}, { position: 42, height: 2 }), 'over-capacity'],
  ['more power than the rack is rated for', device('x', { ratedPower: 4001 }), 'over-capacity'],
  ['a parent that is not there', rack('Z01', {}, 'row-9'), 'unknown-parent'],
  ['a parent of the wrong kind', rack('Z01', {}, 'room-1'), 'wrong-kind'],
  ['a name that is taken, whatever its case', rack('a01'), 'name-taken'],
  ['a place outside the room', rack('Z01', { position: { x: 99.9, y: 5 } }), 'outside-room'],
  ['a place where another rack stands', rack('Z01', { position: { x: 1.3, y: 2 } }), 'slot-taken'],
  [
    'an id that is taken',
    {
      type: 'inventory.create',
      item: { kind: 'site', name: 's', id: id('site-1'), spec: { timezone: 'UTC' } },
    },
    'id-taken',
  ],
  [
    'a metric that the parent does not have',
    {
      type: 'inventory.create',
      item: {
        kind: 'sensor',
        name: 's',
        parent: id('rack-1'),
        spec: { metric: 'pue', place: 'middle', source: 'bot' },
      },
    },
    'wrong-kind',
  ],
  [
    'a link to nothing',
    {
      type: 'inventory.create',
      item: {
        kind: 'pdu',
        name: 'p',
        parent: id('rack-1'),
        links: { fedBy: [id('ups-1')] },
        spec: { model: 'm', feed: 'A', ratedPower: 1 },
      },
    },
    'unknown-entity',
  ],
  ['removing what still holds things', { type: 'inventory.remove', id: id('rack-1') }, 'not-empty'],
  ['removing what is not there', { type: 'inventory.remove', id: id('rack-99') }, 'unknown-entity'],
  [
    'a rack lower than its devices',
    { type: 'inventory.change', id: id('rack-1'), spec: { heightU: 20 } },
    'over-capacity',
  ],
  [
    'a rating below its devices',
    { type: 'inventory.change', id: id('rack-1'), spec: { ratedPower: 3 } },
    'over-capacity',
  ],
  [
    'a room smaller than what stands in it',
    { type: 'inventory.change', id: id('room-1'), spec: { width: 2 } },
    'outside-room',
  ],
  [
    'a field that the kind does not have',
    { type: 'inventory.change', id: id('rack-1'), spec: { colour: 'red' } },
    'invalid-input',
  ],
  [
    'a place for what has none',
    { type: 'inventory.move', id: id('row-1'), position: { x: 1, y: 1 } },
    'wrong-kind',
  ],
  [
    'a slot for what has none',
    { type: 'inventory.move', id: id('rack-1'), slot: { position: 1, height: 1, face: 'both' } },
    'wrong-kind',
  ],
  [
    'a set-point that no such unit can hold',
    { type: 'inventory.change', id: id('crac-1'), spec: { setpoint: 45 } },
    'invalid-input',
  ],
  [
    'a strength below what the rack carries',
    { type: 'inventory.create', item: heavyIn('rack-2') },
    'over-capacity',
  ],
  [
    'moving a row that holds racks',
    { type: 'inventory.move', id: id('row-1'), parent: id('room-2') },
    'not-empty',
  ],
];

test.each(refusals)('FR-010-010 refused: %s', (_, command, code) => {
  const world = smallLab({ seed: '1', racks: 2 });
  did(world, {
    type: 'inventory.create',
    item: {
      kind: 'room',
      name: 'room2',
      parent: id('site-1'),
      spec: { width: 9, depth: 9, envelope: 'A1' } as never,
    },
  });
  did(world, { type: 'inventory.change', id: id('rack-2'), spec: { maxWeight: 700 } });
  const before = worldHash(world);
  const result = put(world, command);
  expect(result).toMatchObject({ ok: false, refusal: { code } });
  expect(worldHash(world)).toBe(before);
});

test('FR-010-011 refusals name the arithmetic', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  const result = put(world, device('x', { ratedPower: 5000 }));
  expect(result).toMatchObject({
    ok: false,
    refusal: { message: 'A01 would draw 9.00 kW at most, it is rated 8 kW', where: 'item.spec.ratedPower' },
  });
});

test('FR-010-011 what is planned keeps its watts and its kilos', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  did(world, { type: 'inventory.change', id: id('rack-1'), spec: { maxWeight: 700 } });
  const planned = { ...anvil, lifecycle: 'planned', weight: 400, ratedPower: 3000 };
  did(world, {
    type: 'inventory.create',
    item: { kind: 'device', name: 'p', parent: id('rack-1'), spec: planned } as never,
  });
  const heavier = { ...anvil, slot: { position: 42, height: 1, face: 'both' }, weight: 350 };
  const carried = put(world, {
    type: 'inventory.create',
    item: { kind: 'device', name: 'q', parent: id('rack-1'), spec: heavier } as never,
  });
  expect(carried).toMatchObject({
    ok: false,
    refusal: { message: 'A01 would carry 750 kg, it bears 700 kg' },
  });
  const fed = put(world, device('r', { ratedPower: 1500, weight: 1 }, { position: 42 }));
  expect(fed).toMatchObject({
    ok: false,
    refusal: { message: 'A01 would draw 8.50 kW at most, it is rated 8 kW' },
  });
});

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
