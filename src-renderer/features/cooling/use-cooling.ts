import { useMemo } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { ancestorOf, useWorld, worldNow } from '../../data/world.ts';
import { useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { plantOf, sitesOf } from './plant-of.ts';
import type { CoolingPlant } from './plant-of.ts';

const hour = 3_600_000;

/** The site of what is selected, else the first. */
export function useSite(): EntityId | null {
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  const selected = useSelection((state) => state.selected);
  const inScope = useScope().site?.id ?? null;
  return useMemo(() => {
    const world = worldNow();
    return layout + story < 0
      ? null
      : (ancestorOf(world.entities, selected, 'site')?.id ?? inScope ?? sitesOf(world)[0]?.id ?? null);
  }, [layout, story, selected, inScope]);
}

/** From the page's own tables, which the watch keeps: there is nothing to ask for. */
export function usePlant(site: EntityId | null): QueryState<CoolingPlant> {
  const phase = useWorld((state) => state.phase);
  const refusal = useWorld((state) => state.refusal);
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  const plant = useMemo(() => {
    if (story === 0 || layout < 0) return null;
    return site === null ? emptyPlant : plantOf(worldNow(), site);
  }, [layout, story, site]);
  const isHere = phase === 'ready';
  return {
    data: plant,
    phase: plant === null ? (phase === 'refused' ? 'error' : 'loading') : isHere ? 'ready' : 'stale',
    refusal,
    retry: () => undefined,
  };
}

const emptyPlant: CoolingPlant = { site: '' as EntityId, units: [], zones: [], loops: [], meters: {} };

/** Lab time to the nearest minute, so that a trend is asked for anew once a minute and not with each status. */
const useMinute = (): number | null =>
  useWorld((state) => (state.status === null ? null : Math.floor(state.status.at / 60_000) * 60_000));

const points = 96;

export function useEfficiency({ meters }: CoolingPlant): QueryState<QueryAnswer<'history'>> {
  const to = useMinute();
  const epoch = useWorld((state) => state.status?.clock.epoch ?? 0);
  const sensors = [meters['cooling-efficiency'], meters['outdoor-temperature'], meters['wet-bulb']].filter(
    (id) => id !== undefined,
  );
  const from = to === null ? 0 : Math.min(to - 60_000, Math.max(epoch, to - 24 * hour));
  return useQuery('history', to === null || sensors.length === 0 ? null : { sensors, from, to, points });
}

/** Of each unit's supply, over two hours. */
export function useSupplyTrends({ units }: CoolingPlant): ReadonlyMap<EntityId, readonly (number | null)[]> {
  const to = useMinute();
  const sensors = units.flatMap(({ sensors: of }) => of['supply-temperature'] ?? of['water-supply'] ?? []);
  const { data } = useQuery(
    'history',
    to === null || sensors.length === 0 ? null : { sensors, from: to - 2 * hour, to, points: 40 },
  );
  return useMemo(
    () => new Map(data?.series.map(({ sensor, mean }) => [sensor as EntityId, mean]) ?? []),
    [data],
  );
}
