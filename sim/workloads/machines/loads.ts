/** What machines ask of their hosts, in columns: derived from inventory, guests and time, and never saved. */
import type { Entity, EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { addTo, emptySide, evaluate, fine, grow, heedGuests, megahertzOf, setLine } from './columns.ts';
import type { Blade, Carrier, LoadGround, Moments, Settling, Side, Vm } from './columns.ts';
import { createNameOrder } from './name-order.ts';
import type { NameRanks } from './name-order.ts';
import { createPoolLimits } from './pool-cpu.ts';
import type { Withheld } from './pool-cpu.ts';
import { momentAt, slotBefore } from './share.ts';
import type { Moment } from './share.ts';

export type MachineLoads = {
  /** Columns as they are now. */
  readonly now: (ground: LoadGround) => Columns;
};

type Columns = {
  readonly hosts: Side<Vm>;
  readonly chassis: Side<Blade>;
  /** Grows when what runs on which device changes. */
  readonly devices: number;
  readonly names: () => NameRanks;
  readonly withheld: Withheld;
};

type Seen = { changes: number; guests: number; tick: number; devices: number };

export function createMachineLoads(): MachineLoads {
  const hosts = emptySide<Vm>();
  const chassis = emptySide<Blade>();
  const order = createNameOrder();
  const limits = createPoolLimits();
  let withheld: Withheld = null;
  const seen: Seen = { changes: -1, guests: -1, tick: -1, devices: 0 };
  return {
    now: (ground) => {
      const { inventory, guests, clock } = ground;
      const others = seen.changes !== inventory.changes();
      const moments = createMoments(ground);
      const follows = seen.tick === clock.tick || seen.tick + 1 === clock.tick;
      if (others || !follows) {
        const all = !follows;
        const moved = settle(hosts, { ground, moments, all, machines: 'vm', carriers: 'host' });
        const turned = settle(chassis, { ground, moments, all, machines: 'blade', carriers: 'chassis' });
        if (moved || turned) seen.devices += 1;
      }
      if (seen.guests !== guests.changes()) {
        heedGuests(hosts, ground, moments);
        heedGuests(chassis, ground, moments);
      }
      if (seen.tick !== clock.tick) {
        evaluate(hosts, clock.tick, moments);
        evaluate(chassis, clock.tick, moments);
      }
      if (others || seen.guests !== guests.changes() || seen.tick !== clock.tick)
        withheld = limits(inventory, hosts);
      Object.assign(seen, { changes: inventory.changes(), guests: guests.changes(), tick: clock.tick });
      return { hosts, chassis, devices: seen.devices, names: () => order(hosts.machines), withheld };
    },
  };
}

/** The moment at which machines of each phase were asked last. */
function createMoments({ seed, clock }: LoadGround): Moments {
  const known: (Moment | undefined)[] = [];
  return (phase) => (known[phase] ??= momentAt(seed, clock.epoch, slotBefore(clock.tick, phase)));
}

/** Follows the inventory. True where another device carries, or one no longer does. */
function settle<M extends Vm | Blade>(side: Side<M>, settling: Settling): boolean {
  const { inventory } = settling.ground;
  const machines = inventory.ofKind(settling.machines) as readonly Entity[] as readonly M[];
  const carriers = inventory.ofKind(settling.carriers) as readonly Carrier[];
  const before = side.carriers;
  const stays = carriers.length === before.length && carriers.every((one, at) => isAlike(one, before[at]));
  const moved = !stays || carriers.some((one, at) => deviceOf(one) !== deviceOf(before[at] as Carrier));
  side.carriers = carriers;
  const inPlace = stays && !settling.all && isOnlyLonger(side.machines, machines);
  if (inPlace) follow(side, machines, settling);
  else rebuild(side, machines, settling);
  return moved;
}

/** Alike in all that the columns are made from. */
function isAlike(one: Carrier, other: Carrier | undefined): boolean {
  if (one === other) return true;
  if (other === undefined || one.id !== other.id || one.kind !== other.kind) return false;
  return one.kind === 'chassis' || megahertzOf(one) === megahertzOf(other);
}

export const deviceOf = ({ links }: Carrier): EntityId | undefined => links.runsOn?.[0];
function isOnlyLonger(before: readonly Entity[], after: readonly Entity[]): boolean {
  if (after.length < before.length) return false;
  for (let at = 0; at < before.length; at += 1) {
    if (before[at] !== after[at] && before[at]?.id !== after[at]?.id) return false;
  }
  return true;
}

function follow<M extends Vm | Blade>(side: Side<M>, machines: readonly M[], settling: Settling): void {
  const before = side.machines;
  side.machines = machines;
  if (machines.length > side.carrier.length) grow(side, machines.length);
  for (let at = 0; at < machines.length; at += 1) {
    if (before[at] === machines[at]) continue;
    if (at < before.length) addTo(side, at, -1);
    setLine(side, at, settling);
  }
}

function rebuild<M extends Vm | Blade>(side: Side<M>, machines: readonly M[], settling: Settling): void {
  side.machines = machines;
  side.places.clear();
  side.lines.clear();
  for (const [at, { id }] of side.carriers.entries()) side.places.set(id, at);
  side.sums = new Float64Array(side.carriers.length);
  if (machines.length > side.carrier.length) grow(side, machines.length);
  side.guest.fill(0);
  for (let at = 0; at < machines.length; at += 1) setLine(side, at, settling);
}

/** Its hypervisor, of a host's CPUs. */
export const ownShare = 0.015;

export const capacityOf = ({ spec }: EntityOf<'host'>): number =>
  spec.sockets * spec.coresPerSocket * spec.megahertz;

/** How busy a carrier is, 0 … 1: a host's CPUs, or a chassis' power; null where it is off. */
export function busyOf(carrier: Carrier, sum: number): number | null {
  if (carrier.kind === 'chassis') {
    const share = sum / fine / carrier.spec.slots;
    return share > 1 ? 1 : share;
  }
  if (carrier.spec.power !== 'on') return null;
  const share = ownShare + sum / capacityOf(carrier);
  return share > 1 ? 1 : share;
}
