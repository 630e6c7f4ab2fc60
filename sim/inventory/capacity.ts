/** Capacity of an inventory: looked up once, asked many times. */
import { capacityLimitSchema } from '../contract/capacity.ts';
import type { CapacityLevel, CapacityOrder, Placement, PlacementParams } from '../contract/capacity.ts';
import type { EntityId } from '../contract/ids.ts';
import { bookCapacity, pathOfRack } from './capacity-book.ts';
import type { CapacityBook, Pieces, PlaceBook, UsualMachine } from './capacity-book.ts';
import type { Ground } from './capacity-chain.ts';
import { placementIn } from './capacity-placement.ts';
import { placeOfMany, placeOfRack, shareOf } from './capacity-place.ts';
import type { StillPlace } from './capacity-place.ts';
import type { RackBook } from './capacity-racks.ts';
import type { Inventory } from './inventory.ts';

export type Capacity = {
  /** What it was reckoned from; the next reckoning spares what has not changed. */
  readonly book: CapacityBook;
  readonly machine: UsualMachine;
  /** Places of a level at or below another; null means everywhere. */
  readonly places: (asked: PlacesAsked) => readonly StillPlace[];
  /** Racks at or below a place; null means everywhere. */
  readonly racksIn: (within: EntityId | null) => readonly EntityId[];
  readonly placement: (asked: Omit<PlacementParams, 'within'>, within: EntityId | null) => Placement;
};

export type PlacesAsked = {
  readonly level: CapacityLevel;
  readonly within: EntityId | null;
  readonly order: CapacityOrder;
};

/** All at once, and no sooner than it is asked for. */
export function capacityOf(inventory: Inventory): Capacity {
  const booking = bookCapacity(inventory, null);
  for (;;) {
    const { done, value } = booking.next();
    if (done === true) return openBook(value).capacity;
  }
}

/** How many racks are reckoned, or gone through for the places they stand in, in one piece. */
const perPiece = { reckoned: 50, summed: 500 } as const;

/** The same in small pieces, ready to be asked for every place; `before` spares what has not changed since. */
export function* capacityInPieces(inventory: Inventory, before: Capacity | null): Pieces<Capacity> {
  const book = yield* bookCapacity(inventory, before?.book ?? null);
  const { capacity, reckon } = openBook(book);
  for (const [at, rack] of book.racks.entries()) {
    reckon.rack(rack);
    if (at % perPiece.reckoned === 0) yield;
  }
  let summed = 0;
  for (const place of book.places) {
    reckon.place(place);
    summed += place.racks.length;
    if (summed < perPiece.summed) continue;
    summed = 0;
    yield;
  }
  return capacity;
}

type Opened = {
  readonly capacity: Capacity;
  readonly reckon: {
    readonly rack: (rack: RackBook) => StillPlace;
    readonly place: (place: PlaceBook) => StillPlace;
  };
};

function openBook(book: CapacityBook): Opened {
  const known = new Map<EntityId, StillPlace>();
  const sorted = new Map<string, readonly StillPlace[]>();
  const remember = (id: EntityId, make: () => StillPlace): StillPlace => {
    const place = known.get(id) ?? make();
    known.set(id, place);
    return place;
  };
  const ofRack = (rack: RackBook): StillPlace =>
    remember(rack.id, () => placeOfRack(book, rack, pathOfRack(book, rack)));
  const ofPlace = ({ racks: numbers, ...identity }: PlaceBook): StillPlace =>
    remember(identity.id, () => {
      const racks = numbers.map((at) => book.racks[at]).filter((rack) => rack !== undefined);
      return placeOfMany(book, identity, { racks, places: racks.map(ofRack) });
    });
  const places = ({ level, within }: PlacesAsked): readonly StillPlace[] => {
    if (level === 'rack') return racksIn(book, within).map(ofRack);
    return book.places
      .filter(({ id, kind }) => kind === level && (within === null || lies(book.ground, id, within)))
      .map(ofPlace);
  };
  const capacity: Capacity = {
    book,
    machine: book.machine,
    places: (asked) => {
      const key = `${asked.level} ${asked.within ?? ''} ${asked.order}`;
      const found = sorted.get(key) ?? inOrder(places(asked), asked.order);
      sorted.set(key, found);
      return found;
    },
    racksIn: (within) => racksIn(book, within).map(({ id }) => id),
    placement: (asked, within) => placementIn(book, racksIn(book, within), asked),
  };
  return { capacity, reckon: { rack: ofRack, place: ofPlace } };
}

function racksIn(book: CapacityBook, within: EntityId | null): readonly RackBook[] {
  if (within === null) return book.racks;
  const place = book.places[book.placeAt.get(within) ?? -1];
  return (place?.racks ?? [book.rackAt.get(within) ?? -1]).flatMap((at) => book.racks[at] ?? []);
}

function lies(ground: Ground, id: EntityId, within: EntityId): boolean {
  for (let at: EntityId | null = id; at !== null; at = ground.get(at)?.parent ?? null)
    if (at === within) return true;
  return false;
}

const limits: readonly string[] = capacityLimitSchema.options;
const isLimit = (order: CapacityOrder): order is (typeof capacityLimitSchema.options)[number] =>
  limits.includes(order);

/** Those of which nothing is known come last; among equals it stays with the order of creation. */
function inOrder(places: readonly StillPlace[], order: CapacityOrder): readonly StillPlace[] {
  if (order === 'place') return places;
  if (order === 'name') {
    return places.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }
  const keyOf = (place: StillPlace): number => {
    if (isLimit(order)) return shareOf(place[order]) ?? -1;
    return order === 'stranded' ? place.stranded.units : (place.first?.share ?? -1);
  };
  return places
    .map((place) => ({ place, key: keyOf(place) }))
    .toSorted((a, b) => b.key - a.key)
    .map(({ place }) => place);
}
