import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { slotTable, type ModbusKind } from './slots.table.ts';

type Placed = Pick<Entity, 'id' | 'kind'>;

export const isModbusKind = (kind: Entity['kind']): kind is ModbusKind => kind in slotTable;

/**
 * Gives each device its place. Who has one keeps it; `ups-3` gets the third of its kind; an id without a number, or
 * with one too large, gets a free place that follows from its letters, so that it is the same at the next start.
 * A kind with more devices than its stretch holds leaves the rest without.
 */
export function giveSlots(
  devices: Iterable<Placed>,
  before: ReadonlyMap<EntityId, number>,
): Map<EntityId, number> {
  const slots = new Map<EntityId, number>();
  const taken = new Set<number>();
  const give = (id: EntityId, slot: number | undefined): boolean => {
    if (slot === undefined || taken.has(slot)) return false;
    taken.add(slot);
    slots.set(id, slot);
    return true;
  };
  const known: { readonly id: EntityId; readonly kind: ModbusKind }[] = [];
  // Most of a large lab are sensors: one walk, and no list of them all.
  for (const { id, kind } of devices) if (isModbusKind(kind)) known.push({ id, kind });
  const fresh = known.filter(({ id }) => !give(id, before.get(id)));
  const wandering = fresh.filter(({ id, kind }) => !give(id, numbered(id, kind)));
  for (const { id, kind } of wandering.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    give(id, freeSlot(id, kind, taken));
  }
  return slots;
}

function numbered(id: string, kind: ModbusKind): number | undefined {
  const tail = id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : '';
  if (!/^[1-9]\d{0,5}$/.test(tail)) return undefined;
  const { from, size } = slotTable[kind];
  return Number(tail) < size ? from + Number(tail) : undefined;
}

function freeSlot(id: string, kind: ModbusKind, taken: ReadonlySet<number>): number | undefined {
  const { from, size } = slotTable[kind];
  const start = lettersSum(id) % (size - 1);
  for (let step = 0; step < size - 1; step += 1) {
    const slot = from + 1 + ((start + step) % (size - 1));
    if (!taken.has(slot)) return slot;
  }
  return undefined;
}

/** FNV-1a. */
function lettersSum(text: string): number {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum;
}
