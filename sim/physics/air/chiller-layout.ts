import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { integers, numbers } from '../found.ts';
import type { Found } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { waterHeat } from './constants.ts';
import type { CracAir } from './crac-layout.ts';

export type ChillerWater = {
  readonly site: Int32Array;
  readonly rated: Float64Array;
  readonly setpoint: Float64Array;
  readonly performance: Float64Array;
  /** kJ/K of the water in the loop and its buffer. */
  readonly heat: Float64Array;
  /** kW and litres/s of its pumps at full flow. */
  readonly pumpPower: Float64Array;
  readonly flowMost: Float64Array;
  readonly hasTower: Int32Array;
  readonly hasEconomiser: Int32Array;
  readonly restart: Float64Array;
  /** Of this second: kW that the coils put into its water; 0 nothing moves, 1 its pumps run, 2 it cools. */
  readonly drawn: Float64Array;
  readonly gives: Int32Array;
};

/** K that the water warms on its way through the coils at design. */
export const waterRise = 6;
/** Pumps where the lab names none: a share of rated cooling. */
const pumpShare = 0.02;
/** Water in coils and pipes, as kJ/K per kW of coil: what a loop holds even without a buffer. */
const pipeHeat = 0.25;

export function chillerWater(
  inventory: Inventory,
  found: Found,
  index: PlantIndex,
): Omit<ChillerWater, 'heat'> {
  const chillers = found.chiller;
  return {
    site: integers(chillers, (one) => index.site.get(above(inventory, one.id, 'site')?.id as EntityId) ?? 0),
    rated: numbers(chillers, ({ spec }) => spec.ratedCooling),
    setpoint: numbers(chillers, ({ spec }) => spec.setpoint),
    performance: numbers(chillers, ({ spec }) => spec.performance),
    pumpPower: numbers(chillers, ({ spec }) => spec.pumpPower ?? pumpShare * spec.ratedCooling),
    flowMost: numbers(chillers, ({ spec }) => spec.ratedCooling / (waterHeat * waterRise)),
    hasTower: integers(chillers, ({ spec }) => (spec.condenser === 'tower' ? 1 : 0)),
    hasEconomiser: integers(chillers, ({ spec }) => (spec.economiser === 'water-side' ? 1 : 0)),
    restart: numbers(chillers, ({ spec }) => spec.restart),
    drawn: new Float64Array(chillers.length),
    gives: new Int32Array(chillers.length),
  };
}

/** Buffers, and never less than the pipes and coils on them hold. */
export function loopHeats(found: Found, cracs: CracAir): Float64Array {
  const pipes = new Float64Array(found.chiller.length);
  for (let i = 0; i < cracs.rated.length; i += 1) {
    for (let at = cracs.from[i] as number; at < (cracs.from[i + 1] as number); at += 1) {
      const chiller = cracs.chillers[at] as number;
      pipes[chiller] = (pipes[chiller] as number) + pipeHeat * (cracs.rated[i] as number);
    }
  }
  return numbers(found.chiller, ({ spec }) => waterHeat * spec.buffer).map((heat, at) =>
    Math.max(heat, pipes[at] as number),
  );
}
