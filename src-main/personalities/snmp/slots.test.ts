import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { identities } from './mibs/identities.table.ts';
import type { SnmpKind } from './mibs/identities.table.ts';
import { giveSlots, placeOf } from './slots.ts';
import { slotTable } from './slots.table.ts';

const device = (id: string, kind: SnmpKind = 'ups') => ({ id: id as EntityId, kind });
const fresh = new Map<EntityId, number>();
const slotOf = (ids: readonly string[], id: string, before = fresh): number | undefined =>
  giveSlots(
    ids.map((each) => device(each)),
    before,
  ).get(id as EntityId);

test('FR-130-109 a device has the number of its id, whoever else is there', () => {
  expect(slotOf(['ups-3'], 'ups-3')).toBe(3);
  expect(slotOf(['ups-1', 'ups-2', 'ups-3', 'ups-77'], 'ups-3')).toBe(3);
  expect(giveSlots([device('rack-12', 'rack'), device('pdu-12', 'pdu')], fresh)).toEqual(
    new Map([
      ['rack-12', 2012],
      ['pdu-12', 12_013],
    ]),
  );
});

test('FR-130-109 an id without a number has the same place at every start', () => {
  const alone = slotOf(['ups-main'], 'ups-main');
  expect(alone).toBeGreaterThan(0);
  expect(alone).toBeLessThan(slotTable.ups.size);
  expect(slotOf(['ups-1', 'ups-2', 'ups-main'], 'ups-main')).toBe(alone);
});

test('FR-130-109 who has a place keeps it, though a newcomer’s number says it is his', () => {
  const before = giveSlots([device('ups-main')], fresh);
  const place = before.get('ups-main' as EntityId) ?? 0;
  const after = giveSlots([device(`ups-${place}`), device('ups-main')], before);
  expect(after.get('ups-main' as EntityId)).toBe(place);
  expect(after.get(`ups-${place}` as EntityId)).not.toBe(place);
  expect(after.size).toBe(2);
});

test('FR-130-109 a kind with more devices than it has places leaves the rest without, and nobody shares', () => {
  const many = Array.from({ length: 250 }, (_, n) => device(`ups-${n + 1}`));
  const slots = giveSlots(many, fresh);
  expect(slots.size).toBe(slotTable.ups.size - 1);
  expect(new Set(slots.values()).size).toBe(slots.size);
});

test('FR-130-109 no stretch reaches into another', () => {
  const stretches = (Object.keys(identities) as SnmpKind[])
    .map((kind) => slotTable[kind])
    .toSorted((a, b) => a.from - b.from);
  stretches.reduce((end, { from, size }) => {
    expect(from).toBeGreaterThanOrEqual(end);
    return from + size;
  }, 0);
});

test('FR-130-109 by addresses each has its own with one port, by ports each its own on one address', () => {
  expect(placeOf(259, { spread: 'addresses', port: 161 })).toEqual({ host: '127.10.1.3', port: 161 });
  expect(placeOf(3, { spread: 'ports', port: 16_100 })).toEqual({ host: '127.0.0.1', port: 16_103 });
  expect(placeOf(3, { spread: 'ports', port: 0 })).toEqual({ host: '127.0.0.1', port: 0 });
  expect(placeOf(32_001, { spread: 'ports', port: 60_000 })).toBeNull();
});
