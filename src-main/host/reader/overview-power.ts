import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { SystemResilience } from '../../../sim/contract/sites.ts';
import { stateWords } from '../../../sim/contract/state-words.table.ts';
import { redundancyOf } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { feedersIn } from './overview-book.ts';
import type { RackGroup, SiteBook, UpsBook } from './overview-book.ts';

/** Of the things that break it, so many are named. */
export const mostNamed = 8;
/** Racks that are looked at by themselves, because one of their breakers is open. */
const mostOdd = 20;

/** Racks that stand for others, looked at in one go: more would be felt by whoever waits for the page. */
const atOnce = 4;

/** A reckoning that goes on from call to call until every rack was looked at. */
export type Reckoning = {
  /** Null while some racks were not looked at yet. */
  readonly goOn: (world: World) => SystemResilience[] | null;
};

/** How well the racks of a site would bear the loss of any one thing on their way to the grid. */
export function reckonPower(world: World, book: SiteBook): Reckoning {
  const racks = book.rooms.reduce((sum, { racks: all }) => sum + all.length, 0);
  const waiting = alikeIn(world, book);
  const points: Points = {
    kindOf: (id) => world.inventory.get(id)?.kind,
    touched: new Map(),
    dark: { racks: 0 },
  };
  return {
    goOn: (now) => {
      for (const alike of waiting.splice(0, atOnce)) look(now, alike, points);
      return waiting.length > 0 ? null : systemsOf(now, { book, points, racks });
    },
  };
}

function systemsOf(world: World, facts: PowerFacts): SystemResilience[] {
  const { points, racks, book } = facts;
  if (racks === 0) return [];
  const supply = pick(points, ['site', 'utility', 'transformer', 'genset', 'ats']);
  const feeds = pick(points, ['panel', 'pdu']);
  const sized = { of: racks, demand: null, capacity: null };
  const systems: SystemResilience[] = [
    { system: 'supply', level: levelOf(points, supply, 'N+1'), ...told(points, supply), ...sized },
  ];
  if (book.upses.length > 0) systems.push(upsResilience(world, facts));
  systems.push({ system: 'feeds', level: levelOf(points, feeds, '2N'), ...told(points, feeds), ...sized });
  return systems;
}

type Points = {
  readonly kindOf: (id: EntityId) => Kind | undefined;
  /** By what breaks it: how many racks. */
  readonly touched: Map<EntityId, number>;
  readonly dark: { racks: number };
};

/** Groups whose own feeders differ, but whose feeders are fed alike: one rack stands for all of them. */
type Alike = { readonly rack: EntityId; readonly groups: readonly RackGroup[] };

function alikeIn(world: World, { groups }: SiteBook): Alike[] {
  const odd = oddRacks(world);
  const { ids, columns } = world.plant.state.panel;
  const stateOf = new Map(ids.map((id, at) => [id, columns.state[at]]));
  const above = (feed: string): string => {
    const fed = feedersIn(feed).map((id) => {
      const one = world.inventory.get(id);
      // Only what feeds nothing but racks may stand for its like.
      return one?.kind === 'panel' ? `${(one.links.fedBy ?? []).join('+')}=${stateOf.get(id) ?? ''}` : id;
    });
    return `${feed.slice(0, 1)}:${fed.join(',')}${feed.endsWith(' alone') ? ' alone' : ''}`;
  };
  const found: Alike[] = [];
  const classes = new Map<string, RackGroup[]>();
  for (const group of groups.values()) {
    const usual = odd.size === 0 ? group.racks : group.racks.filter((rack) => !odd.has(rack));
    if (usual.length < group.racks.length)
      for (const rack of group.racks)
        if (odd.has(rack)) found.push({ rack, groups: [{ ...group, racks: [rack] }] });
    if (usual.length === 0) continue;
    const key = group.feeds.map(above).join(' ');
    const before = classes.get(key) ?? [];
    before.push({ ...group, racks: usual });
    classes.set(key, before);
  }
  for (const alike of classes.values()) {
    const rack = alike[0]?.racks[0];
    if (rack !== undefined) found.push({ rack, groups: alike });
  }
  return found;
}

function look(world: World, { rack, groups }: Alike, { touched, dark }: Points): void {
  const { level, singlePoints } = redundancyOf(world, rack);
  const own = groups[0]?.feeds.map(feedersIn) ?? [];
  for (const group of groups) {
    if (level === 'none') dark.racks += group.racks.length;
    const feeders = group.feeds.map(feedersIn);
    for (const id of singlePoints) {
      const line = own.findIndex((feed) => feed.includes(id));
      const its = line < 0 ? id : (feeders[line]?.[own[line]?.indexOf(id) ?? 0] ?? id);
      touched.set(its, (touched.get(its) ?? 0) + group.racks.length);
    }
  }
}

/** Racks with an open breaker of their own: what holds for their neighbours does not hold for them. */
function oddRacks({ plant, inventory }: World): ReadonlySet<EntityId> {
  const { ids, columns } = plant.state.pdu;
  const found = new Set<EntityId>();
  for (const [at, id] of ids.entries()) {
    if (columns.breaker[at] !== 0) continue;
    const rack = inventory.get(id)?.parent ?? null;
    if (rack !== null) found.add(rack);
    if (found.size >= mostOdd) break;
  }
  return found;
}

const pick = ({ touched, kindOf }: Points, kinds: readonly Kind[]): EntityId[] =>
  [...touched.keys()].filter((id) => kinds.includes(kindOf(id) ?? 'sensor'));

function levelOf(
  { dark }: Points,
  breaks: readonly EntityId[],
  otherwise: 'N+1' | '2N',
): SystemResilience['level'] {
  if (dark.racks > 0) return 'none';
  return breaks.length > 0 ? 'N' : otherwise;
}

/** The things that touch the most racks first. */
function told(
  { touched, dark }: Points,
  breaks: readonly EntityId[],
): Pick<SystemResilience, 'breaks' | 'touched'> {
  const byReach = breaks.toSorted((a, b) => (touched.get(b) ?? 0) - (touched.get(a) ?? 0));
  const most = byReach[0] === undefined ? 0 : (touched.get(byReach[0]) ?? 0);
  return { breaks: byReach.slice(0, mostNamed), touched: Math.max(dark.racks, most) };
}

type PowerFacts = { readonly book: SiteBook; readonly points: Points; readonly racks: number };

function upsResilience(world: World, { book, points, racks }: PowerFacts): SystemResilience {
  const able = book.upses.filter((one) => isAble(world, one));
  const capacity = able.reduce((sum, { ups }) => sum + ups.spec.ratedPower, 0);
  const largest = able.toSorted((a, b) => b.ups.spec.ratedPower - a.ups.spec.ratedPower)[0];
  const demand = book.upses.reduce((sum, one) => sum + (columnOf(world, one, 'power') ?? 0), 0);
  const single = pick(points, ['ups']);
  const sized = { system: 'ups' as const, of: racks, demand, capacity };
  if (points.dark.racks > 0 || demand > capacity)
    return { ...sized, level: 'none', ...told(points, single), touched: Math.max(points.dark.racks, 1) };
  if (single.length > 0) return { ...sized, level: 'N', ...told(points, single) };
  const spare = capacity - (largest?.ups.spec.ratedPower ?? 0);
  if (demand > spare)
    return { ...sized, level: 'N', breaks: largest === undefined ? [] : [largest.ups.id], touched: racks };
  return { ...sized, level: 2 * demand <= capacity ? '2N' : 'N+1', breaks: [], touched: 0 };
}

const unable: readonly string[] = ['off', 'failed', 'on-bypass'];

function isAble(world: World, book: UpsBook): boolean {
  const state = columnOf(world, book, 'state');
  return state === null || !unable.includes(stateWords.ups[state] ?? '');
}

function columnOf({ plant }: World, { ups }: UpsBook, column: 'state' | 'power'): number | null {
  const at = plant.state.ups.ids.indexOf(ups.id);
  return at < 0 ? null : (plant.state.ups.columns[column][at] ?? null);
}
