import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { integers, numbers } from '../found.ts';
import type { Found } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { designRise } from './constants.ts';

/** Flows are in kW/K: mass flow × specific heat. Heats are in kJ/K. */
export type CracAir = {
  readonly room: Int32Array;
  readonly site: Int32Array;
  /** Where it stands, in metres: its puddle grows from there. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rated: Float64Array;
  readonly setpoint: Float64Array;
  /** 1 where it holds the air that comes back, 0 where it holds the air it supplies. */
  readonly holdsReturn: Int32Array;
  /** 1 where its coil is on chilled water. */
  readonly isChilled: Int32Array;
  readonly stages: Float64Array;
  readonly flowMost: Float64Array;
  /** Of coil, casing and the air inside: what makes its supply lag. */
  readonly coilHeat: Float64Array;
  /** kW at full speed. */
  readonly fanPower: Float64Array;
  /** kg/s of steam at most. */
  readonly steamMost: Float64Array;
  /** Its place in the order in which the units of its room start. */
  readonly turn: Float64Array;
  /** Of what is born: °C supplied. */
  readonly supplyTarget: Float64Array;
  /** Chillers whose water it can have: `chillers` from `from[i]` to `from[i + 1]`. */
  readonly from: Int32Array;
  readonly chillers: Int32Array;
  /** Of this second: air through it, kW that its fans put into that air. */
  readonly flow: Float64Array;
  readonly fanHeat: Float64Array;
  /** kW at the coil: out of the air, and out of its moisture. */
  readonly sensible: Float64Array;
  readonly latent: Float64Array;
  /** kg/s of air that the coil strips of moisture, and the water it leaves in it. */
  readonly stripped: Float64Array;
  readonly strippedTo: Float64Array;
  readonly steam: Float64Array;
  /** °C of the chilled water that it gets; which chillers give it: 0 none, 1 those that only pump, 2 those that cool. */
  readonly water: Float64Array;
  readonly source: Int32Array;
};

/** A unit that runs turns its fans no slower than this share of full speed. */
export const leastSpeed = 0.4;
/** Seconds that the supply lags behind the coil at full flow; at half flow twice as long: published 30–60. */
const lagSeconds = 25;
/** A unit of 70 kW has fans of 5 kW and a steam bottle of 8 kg/h. */
const fanShare = 5 / 70;
const steamShare = 8 / 70 / 3600;

export function cracAir(inventory: Inventory, found: Found, index: PlantIndex): CracAir {
  const units = found.crac;
  const empty = (): Float64Array => new Float64Array(units.length);
  const flowMost = numbers(units, (unit) => unit.spec.ratedCooling / designRise);
  const waters = units.map((unit) => chillersOf(inventory, found, unit));
  return {
    room: integers(units, (unit) => index.room.get(unit.parent as EntityId) ?? -1),
    site: integers(units, (unit) => index.site.get(above(inventory, unit.id, 'site')?.id as EntityId) ?? 0),
    x: numbers(units, (unit) => unit.spec.position.x),
    y: numbers(units, (unit) => unit.spec.position.y),
    rated: numbers(units, (unit) => unit.spec.ratedCooling),
    setpoint: numbers(units, (unit) => unit.spec.setpoint),
    holdsReturn: integers(units, (unit) => (unit.spec.control === 'return' ? 1 : 0)),
    isChilled: integers(units, (unit) => (unit.spec.coil === 'chilled-water' ? 1 : 0)),
    stages: numbers(units, (unit) => unit.spec.stages),
    flowMost,
    coilHeat: flowMost.map((flow) => Math.max(lagSeconds * flow, 1)),
    fanPower: numbers(units, ({ spec }) => spec.fanPower ?? fanShare * spec.ratedCooling),
    steamMost: numbers(units, ({ spec }) =>
      spec.humidifier === 'steam' ? steamShare * spec.ratedCooling : 0,
    ),
    turn: turns(units),
    supplyTarget: numbers(units, ({ spec }) =>
      spec.control === 'return' ? spec.setpoint - designRise : spec.setpoint,
    ),
    from: startsOf(waters),
    chillers: Int32Array.from(waters.flat()),
    flow: empty(),
    fanHeat: empty(),
    sensible: empty(),
    latent: empty(),
    stripped: empty(),
    strippedTo: empty(),
    steam: empty(),
    water: empty(),
    source: new Int32Array(units.length),
  };
}

function turns(units: readonly EntityOf<'crac'>[]): Float64Array {
  const counts = new Map<EntityId | null, number>();
  return numbers(units, (unit) => {
    const turn = counts.get(unit.parent) ?? 0;
    counts.set(unit.parent, turn + 1);
    return turn;
  });
}

/** Chillers that name it in `cools`, and those of its site that name none. */
function chillersOf(inventory: Inventory, found: Found, unit: EntityOf<'crac'>): number[] {
  if (unit.spec.coil !== 'chilled-water') return [];
  const site = above(inventory, unit.id, 'site')?.id;
  return found.chiller.flatMap((chiller, at) => {
    const named = chiller.links.cools ?? [];
    const serves = named.length === 0 ? chiller.parent === site : named.includes(unit.id);
    return serves ? [at] : [];
  });
}

function startsOf(lists: readonly (readonly number[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] as number) + list.length;
  });
  return starts;
}
