import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { SiteCard } from '../../../sim/contract/sites.ts';
import type { Inventory } from '../../../sim/index.ts';
import { bookOverview } from './overview-book.ts';
import type { OverviewBook, SiteBook } from './overview-book.ts';
import { createEnergyToday } from './overview-energy.ts';
import { hottestOf, inletsOf, knownOf, meanOf, sitePower } from './overview-readings.ts';
import type { Freshness } from './overview-readings.ts';
import { createResilience } from './overview-resilience.ts';
import { describeRoom } from './overview-rooms.ts';
import { scoreOf, scoreParts } from './overview-score.ts';
import type { Params, ReaderDeps } from './params.ts';
import { seenAlarms } from './seen-alarms.ts';

type Answers = {
  readonly [Name in 'overview' | 'sites']: (params: Params<Name>) => Result<QueryAnswer<Name>>;
};
type Deps = Pick<ReaderDeps, 'session' | 'board' | 'status'>;

/** Three of the slowest bot's periods, in lab milliseconds. */
const freshMillis = 180_000;

/** Everything but redundancy comes from readings, as on a real wall: what no sensor says is not known. */
export function createOverviewAnswers({ session, board, status }: Deps): Answers {
  let known: { readonly of: Inventory; readonly layout: number; readonly book: OverviewBook } | null = null;
  const resilience = createResilience();
  const energyToday = createEnergyToday(session);
  const book = (): OverviewBook => {
    const { inventory } = session().world;
    const layout = inventory.layout();
    if (known?.of !== inventory || known.layout !== layout)
      known = { of: inventory, layout, book: bookOverview(inventory) };
    return known.book;
  };
  const scopeOf = (sites: readonly SiteBook[]): Scope => {
    const { world } = session();
    const fresh = { board, world, millis: freshMillis * status().stretch };
    const all = book();
    const ids = new Set(sites.map(({ site }) => site.id));
    const open = seenAlarms(world).filter(({ source }) => {
      const site = all.siteOf(source);
      return site === null ? sites.length === all.sites.length : ids.has(site);
    });
    return { fresh, sites, open, roomOf: all.roomOf, resilience: resilience(fresh, sites) };
  };
  return {
    overview: ({ site }) => {
      const { sites } = book();
      const meant = site === undefined ? sites : sites.filter((one) => one.site.id === site);
      if (site !== undefined && meant.length === 0)
        return refused('unknown-entity', `There is no site ${site}`, { where: 'site' });
      return accepted(overviewOf(scopeOf(meant)));
    },
    sites: () =>
      accepted({ items: book().sites.map((one) => cardOf(scopeOf([one]), one, energyToday(one))) }),
  };
}

type Scope = {
  readonly fresh: Freshness;
  readonly sites: readonly SiteBook[];
  /** Alarms that ring there. */
  readonly open: readonly Alarm[];
  readonly roomOf: OverviewBook['roomOf'];
  readonly resilience: Overview['resilience'];
};

function overviewOf({ fresh, sites, open, roomOf, resilience }: Scope): Overview {
  const rooms = sites.flatMap((site) => site.rooms);
  const inlets = inletsOf(fresh, rooms);
  const known = knownOf(inlets);
  const hottest = hottestOf(known);
  const power = sitePower(fresh, sites);
  const parts = scoreParts({ inlets, open, pue: power.pue });
  const ringing = Map.groupBy(open, ({ source }) => roomOf(source));
  return {
    score: scoreOf(parts),
    parts,
    ...power,
    meanInlet: meanOf(known),
    maxInlet: hottest?.value ?? null,
    maxInletRack: hottest?.rack ?? null,
    alarms: tally(open),
    rooms: rooms.map((room) => describeRoom(fresh, room, ringing.get(room.room.id) ?? [])),
    trends: trendsOf(sites),
    resilience,
  };
}

function trendsOf(sites: readonly SiteBook[]): Overview['trends'] {
  const only = sites.length === 1 ? sites[0] : undefined;
  return {
    totalPower: only?.meters.get('total-power') ?? null,
    pue: only?.meters.get('pue') ?? null,
    meters: sites.map(({ meters }) => ({
      total: meters.get('total-power') ?? null,
      equipment: meters.get('power') ?? null,
    })),
  };
}

function tally(open: readonly Alarm[]): Overview['alarms'] {
  const count = (severity: Alarm['severity']): number =>
    open.filter((alarm) => alarm.severity === severity).length;
  return {
    critical: count('critical'),
    major: count('major'),
    minor: count('minor'),
    info: count('info'),
    unacknowledged: open.filter((alarm) => alarm.state === 'ACTIVE').length,
  };
}

function cardOf(scope: Scope, { site, rooms }: SiteBook, energyToday: number | null): SiteCard {
  const { fresh, sites, open, resilience } = scope;
  const inlets = inletsOf(fresh, rooms);
  const power = sitePower(fresh, sites);
  const maxInlet = hottestOf(knownOf(inlets))?.value ?? null;
  const id: EntityId = site.id;
  return {
    id,
    name: site.name,
    racks: rooms.reduce((sum, { racks }) => sum + racks.length, 0),
    rooms: rooms.length,
    score: scoreOf(scoreParts({ inlets, open, pue: power.pue })),
    ...power,
    maxInlet,
    alarms: tally(open),
    level: resilience.level,
    upsRuntime: resilience.upsRuntime?.minutes ?? null,
    energyToday,
  };
}
