import { expect, test } from 'vitest';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { giveSlots } from './slots.ts';
import { slotTable } from './slots.table.ts';

const unit = (id: string, kind: Kind) => ({ id: id as EntityId, kind });
const none = new Map<EntityId, number>();
const slotOf = (slots: ReadonlyMap<EntityId, number>, id: string): number | undefined =>
  slots.get(id as EntityId);

test('FR-130-117 a device has the place of its kind and number, whoever else is there', () => {
  const alone = giveSlots([unit('ups-3', 'ups')], none);
  const many = giveSlots(
    [unit('crac-1', 'crac'), unit('ups-1', 'ups'), unit('ups-3', 'ups'), unit('pdu-7', 'pdu')],
    none,
  );
  expect(slotOf(alone, 'ups-3')).toBe(3);
  expect(many).toEqual(
    new Map([
      ['crac-1', 201],
      ['ups-1', 1],
      ['ups-3', 3],
      ['pdu-7', 12_008],
    ]),
  );
});

test('FR-130-117 an id of other letters keeps the place that it was given', () => {
  const first = giveSlots([unit('ups-west', 'ups'), unit('ups-east', 'ups')], none);
  const west = slotOf(first, 'ups-west') ?? 0;
  expect(new Set(first.values()).size).toBe(2);
  expect(giveSlots([unit('ups-east', 'ups'), unit('ups-west', 'ups')], none)).toEqual(first);
  // A newcomer whose number is that very place does not drive it out.
  const later = giveSlots([unit(`ups-${west}`, 'ups'), unit('ups-west', 'ups')], first);
  expect(slotOf(later, 'ups-west')).toBe(west);
  expect(slotOf(later, `ups-${west}`)).not.toBe(west);
});

test('a number beyond its kind’s stretch gets a free place, and a full stretch leaves the rest without', () => {
  const { from, size } = slotTable.genset;
  const all = Array.from({ length: size + 5 }, (_, n) => unit(`genset-${n + 1}`, 'genset'));
  const slots = giveSlots(all, none);
  expect(slots.size).toBe(size - 1);
  expect(Math.min(...slots.values())).toBe(from + 1);
  expect(Math.max(...slots.values())).toBe(from + size - 1);
  expect(slotOf(giveSlots([unit('genset-999', 'genset')], none), 'genset-999')).toBeDefined();
});

test('the stretches do not overlap and end below the last address', () => {
  const ends = Object.values(slotTable).map(({ from, size }) => [from, from + size] as const);
  for (const [n, [from]] of ends.entries()) {
    expect(from).toBeGreaterThanOrEqual(ends[n - 1]?.[1] ?? 0);
  }
  expect(ends.at(-1)?.[1]).toBeLessThan(0x1_0000);
});

test('sensors, rows and equipment have no server', () => {
  const others = [unit('sensor-1', 'sensor'), unit('row-1', 'row'), unit('device-1', 'device')];
  expect(giveSlots(others, none).size).toBe(0);
});
