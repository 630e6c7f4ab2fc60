import type { EntityOf } from '../../contract/entities.ts';
import { bits, hashText } from '../../kernel/chance.ts';
import { batchHabit } from '../../workloads/batch.ts';
import type { BatchHabit } from '../../workloads/batch.ts';
import { integers, numbers } from '../found.ts';
import type { Found, Ground } from '../found.ts';
import { crewsOf } from './crews.ts';
import type { Crews } from './crews.ts';
import { heatLayout } from './heat-layout.ts';
import type { HeatLayout } from './heat-layout.ts';
import { noRunners, runningDevices } from './runners.ts';
import type { Runners } from './runners.ts';

/** What each rack's equipment asks for: who is busy when, and the habits of its users. */
export type LoadLayout = {
  readonly actor: Int32Array;
  readonly habit: Float64Array;
  /** Slow chance at the knots before and after now; drawn anew when a knot is passed. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The knot that `from` was drawn at. */
  readonly knot: { at: number };
  /** These three are made anew when other devices run hosts or carry blades. */
  crews: Crews;
  nights: Nights;
  runners: Runners;
  readonly heat: HeatLayout;
};

/** The jobs of each line of the batch crew, and what of them is to be done in the night that was looked at last. */
type Nights = {
  readonly habits: readonly BatchHabit[];
  /** Of the habits: s from noon to the start. */
  readonly start: Float64Array;
  /** Seconds of work. */
  readonly work: Float64Array;
  readonly night: { at: number };
};

export function loadLayout({ inventory, seed }: Ground, { rack: racks }: Found): LoadLayout {
  const actor = integers(racks, (rack) => hashText(rack.id));
  return {
    actor,
    habit: Float64Array.from(actor, (of) => (bits(seed, of, -1) / 4_294_967_296 - 0.5) * 0.3),
    from: new Float64Array(racks.length),
    to: new Float64Array(racks.length),
    knot: { at: -1 },
    ...staffOf({ inventory, seed }, racks, actor),
    runners: noRunners,
    heat: heatLayout({ inventory, seed }, racks),
  };
}

/** Crews of all devices on which nothing runs, and the nights of those that work by night. */
export function staffOf(
  { inventory, seed }: Ground,
  racks: readonly EntityOf<'rack'>[],
  actor: Int32Array,
): Pick<LoadLayout, 'crews' | 'nights'> {
  const crews = crewsOf(inventory, racks, runningDevices(inventory));
  const habits = Array.from(crews.batch.rack, (rack) => batchHabit(seed, actor[rack] as number));
  const nights: Nights = {
    habits,
    start: numbers(habits, ({ start }) => start),
    work: new Float64Array(habits.length),
    night: { at: Number.NaN },
  };
  return { crews, nights };
}
