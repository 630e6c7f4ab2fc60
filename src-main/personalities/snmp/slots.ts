import type { EntityId } from '../../../sim/contract/ids.ts';
import type { SnmpSettings } from './keyring.ts';
import type { SnmpDevice } from './mibs/identities.table.ts';
import { lettersSum } from './id-numbers.ts';
import { slotTable } from './slots.table.ts';
import type { Place } from './open-socket.ts';

type Placed = Pick<SnmpDevice, 'id' | 'kind'>;

/**
 * Gives each device its number. `ups-3` gets the third of its kind; an id without a number, or with one too large,
 * keeps what it has, or gets a free one that follows from its letters. A kind with more devices than its stretch
 * holds leaves the rest without.
 */
export function giveSlots(
  devices: readonly Placed[],
  before: ReadonlyMap<EntityId, number>,
): Map<EntityId, number> {
  const slots = new Map<EntityId, number>();
  const taken = new Set<number>();
  const give = (id: EntityId, slot: number | null): boolean => {
    if (slot === null || taken.has(slot)) return false;
    taken.add(slot);
    slots.set(id, slot);
    return true;
  };
  const fresh = devices.filter(({ id }) => !give(id, before.get(id) ?? null));
  const wandering = fresh.filter((device) => !give(device.id, numbered(device)));
  const inOrder = wandering.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  for (const device of inOrder) give(device.id, freeSlot(device, taken));
  return slots;
}

function numbered({ id, kind }: Placed): number | null {
  const tail = id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : '';
  const { from, size } = slotTable[kind];
  return /^[1-9]\d{0,5}$/.test(tail) && Number(tail) < size ? from + Number(tail) : null;
}

function freeSlot({ id, kind }: Placed, taken: ReadonlySet<number>): number | null {
  const { from, size } = slotTable[kind];
  const start = lettersSum(id) % (size - 1);
  for (let step = 0; step < size - 1; step += 1) {
    const slot = from + 1 + ((start + step) % (size - 1));
    if (!taken.has(slot)) return slot;
  }
  return null;
}

type Spread = Pick<SnmpSettings, 'spread' | 'port'>;
const lastPort = 65_535;

/** Where a slot answers; null where there is no such port. With port 0 the system chooses. */
export function placeOf(slot: number, { spread, port }: Spread): Place | null {
  switch (spread) {
    case 'addresses':
      return { host: `127.10.${slot >> 8}.${slot & 255}`, port };
    case 'ports': {
      const own = port === 0 ? 0 : port + slot;
      return own > lastPort ? null : { host: '127.0.0.1', port: own };
    }
    default:
      return spread satisfies never;
  }
}
