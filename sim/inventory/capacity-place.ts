/** How full a place is, in everything that it can run out of. */
import type { CapacityLimit, CapacityPlace } from '../contract/capacity.ts';
import type { CapacityBook } from './capacity-book.ts';
import { overloadedOver, ownMore, placeMore, rackMore, tolerance } from './capacity-power.ts';
import type { MorePower } from './capacity-book.ts';
import type { RackBook } from './capacity-racks.ts';
import type { Stock } from './capacity-stock.ts';
import { rackStranded, strandedIn } from './capacity-stranded.ts';

/** All of a place but what is drawn at this moment. */
export type StillPlace = Omit<CapacityPlace, 'power' | 'cooling'> & {
  readonly power: Omit<CapacityPlace['power'], 'drawn'>;
  readonly cooling: Omit<CapacityPlace['cooling'], 'drawn'>;
};

type Identity = Pick<CapacityPlace, 'id' | 'kind' | 'name' | 'path'>;
type Subject = {
  readonly identity: Identity;
  readonly racks: readonly RackBook[];
  readonly power: MorePower;
  readonly cooling: Cooling;
  readonly racksOver: number;
};
type Cooling = { readonly of: number | null; readonly ofWithOneOut: number | null };

export function placeOfRack(book: CapacityBook, rack: RackBook, path: string): StillPlace {
  const subject: Subject = {
    identity: { id: rack.id, kind: 'rack', name: rack.name, path },
    racks: [rack],
    power: rackMore(book, rack),
    cooling: coolingShare(book, rack),
    racksOver: isOver(book, rack) ? 1 : 0,
  };
  const still = describe(book, subject);
  return { ...still, stranded: rackStranded(still, book.machine) };
}

/** A row, a room or a site, from its racks and what each of them is as a place. */
export function placeOfMany(
  book: CapacityBook,
  identity: Identity,
  { racks, places }: { readonly racks: readonly RackBook[]; readonly places: readonly StillPlace[] },
): StillPlace {
  const subject = {
    identity,
    racks,
    power: placeMore(book, racks),
    cooling: coolingOf(book, racks, identity),
    racksOver: places.reduce((sum, { racksOver }) => sum + racksOver, 0),
  };
  const still = describe(book, subject);
  return { ...still, stranded: strandedIn(still, places, book.machine) };
}

/** A rack has the share of its room's cooling that it has of the room's rated power. */
function coolingShare({ cooling, places, ratedIn }: CapacityBook, { room, rated }: RackBook): Cooling {
  const place = places[room];
  const all = ratedIn[room] ?? 0;
  if (place === undefined || all === 0) return { of: null, ofWithOneOut: null };
  const { of, largest } = cooling.get(place.id) ?? { of: 0, largest: 0 };
  return { of: (of * rated) / all, ofWithOneOut: ((of - largest) * rated) / all };
}

/** A room and a site have all that their units give, whether racks stand there yet or not. */
function coolingOf(book: CapacityBook, racks: readonly RackBook[], { id, kind, path }: Identity): Cooling {
  const rooms = book.places.filter(
    (place) =>
      place.kind === 'room' && (place.id === id || (kind === 'site' && place.path.startsWith(`${path}/`))),
  );
  const parts =
    kind === 'row'
      ? racks.map((rack) => coolingShare(book, rack))
      : rooms.map((room): Cooling => {
          const { of, largest } = book.cooling.get(room.id) ?? { of: 0, largest: 0 };
          return { of, ofWithOneOut: of - largest };
        });
  return {
    of: total(parts, ({ of }) => of),
    ofWithOneOut: total(parts, ({ ofWithOneOut }) => ofWithOneOut),
  };
}

function total<One>(items: readonly One[], of: (item: One) => number | null): number {
  return items.reduce((sum, item) => sum + (of(item) ?? 0), 0);
}

function stocks(racks: readonly RackBook[], of: (rack: RackBook) => Stock): Stock {
  const sum = { used: 0, reserved: 0 };
  for (const rack of racks) {
    const { used, reserved } = of(rack);
    sum.used += used;
    sum.reserved += reserved;
  }
  return sum;
}

function describe(
  book: CapacityBook,
  { identity, racks, power, cooling, racksOver }: Subject,
): Omit<StillPlace, 'stranded'> & { stranded: StillPlace['stranded'] } {
  const kilowatts = stocks(racks, (rack) => rack.kilowatts);
  const limits = {
    space: {
      ...stocks(racks, (rack) => rack.units),
      of: total(racks, (rack) => rack.heightU),
      free: total(racks, (rack) => rack.free),
      largestGap: largestGap(racks),
    },
    power: { ...kilowatts, of: kilowatts.used + kilowatts.reserved + power.more, limitedBy: power.limitedBy },
    cooling: { ...kilowatts, ...cooling },
    ports: { ...stocks(racks, (rack) => rack.ports), of: portsOf(racks) },
    weight: {
      ...stocks(racks, (rack) => rack.weight),
      of: weightOf(racks),
      unknown: total(racks, (rack) => rack.weight.unknown),
    },
  };
  return {
    ...identity,
    racks: racks.length,
    ...limits,
    stranded: { units: 0, kilowatts: 0, because: null },
    over: [...overMarks(identity, limits), ...chainMarks(book, racks)],
    racksOver,
    first: racks.length === 0 ? null : firstLimit(limits),
  };
}

const largestGap = (racks: readonly RackBook[]): CapacityPlace['space']['largestGap'] => {
  const most = { both: 0, front: 0, rear: 0 };
  for (const gap of racks.map((rack) => rack.largestGap))
    for (const face of ['both', 'front', 'rear'] as const) most[face] = Math.max(most[face], gap[face]);
  return most;
};

/** Null where no switch says how many ports it has. */
const portsOf = (racks: readonly RackBook[]): number | null =>
  racks.some(({ ports }) => ports.offered !== null) ? total(racks, ({ ports }) => ports.offered) : null;

/** Null unless every rack says what it may carry. */
const weightOf = (racks: readonly RackBook[]): number | null =>
  racks.length > 0 && racks.every(({ maxWeight }) => maxWeight !== null)
    ? total(racks, ({ maxWeight }) => maxWeight)
    : null;

type Amount = Stock & { readonly of: number | null };
type Limits = Readonly<Record<CapacityLimit, Amount>>;
/** Where two are alike full, the one that is named first is met first. */
const limitOrder = [
  'space',
  'power',
  'cooling',
  'ports',
  'weight',
] as const satisfies readonly CapacityLimit[];

function overMarks({ id }: Identity, limits: Limits): CapacityPlace['over'] {
  return limitOrder.flatMap((limit) => {
    const { used, reserved, of } = limits[limit];
    // The chain names what bears too much power itself.
    if (of === null || limit === 'power' || used + reserved <= of + tolerance) return [];
    return [{ limit, at: id, used: used + reserved, of }];
  });
}

function chainMarks(book: CapacityBook, racks: readonly RackBook[]): CapacityPlace['over'] {
  const own = racks.flatMap((rack) => {
    const used = rack.kilowatts.used + rack.kilowatts.reserved;
    return used > rack.rated + tolerance ? [{ at: rack.id, used, of: rack.rated }] : [];
  });
  return [...own, ...overloadedOver(book, racks)].map((mark) => ({ limit: 'power' as const, ...mark }));
}

/** By its own limits; not by a panel or UPS that it shares with others. */
function isOver(book: CapacityBook, rack: RackBook): boolean {
  const cooling = coolingShare(book, rack).of;
  const { kilowatts, ports, weight, maxWeight } = rack;
  const exceeds = ({ used, reserved }: Stock, of: number | null): boolean =>
    of !== null && used + reserved > of + tolerance;
  return (
    ownMore(book, rack).more < -tolerance ||
    exceeds(kilowatts, cooling) ||
    exceeds(ports, ports.offered) ||
    exceeds(weight, maxWeight)
  );
}

/** More than this is not told apart: a share must be a number even where there may be nothing at all. */
const fullest = 1000;

export function shareOf({ used, reserved, of }: Amount): number | null {
  if (of === null) return null;
  const taken = used + reserved;
  if (of <= 0) return taken > 0 ? fullest : 1;
  return Math.min(fullest, taken / of);
}

function firstLimit(limits: Limits): CapacityPlace['first'] {
  let first: CapacityPlace['first'] = null;
  for (const limit of limitOrder) {
    const share = shareOf(limits[limit]);
    if (share !== null && (first === null || share > first.share)) first = { limit, share };
  }
  return first;
}
