/** Racks against what their feeds and their ratings allow. Pure. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import { ancestorOf } from '../../data/world.ts';
import type { PowerSource } from './power-hub.ts';

export type RackRow = {
  readonly id: EntityId;
  readonly name: string;
  readonly room: string;
  /** kW, of the rack itself. */
  readonly rated: number;
  readonly a: readonly EntityOf<'pdu'>[];
  readonly b: readonly EntityOf<'pdu'>[];
};

export type Band = 'within' | 'over80' | 'failover' | 'over';

/** Shares are of capacity: 1 is full. Null where nothing is measured, or there is no such feed. */
export type RackFigures = {
  readonly a: number | null;
  readonly b: number | null;
  /** kW. */
  readonly total: number | null;
  readonly share: number | null;
  /** What the weaker feed would carry alone; null for a rack with one feed. */
  readonly failover: number | null;
  readonly band: Band;
};

const phaseVolts = 230;
/** NEC: a breaker carries at most so much of its rating for hours on end. */
export const continuous = 0.8;

/** kW that a rack PDU may carry: its own rating, or its breaker's where that is less. */
export function capacityOf({ spec }: EntityOf<'pdu'>): number {
  const phases = spec.phases === 'three' ? 3 : 1;
  return Math.min(spec.ratedPower, (spec.breaker * phaseVolts * phases) / 1000);
}

const capacity = (pdus: readonly EntityOf<'pdu'>[]): number =>
  pdus.reduce((sum, pdu) => sum + capacityOf(pdu), 0);

export function powerOf(
  pdus: readonly EntityOf<'pdu'>[],
  source: Pick<PowerSource, 'powerOf'>,
): number | null {
  let sum: number | null = null;
  for (const { id } of pdus) {
    const power = source.powerOf(id);
    if (power !== null) sum = (sum ?? 0) + power;
  }
  return sum;
}

export function rackRows({ entities }: Inventory, graph: Pick<OneLineGraph, 'racks'>): readonly RackRow[] {
  return [...graph.racks].flatMap(([id, pdus]): RackRow[] => {
    const rack = entities.get(id);
    if (rack?.kind !== 'rack') return [];
    return [
      {
        id,
        name: rack.name,
        room: ancestorOf(entities, id, 'room')?.name ?? '',
        rated: rack.spec.ratedPower,
        a: pdus.filter(({ spec }) => spec.feed === 'A'),
        b: pdus.filter(({ spec }) => spec.feed === 'B'),
      },
    ];
  });
}

const shareOf = (power: number | null, of: number): number | null =>
  power === null || of <= 0 ? null : power / of;

function bandOf(shares: readonly (number | null)[], failover: number | null): Band {
  const most = shares.reduce<number>((top, share) => Math.max(top, share ?? 0), 0);
  if (most > 1) return 'over';
  if (failover !== null && failover > 1) return 'failover';
  return most > continuous ? 'over80' : 'within';
}

export function rackFigures(row: RackRow, source: Pick<PowerSource, 'powerOf'>): RackFigures {
  const [a, b] = [powerOf(row.a, source), powerOf(row.b, source)];
  const [ofA, ofB] = [capacity(row.a), capacity(row.b)];
  const total = a === null && b === null ? null : (a ?? 0) + (b ?? 0);
  const hasBoth = row.a.length > 0 && row.b.length > 0;
  const failover = hasBoth ? shareOf(total, Math.min(ofA, ofB)) : null;
  const found = { a: shareOf(a, ofA), b: shareOf(b, ofB), total, share: shareOf(total, row.rated), failover };
  return { ...found, band: bandOf([found.a, found.b, found.share], failover) };
}

/** The fullest of what a rack hangs on; -1 where nothing is known, so that it sorts last. */
export const fullest = ({ a, b, share }: RackFigures): number => Math.max(a ?? -1, b ?? -1, share ?? -1);

export type RackShow = 'all' | 'over80' | 'over' | 'failover';
export const rackShows = ['all', 'over80', 'over', 'failover'] as const satisfies readonly RackShow[];

export function fitsShow({ band, failover }: RackFigures, show: RackShow): boolean {
  if (show === 'all') return true;
  if (show === 'failover') return failover !== null && failover > 1;
  return show === 'over' ? band === 'over' : band !== 'within';
}

/** Of the three phases' currents: how far the fullest is above their mean, as a share of it. */
export function imbalance(amperes: readonly (number | null)[]): number | null {
  const known = amperes.filter((one) => one !== null);
  if (known.length < 2) return null;
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  return mean <= 0 ? null : Math.max(...known) / mean - 1;
}
