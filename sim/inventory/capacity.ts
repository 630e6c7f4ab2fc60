/** Capacity of an inventory: looked up once, asked many times. */
import { capacityLimitSchema } from '../contract/capacity.ts';
import type { CapacityLevel, CapacityOrder, Placement, PlacementParams } from '../contract/capacity.ts';
import type { EntityId } from '../contract/ids.ts';
import { bookCapacity, pathOfRack } from './capacity-book.ts';
import type { CapacityBook, UsualMachine } from './capacity-book.ts';
import { placementIn } from './capacity-placement.ts';
import { placeOfMany, placeOfRack, shareOf } from './capacity-place.ts';
import type { StillPlace } from './capacity-place.ts';
import type { RackBook } from './capacity-racks.ts';
import type { Inventory } from './inventory.ts';

export type Capacity = {
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

export function capacityOf(inventory: Inventory): Capacity {
  const book = bookCapacity(inventory);
  const known = new Map<EntityId, StillPlace>();
  const sorted = new Map<string, readonly StillPlace[]>();
  const remember = (id: EntityId, make: () => StillPlace): StillPlace => {
    const place = known.get(id) ?? make();
    known.set(id, place);
    return place;
  };
  const ofRack = (rack: RackBook): StillPlace =>
    remember(rack.id, () => placeOfRack(book, rack, pathOfRack(book, rack)));
  const places = ({ level, within }: PlacesAsked): readonly StillPlace[] => {
    if (level === 'rack') return racksIn(book, within).map(ofRack);
    return book.places
      .filter(({ id, kind }) => kind === level && (within === null || lies(inventory, id, within)))
      .map(({ racks, ...identity }) =>
        remember(identity.id, () =>
          placeOfMany(
            book,
            identity,
            racks.flatMap((at) => (book.racks[at] === undefined ? [] : ofRack(book.racks[at]))),
          ),
        ),
      );
  };
  return {
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
}

function racksIn(book: CapacityBook, within: EntityId | null): readonly RackBook[] {
  if (within === null) return book.racks;
  const place = book.places[book.placeAt.get(within) ?? -1];
  return (place?.racks ?? [book.rackAt.get(within) ?? -1]).flatMap((at) => book.racks[at] ?? []);
}

function lies(inventory: Inventory, id: EntityId, within: EntityId): boolean {
  for (let at: EntityId | null = id; at !== null; at = inventory.get(at)?.parent ?? null)
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
