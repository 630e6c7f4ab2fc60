/**
 * Stranded capacity: what is there and cannot be used, because something else has run out first. Free space is filled,
 * in thought, with the average machine of the lab: the units that are left over are stranded by what ran out, and so
 * is the power that is left over when space ran out first.
 */
import type { CapacityLimit, CapacityPlace } from '../contract/capacity.ts';
import type { UsualMachine } from './capacity-book.ts';

type Stranded = CapacityPlace['stranded'];
type Limits = Pick<CapacityPlace, 'ports'> & {
  readonly space: Pick<CapacityPlace['space'], 'free'>;
  readonly power: Pick<CapacityPlace['power'], 'used' | 'reserved' | 'of'>;
  readonly cooling: Pick<CapacityPlace['cooling'], 'used' | 'reserved' | 'of'>;
};
type Amount = { readonly used: number; readonly reserved: number; readonly of: number | null };
type Usable = { readonly units: number; readonly because: CapacityLimit };

const left = ({ used, reserved, of }: Amount): number =>
  of === null ? Number.POSITIVE_INFINITY : Math.max(0, of - used - reserved);

/** Whole units, but for the last bits of a division. */
const wholeUnits = (amount: number, perUnit: number): number =>
  perUnit > 0 ? Math.floor(amount / perUnit + 1e-9) : Number.POSITIVE_INFINITY;

function usableUnits({ power, cooling, ports }: Limits, machine: UsualMachine, space: number): Usable {
  const bounds: readonly Usable[] = [
    { because: 'space', units: space },
    { because: 'power', units: wholeUnits(left(power), machine.kilowattsPerUnit) },
    { because: 'cooling', units: wholeUnits(left(cooling), machine.kilowattsPerUnit) },
    { because: 'ports', units: wholeUnits(left(ports), machine.portsPerUnit) },
  ];
  return bounds.reduce((least, one) => (one.units < least.units ? one : least));
}

type Racks = readonly { readonly space: { readonly free: number }; readonly stranded: Stranded }[];

/** kW that are left over once so many units are filled. Where power itself ran out, that is less than a unit's worth. */
function powerLeft({ power }: Limits, machine: UsualMachine, { units, because }: Usable): number {
  const over = left(power) - units * machine.kilowattsPerUnit;
  return because === 'power' || over < 1e-9 ? 0 : over;
}

export function rackStranded(limits: Limits, machine: UsualMachine): Stranded {
  const usable = usableUnits(limits, machine, limits.space.free);
  const units = limits.space.free - usable.units;
  const kilowatts = powerLeft(limits, machine, usable);
  return { units, kilowatts, because: units === 0 && kilowatts === 0 ? null : usable.because };
}

/** Units that a rack cannot use, its place cannot use either; what racks share may strand more, or leave less power. */
export function strandedIn(limits: Limits, racks: Racks, machine: UsualMachine): Stranded {
  const fillable = sum(racks, ({ space, stranded }) => space.free - stranded.units);
  const usable = usableUnits(limits, machine, fillable);
  const units = limits.space.free - usable.units;
  const over = powerLeft(limits, machine, usable);
  const isOfRacks = usable.because === 'space';
  const kilowatts = isOfRacks
    ? Math.min(
        over,
        sum(racks, ({ stranded }) => stranded.kilowatts),
      )
    : over;
  if (units === 0 && kilowatts === 0) return { units, kilowatts, because: null };
  return { units, kilowatts, because: isOfRacks ? mostOf(racks) : usable.because };
}

const sum = (racks: Racks, of: (rack: Racks[number]) => number): number =>
  racks.reduce((total, rack) => total + of(rack), 0);

/** What strands the most units of the racks; space where it strands power alone. */
function mostOf(racks: Racks): CapacityLimit {
  const by = new Map<CapacityLimit, number>();
  for (const { stranded } of racks)
    if (stranded.because !== null && stranded.units > 0)
      by.set(stranded.because, (by.get(stranded.because) ?? 0) + stranded.units);
  return [...by].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'space';
}
