import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Resilience, SystemResilience } from '../../../sim/contract/sites.ts';
import { rideThrough } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { SiteBook } from './overview-book.ts';
import { coolingResilience, worse } from './overview-cooling.ts';
import { mostNamed, reckonPower } from './overview-power.ts';
import type { Reckoning } from './overview-power.ts';
import type { Freshness } from './overview-readings.ts';
import { readingOf } from './overview-readings.ts';

/** What is known of a site's chain, and what is being found out about it. */
type Power = {
  readonly of: string;
  readonly systems: SystemResilience[];
  readonly next: { readonly of: string; readonly reckoning: Reckoning } | null;
};
type Ride = { readonly tick: number; readonly of: string; readonly ride: Resilience['rideThrough'] };

/** Seconds of lab time for which ride-through minutes are believed while nothing else has changed. */
const rideSeconds = 10;

/** Reckons anew only what may have changed: the chain when something in it switched, the rest as time goes by. */
export function createResilience() {
  const powers = new Map<EntityId, Power>();
  const rides = new Map<EntityId, Ride>();
  return (fresh: Freshness, sites: readonly SiteBook[]): Resilience => {
    const { world } = fresh;
    const of = stateOfPlant(world);
    const systems = sites.flatMap((site) => {
      const id = site.site.id;
      if (world.plant.layout === null) return [];
      const power = powerNow(world, { site, of, known: powers.get(id) });
      powers.set(id, power);
      // Of a large site the first answer takes a few calls; half of it would be no answer.
      if (power.systems.length === 0) return [];
      const cooling = coolingResilience(world, site);
      return cooling === null ? power.systems : [...power.systems, cooling];
    });
    const joined = joinSystems(systems);
    return {
      level: joined.reduce<Resilience['level']>(
        (level, one) => (level === null ? one.level : worse(level, one.level)),
        null,
      ),
      systems: joined,
      upsRuntime: shortestRuntime(fresh, sites),
      rideThrough: shortestRide(sites.map((site) => rideOf(world, { site, of, rides }))),
    };
  };
}

type PowerAsked = { readonly site: SiteBook; readonly of: string; readonly known: Power | undefined };

/** A reckoning that was begun is finished, though the chain may have changed again: else a busy one would never end. */
function powerNow(world: World, { site, of, known }: PowerAsked): Power {
  if (known?.of === of && known.next === null) return known;
  const next = known?.next ?? { of, reckoning: reckonPower(world, site) };
  const systems = next.reckoning.goOn(world);
  return systems === null
    ? { of: known?.of ?? '', systems: known?.systems ?? [], next }
    : { of: next.of, systems, next: null };
}

/** What a redundancy hangs on: the wiring, and how its switches stand. */
function stateOfPlant({ plant, inventory, scenarios }: World): string {
  const { ups, ats, genset, panel, utility, pdu } = plant.state;
  let open = 0;
  for (const [at, breaker] of pdu.columns.breaker.entries()) if (breaker === 0) open = open * 31 + at + 1;
  return [
    inventory.layout(),
    ...scenarios.keys(),
    ...[ups.columns.state, ups.columns.mode, ats.columns.state, ats.columns.mode].map((each) =>
      each.join(''),
    ),
    ...[genset.columns.state, genset.columns.mode, panel.columns.breaker, utility.columns.state].map((each) =>
      each.join(''),
    ),
    open,
  ].join(' ');
}

/** Several sites as one: the worst level of each system, and what breaks it there. */
function joinSystems(all: readonly SystemResilience[]): SystemResilience[] {
  const joined = new Map<string, SystemResilience>();
  for (const one of all) {
    const before = joined.get(one.system);
    joined.set(one.system, before === undefined ? one : joinTwo(before, one));
  }
  return [...joined.values()];
}

function joinTwo(a: SystemResilience, b: SystemResilience): SystemResilience {
  const level = worse(a.level, b.level);
  const sum = (x: number | null, y: number | null): number | null =>
    x === null && y === null ? null : (x ?? 0) + (y ?? 0);
  const told = [a, b].filter((one) => one.level === level);
  return {
    system: a.system,
    level,
    breaks: told.flatMap(({ breaks }) => breaks).slice(0, mostNamed),
    touched: told.reduce((count, one) => count + one.touched, 0),
    of: a.of + b.of,
    demand: sum(a.demand, b.demand),
    capacity: sum(a.capacity, b.capacity),
  };
}

function shortestRuntime(fresh: Freshness, sites: readonly SiteBook[]): Resilience['upsRuntime'] {
  const known = sites.flatMap(({ upses }) =>
    upses.flatMap(({ ups, runtime }) => {
      const reading = runtime === null ? null : readingOf(fresh, runtime);
      return runtime === null || reading === null
        ? []
        : [{ ups: ups.id, sensor: runtime, minutes: reading.value, at: reading.at }];
    }),
  );
  return known.toSorted((a, b) => a.minutes - b.minutes)[0] ?? null;
}

type RideFacts = {
  readonly site: SiteBook;
  readonly of: string;
  readonly rides: Map<EntityId, Ride>;
};

function rideOf(world: World, { site, of, rides }: RideFacts): Resilience['rideThrough'] {
  const { tick } = world.clock;
  const known = rides.get(site.site.id);
  if (known?.of === of && tick >= known.tick && tick < known.tick + rideSeconds) return known.ride;
  const ride = shortestRide(
    site.rooms.map(({ room }) => {
      const found = rideThrough(world, room);
      if (found === null) return null;
      const { minutes, limit, heat } = found;
      return { room: room.id, minutes, limit, heat };
    }),
  );
  // Between an edit and the next step nothing is reckoned: what was known goes on.
  const told = ride ?? known?.ride ?? null;
  rides.set(site.site.id, { tick, of, ride: told });
  return told;
}

/** Over two hours is longer than any number of minutes. */
function shortestRide(rides: readonly Resilience['rideThrough'][]): Resilience['rideThrough'] {
  const minutesOf = (ride: NonNullable<Resilience['rideThrough']>): number =>
    ride.minutes ?? Number.POSITIVE_INFINITY;
  const known = rides.filter((ride) => ride !== null);
  return known.toSorted((a, b) => (minutesOf(a) < minutesOf(b) ? -1 : 1))[0] ?? null;
}
