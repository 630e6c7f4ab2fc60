/** What the energy tab asks of the past, and the balance of this moment. */
import { useEffect, useState } from 'react';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { useLabMoment } from '../alarms/use-lab-moment.ts';
import { sensorFor } from '../floor/rack-sensors.ts';
import { metered, startOfDay, startOfMonth } from './energy.ts';
import type { Metered } from './energy.ts';
import type { PowerSource } from './power-hub.ts';
import { powerBalance } from './where-power-goes.ts';
import type { PowerBalance } from './where-power-goes.ts';

const day = 86_400_000;
const renewMillis = 10_000;

export type SiteSensors = {
  readonly total: EntityId | null;
  readonly it: EntityId | null;
  readonly cooling: EntityId | null;
  readonly pue: EntityId | null;
  /** The site's own meter, or those of its utilities where it has none. */
  readonly meters: readonly EntityId[];
};

export function siteSensors(inventory: Inventory, site: EntityId, graph: OneLineGraph): SiteSensors {
  const of = (id: EntityId, metric: Parameters<typeof sensorFor>[2]): EntityId | null =>
    sensorFor(inventory, id, metric)?.id ?? null;
  const own = of(site, 'energy');
  const utilities = [...graph.nodes.values()].flatMap((node) =>
    node.type === 'unit' && node.entity.kind === 'utility' ? (of(node.entity.id, 'energy') ?? []) : [],
  );
  return {
    total: of(site, 'total-power'),
    it: of(site, 'power'),
    cooling: of(site, 'cooling-power'),
    pue: of(site, 'pue'),
    meters: own === null ? utilities : [own],
  };
}

type History = QueryState<QueryAnswer<'history'>>;
export type PueRange = 'day' | 'week';

export type EnergyData = {
  readonly trend: History;
  readonly pue: History;
  readonly today: Metered | null;
  readonly month: Metered | null;
};

type Span = { readonly from: number; readonly to: number; readonly points: number };

const ask = (sensors: readonly (EntityId | null)[], span: Span | null) => {
  const known = sensors.filter((id) => id !== null);
  return span === null || known.length === 0 ? null : { sensors: known, ...span };
};

export function useEnergy(sensors: SiteSensors, site: EntityOf<'site'>, range: PueRange): EnergyData {
  const now = useLabMoment(renewMillis);
  const epoch = useWorld((state) => state.status?.clock.epoch ?? 0);
  const { timezone } = site.spec;
  const since = (from: number, points: number): Span | null =>
    now === null ? null : { from: Math.max(from, epoch), to: Math.max(now, epoch + 1), points };
  const dayStart = now === null ? 0 : startOfDay(now, timezone);
  const monthStart = now === null ? 0 : startOfMonth(now, timezone);
  const back = (millis: number): number => (now ?? 0) - millis;
  const trend = useQuery('history', ask([sensors.total, sensors.it, sensors.cooling], since(back(day), 96)));
  const pue = useQuery('history', ask([sensors.pue], since(back(range === 'day' ? day : 7 * day), 168)));
  const today = useQuery('history', ask(sensors.meters, since(dayStart, 24)));
  const month = useQuery('history', ask(sensors.meters, since(monthStart, 62)));
  return {
    trend,
    pue,
    today: metered(today.data?.series ?? [], dayStart, epoch),
    month: metered(month.data?.series ?? [], monthStart, epoch),
  };
}

const restMillis = 2000;
const rounded = (balance: PowerBalance | null): string =>
  JSON.stringify(balance, (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) : value,
  );

/** Renders where a stage's share is another one to the tenth of a kilowatt, every two seconds at most. */
export function useBalance(graph: OneLineGraph, source: PowerSource): PowerBalance | null {
  const [balance, setBalance] = useState<PowerBalance | null>(() => powerBalance(graph, source.powerOf));
  useEffect(() => {
    const look = (): void => {
      const next = powerBalance(graph, source.powerOf);
      setBalance((last) => (rounded(last) === rounded(next) ? last : next));
    };
    const first = setTimeout(look, 600);
    const timer = setInterval(look, restMillis);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [graph, source]);
  return balance;
}

const ratingOf = (entity: Entity): number =>
  entity.kind === 'transformer' || entity.kind === 'ups' || entity.kind === 'ats'
    ? entity.spec.ratedPower
    : 0;

/** What the site could take from its grid, and what its UPSes could carry: kW; null where nobody said. */
export function siteRatings(graph: OneLineGraph): {
  readonly facility: number | null;
  readonly it: number | null;
} {
  const sums = { transformer: 0, ats: 0, ups: 0 };
  for (const node of graph.nodes.values()) {
    if (node.type !== 'unit') continue;
    const { kind } = node.entity;
    if (kind === 'transformer' || kind === 'ats' || kind === 'ups') sums[kind] += ratingOf(node.entity);
  }
  const facility = sums.transformer > 0 ? sums.transformer : sums.ats;
  return { facility: facility > 0 ? facility : null, it: sums.ups > 0 ? sums.ups : null };
}
