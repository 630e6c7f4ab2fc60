/** A site as the summary shows it: what its figures say, and where it is. Pure. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { SiteCard } from '../../../sim/contract/sites.ts';
import { healthKind } from '../overview/health-score.tsx';
import type { HealthKind } from '../overview/health-score.tsx';

export type Place = { readonly latitude: number; readonly longitude: number };

export type SiteRow = SiteCard & {
  readonly location: string;
  readonly kind: HealthKind;
  readonly place: Place | null;
};

/** A critical alarm is worse than a score that has points left. */
export function kindOf({ score, alarms }: Pick<SiteCard, 'score' | 'alarms'>): HealthKind {
  const byScore = healthKind(score);
  if (alarms.critical > 0) return 'critical';
  return alarms.major > 0 && byScore !== 'critical' ? 'major' : byScore;
}

export function siteRows(cards: readonly SiteCard[], sites: readonly EntityOf<'site'>[]): readonly SiteRow[] {
  const specs = new Map(sites.map(({ id, spec }) => [id, spec]));
  return cards.map((card) => {
    const { latitude, longitude, location } = specs.get(card.id) ?? {};
    const isPlaced = latitude !== undefined && longitude !== undefined;
    return {
      ...card,
      location: location ?? '',
      kind: kindOf(card),
      place: isPlaced ? { latitude, longitude } : null,
    };
  });
}

/** The map is cut where no one lives: degrees of latitude. */
export const mapEdges = { north: 84, south: -58 } as const;

/** Quarter degrees, as the outlines are drawn. */
export const onMap = ({ latitude, longitude }: Place): { readonly x: number; readonly y: number } => ({
  x: (longitude + 180) * 4,
  y: (90 - Math.min(mapEdges.north, Math.max(mapEdges.south, latitude))) * 4,
});
