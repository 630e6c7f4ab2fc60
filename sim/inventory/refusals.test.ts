import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { RefusalCode } from '../contract/result.ts';
import { worldHash } from '../kernel/snapshot.ts';
import { did, put, smallLab } from '../testing/small-lab.ts';
import { device, id, rack } from './new-items.fixture.ts';

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
