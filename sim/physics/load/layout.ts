import type { EntityOf } from '../../contract/entities.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { bits, hashText } from '../../kernel/chance.ts';
import { integers, numbers } from '../found.ts';
import type { Found, Ground } from '../found.ts';

/** What each rack's equipment asks for: kW idle, the span above it, and the habits of its users. */
export type LoadLayout = {
  readonly actor: Int32Array;
  readonly idle: Float64Array;
  readonly span: Float64Array;
  readonly habit: Float64Array;
  /** Slow chance at the knots before and after now; drawn anew when a knot is passed. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The knot that `from` was drawn at. */
  readonly knot: { at: number };
};

export function loadLayout({ inventory, seed }: Ground, { rack: racks }: Found): LoadLayout {
  const devices = racks.map((rack) => powerIn(inventory, rack));
  const actor = integers(racks, (rack) => hashText(rack.id));
  return {
    actor,
    idle: numbers(devices, (one) => one.idle / 1000),
    span: numbers(devices, (one) => (one.rated - one.idle) / 1000),
    habit: Float64Array.from(actor, (of) => (bits(seed, of, -1) / 4_294_967_296 - 0.5) * 0.3),
    from: new Float64Array(racks.length),
    to: new Float64Array(racks.length),
    knot: { at: -1 },
  };
}

function powerIn(inventory: Inventory, rack: EntityOf<'rack'>): { idle: number; rated: number } {
  const sum = { idle: 0, rated: 0 };
  for (const child of inventory.childrenOf(rack.id)) {
    if (child.kind !== 'device') continue;
    sum.idle += Math.min(child.spec.idlePower, child.spec.ratedPower);
    sum.rated += child.spec.ratedPower;
  }
  return sum;
}
