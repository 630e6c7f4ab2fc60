import type { EntityId } from '../../contract/ids.ts';
import type { WireEnd } from '../../compute/cuts.ts';
import type { Adapter } from './adapters.ts';
import { isInside } from './adapters.ts';
import type { LanMap, Router, Segment, Station } from './lan-map.ts';
import type { Exit } from './plugs.ts';

type Leg = {
  readonly from: WireEnd | 'asker';
  readonly to: WireEnd;
  readonly router: EntityId | null;
};
type Way =
  | {
      readonly ok: true;
      /** Who is at its end: behind an address that leads on, the machine itself. */
      readonly station: Station;
      readonly by: Adapter;
      readonly hops: readonly string[];
      readonly legs: readonly Leg[];
      /** Whom the other side takes it to come from. */
      readonly source: string;
    }
  | {
      readonly ok: false;
      readonly reason: 'silent' | 'unreachable' | 'no-route';
      readonly hops: readonly string[];
    };

type Trip = {
  readonly map: LanMap;
  readonly by: Adapter;
  readonly to: string;
  readonly hops: string[];
  readonly legs: Leg[];
  source: string;
};

/** By which cables and routers a packet goes to an address. Power and rules are another matter. */
export function trace(map: LanMap, exit: Exit | null, to: string): Way {
  if (exit === null) return { ok: false, reason: 'no-route', hops: [] };
  const { by, gateway } = exit;
  const segment = by.network === null ? undefined : map.segments.get(by.network.id);
  const trip: Trip = { map, by, to, hops: [], legs: [], source: by.address ?? '' };
  if (segment === undefined) return lost(trip);
  return gateway === null ? reachNear(trip, segment) : leave(trip, segment, gateway);
}

const lost = ({ hops }: Trip): Way => ({ ok: false, reason: 'unreachable', hops });

export const endOf = ({ is, network }: Station): WireEnd => ({
  machine: is.kind === 'computer' ? is.computer : null,
  network: network.id,
});

/** On the same cable. */
function reachNear(trip: Trip, segment: Segment): Way {
  const station = segment.stations.get(trip.to);
  if (station === undefined) return lost(trip);
  trip.legs.push({ from: 'asker', to: endOf(station), router: null });
  return arrive(trip, station);
}

/** Over a router. Another machine takes the packet and hands it on to nobody. */
function leave(trip: Trip, segment: Segment, gateway: string): Way {
  const station = segment.stations.get(gateway);
  if (station?.is.kind === 'computer') return { ok: false, reason: 'silent', hops: [] };
  if (station?.is.kind !== 'router') return lost(trip);
  trip.hops.push(gateway);
  trip.legs.push({ from: 'asker', to: endOf(station), router: station.is.id });
  return segment.router === null ? overCore(trip) : overRouter(trip, segment.router);
}

function overRouter(trip: Trip, router: Router): Way {
  const { map, legs, to } = trip;
  if (!router.spec.isUp) return { ok: false, reason: 'unreachable', hops: [] };
  for (const id of router.spec.networks) {
    const segment = map.segments.get(id);
    if (segment === undefined || !holds(segment, to)) continue;
    const station = segment.stations.get(to);
    if (station === undefined) return lost(trip);
    legs.push({ from: { machine: null, network: id }, to: endOf(station), router: router.id });
    return arrive(trip, station);
  }
  const outside = router.spec.external === null ? undefined : map.segments.get(router.spec.external);
  return outside === undefined ? lost(trip) : getOut(trip, router, outside);
}

/** Out of a project: under the router's address, or the machine's own one outside. */
function getOut(trip: Trip, router: Router, outside: Segment): Way {
  const own = [...outside.stations.values()].find(({ is }) => is.kind === 'router' && is.id === router.id);
  trip.source = floatingOf(trip, outside) ?? own?.address ?? trip.source;
  const end = { machine: null, network: router.spec.external };
  trip.legs.push({ from: end, to: end, router: router.id });
  const station = outside.stations.get(trip.to);
  if (station !== undefined) return arrive(trip, station);
  const gateway = gatewayOf(outside);
  if (holds(outside, trip.to) || gateway === null) return lost(trip);
  trip.hops.push(gateway);
  return overCore(trip);
}

const gatewayOf = ({ networks }: Segment): string | null =>
  networks.flatMap(({ spec }) => spec.subnets).find(({ gateway }) => gateway !== null)?.gateway ?? null;

const floatingOf = ({ by, map }: Trip, outside: Segment): string | null => {
  const segment = by.network === null ? undefined : map.segments.get(by.network.id);
  const self = by.address === null ? undefined : segment?.stations.get(by.address);
  const machine = self?.is.kind === 'computer' ? self.is.computer : null;
  return (
    [...outside.stations.values()].find(({ is }) => is.kind === 'floating' && is.machine === machine)
      ?.address ?? null
  );
};

const holds = ({ networks }: Segment, address: string): boolean =>
  networks.some(({ spec }) => spec.subnets.some((subnet) => isInside(subnet, address)));

/** Between all networks that are nobody's own: the site's own routing. */
function overCore(trip: Trip): Way {
  const { map, to, legs } = trip;
  for (const segment of new Set(map.segments.values())) {
    if (segment.isTenant || !holds(segment, to)) continue;
    const station = segment.stations.get(to);
    if (station === undefined || gatewayOf(segment) === null) return lost(trip);
    legs.push({ from: { machine: null, network: station.network.id }, to: endOf(station), router: null });
    return arrive(trip, station);
  }
  // What a server of names outside the lab would be: it answers where the way leads out.
  return map.servers.has(to) ? serverOutside(trip) : lost(trip);
}

function serverOutside(trip: Trip): Way {
  const { map, by, to } = trip;
  const segment = by.network === null ? undefined : map.segments.get(by.network.id);
  if (segment === undefined || by.network === null) return lost(trip);
  return arrive(trip, { address: to, segment, network: by.network, is: { kind: 'names' } });
}

/** An address that leads on ends at its machine, one router further. */
function arrive(trip: Trip, station: Station): Way {
  const { map, by, hops, legs } = trip;
  const done = (end: Station): Way => ({ ok: true, station: end, by, hops, legs, source: trip.source });
  if (station.is.kind !== 'floating') return done(station);
  const { machine } = station.is;
  for (const segment of new Set(map.segments.values())) {
    if (segment.router?.spec.external !== station.network.id) continue;
    for (const own of segment.stations.values()) {
      if (own.is.kind !== 'computer' || own.is.computer !== machine) continue;
      if (!segment.router.spec.isUp) return lost(trip);
      hops.push(station.address);
      legs.push({
        from: { machine: null, network: own.network.id },
        to: endOf(own),
        router: segment.router.id,
      });
      return done(own);
    }
  }
  return lost(trip);
}
