/** How long racks had power, by the state of the rack or of its rack PDUs: either feed alone is enough. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ReportSource, ReportSpan } from '../../../sim/contract/reports.ts';
import type { Ground, Sensor } from './ground.ts';
import type { Stretch } from './stretches.ts';

export type RackPower = {
  readonly rack: EntityOf<'rack'>;
  /** Milliseconds. */
  readonly read: number;
  readonly powered: number;
};

/** Share of a stretch that had power: a rack says 0 dark, 1 partly, 2 powered; a PDU 0 dead, 1 energised, 2 tripped. */
export function poweredShare({ min, max, mean }: Stretch, kind: 'rack' | 'pdu'): number {
  if (kind === 'rack') return min >= 1 ? 1 : Math.min(1, mean);
  if (max < 2) return mean;
  // Energised and tripped in one stretch: what is over 1 was tripped. With a dead moment besides, nothing is certain.
  return min >= 1 ? 2 - mean : 0;
}

type Watched = { readonly rack: EntityOf<'rack'>; readonly kind: 'rack' | 'pdu' };

export async function measurePower(
  ground: Ground,
  span: ReportSpan,
): Promise<{ readonly racks: readonly RackPower[]; readonly source: ReportSource | null }> {
  const watched = new Map<EntityId, Watched>();
  for (const rack of ground.things('rack')) {
    const own = ground.sensorsOf(rack.id, 'state')[0];
    if (own !== undefined) watched.set(own.id, { rack, kind: 'rack' });
    else for (const sensor of pduStates(ground, rack.id)) watched.set(sensor.id, { rack, kind: 'pdu' });
  }
  if (watched.size === 0) return { racks: [], source: null };
  const sensors = [...watched.keys()].flatMap((id): Sensor[] => {
    const sensor = ground.inventory.get(id);
    return sensor?.kind === 'sensor' ? [sensor] : [];
  });
  const found = new Map<EntityId, { rack: EntityOf<'rack'>; sides: (readonly Piece[])[] }>();
  const take = ({ id }: Sensor, stretches: readonly Stretch[]): void => {
    const one = watched.get(id);
    if (one === undefined) return;
    const pieces = stretches.map((stretch) => ({
      at: stretch.at,
      end: stretch.at + stretch.lasts,
      share: poweredShare(stretch, one.kind),
    }));
    const known = found.get(one.rack.id) ?? { rack: one.rack, sides: [] };
    known.sides.push(joined(pieces));
    found.set(one.rack.id, known);
  };
  const source = await ground.read({ what: ground.words.uptime.availability, sensors, span, take });
  return { racks: [...found.values()].map(({ rack, sides }) => ({ rack, ...together(sides) })), source };
}

function pduStates(ground: Ground, rack: EntityId): readonly Sensor[] {
  return [...ground.inventory.childrenOf(rack)]
    .filter(({ kind }) => kind === 'pdu')
    .flatMap(({ id }) => ground.sensorsOf(id, 'state').slice(0, 1));
}

type Piece = { readonly at: number; readonly end: number; readonly share: number };

/** States seldom change: neighbours that say the same are one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last !== undefined && last.end >= piece.at && last.share === piece.share)
      all[all.length - 1] = { ...last, end: piece.end };
    else all.push(piece);
  }
  return all;
}

/** In each moment the better of the feeds; a moment that only one tells of counts by that one. */
export function together(sides: readonly (readonly Piece[])[]): {
  readonly read: number;
  readonly powered: number;
} {
  const edges = [...new Set(sides.flatMap((side) => side.flatMap(({ at, end }) => [at, end])))].toSorted(
    (a, b) => a - b,
  );
  const places = sides.map(() => 0);
  const sums = { read: 0, powered: 0 };
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined) break;
    const shares = sides.flatMap((side, of) => {
      let place = places[of] ?? 0;
      while ((side[place]?.end ?? Infinity) <= from) place += 1;
      places[of] = place;
      const piece = side[place];
      return piece !== undefined && piece.at <= from ? [piece.share] : [];
    });
    if (shares.length === 0) continue;
    sums.read += to - from;
    sums.powered += (to - from) * Math.max(...shares);
  }
  return sums;
}
