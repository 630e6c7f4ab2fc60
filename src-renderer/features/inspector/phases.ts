/** The phases of a rack PDU or a panel, with what each may carry. Pure. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import { type Inventory, sensorsOf } from '../floor/rack-sensors.ts';

export type Phase = {
  readonly name: string;
  readonly sensor: EntityOf<'sensor'>;
  /** Amperes. */
  readonly rating: number;
};

/** Volts between a phase and neutral, of the 400 V net that the lab simulates. */
const phaseVolts = 230;
/** NEC: a breaker carries at most so much of its rating for hours on end. */
export const continuousShare = 0.8;

const names = ['L1', 'L2', 'L3'] as const;

/** A panel has no breaker rating of its own: its phases share what it is rated for. */
function ratingOf(entity: Entity): number | null {
  if (entity.kind === 'pdu') return entity.spec.breaker;
  if (entity.kind === 'panel') return (entity.spec.ratedPower * 1000) / (names.length * phaseVolts);
  return null;
}

export const isPhaseCurrent = ({ spec }: EntityOf<'sensor'>): boolean =>
  spec.metric === 'current' && names.some((name) => name === spec.place);

export function phasesOf(inventory: Inventory, entity: Entity): readonly Phase[] {
  const rating = ratingOf(entity);
  if (rating === null) return [];
  const sensors = sensorsOf(inventory, entity.id).filter(isPhaseCurrent);
  return names.flatMap((name) => {
    const sensor = sensors.find(({ spec }) => spec.place === name);
    return sensor === undefined ? [] : [{ name, sensor, rating }];
  });
}

export type PhaseBand = 'within' | 'over-80' | 'over';

export function phaseBand(amperes: number | null, rating: number): PhaseBand {
  if (amperes === null || amperes <= continuousShare * rating) return 'within';
  return amperes > rating ? 'over' : 'over-80';
}
