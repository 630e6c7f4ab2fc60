import type { AssetColumn } from '../../../sim/contract/assets.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { drawnNow, pathTo } from '../../../sim/index.ts';
import type { Inventory, World } from '../../../sim/index.ts';
import { keyBy, mergedInto, sorted, turned } from './asset-order.ts';
import type { Direction, KeyOf } from './asset-order.ts';
import { keptOf } from './asset-row.ts';
import type { Device, Kept, Place } from './asset-row.ts';
import { kept, portions, stepSize } from './in-turns.ts';
import type { Steps } from './in-turns.ts';

/**
 * The devices of one inventory, in whatever order is asked for. Follows each change by what it touched.
 * Its work gives way to others, so one reader at a time may walk through it.
 */
export type AssetBook = {
  /** Brings it up to date; the number changes when anything did. */
  readonly look: (world: World) => Steps<number>;
  readonly get: (id: EntityId) => Kept | undefined;
  readonly count: () => number;
  readonly inOrder: (world: World, by: { sort: AssetColumn; direction: Direction }) => Steps<readonly Kept[]>;
};

/** Above this many changes at once, orders are made anew when they are asked for. */
const few = 5000;

/** An order as it was last asked for, and what has come since. */
type Order = { list: readonly Kept[]; fresh: Kept[]; look: number };

type Shelf = {
  inventory: Inventory | null;
  layout: number;
  look: number;
  kept: Map<EntityId, Kept>;
  /** Ascending, by column; equals stand by their names. */
  orders: Map<AssetColumn, Order>;
  turned: Map<AssetColumn, readonly Kept[]>;
  drawn: { readonly tick: number; readonly list: readonly Kept[]; readonly keyOf: KeyOf } | null;
};

export function createAssetBook(): AssetBook {
  const shelf: Shelf = {
    inventory: null,
    layout: -1,
    look: 0,
    kept: new Map(),
    orders: new Map(),
    turned: new Map(),
    drawn: null,
  };
  return {
    look: function* ({ inventory }) {
      if (shelf.inventory !== inventory) forget(shelf, inventory);
      if (shelf.layout !== inventory.layout()) yield* lookThrough(shelf, inventory);
      return shelf.look;
    },
    get: (id) => shelf.kept.get(id),
    count: () => shelf.kept.size,
    inOrder: (world, { sort, direction }) =>
      sort === 'drawn' ? byDrawn(shelf, world, direction) : byColumn(shelf, sort, direction),
  };
}

function forget(shelf: Shelf, inventory: Inventory): void {
  shelf.inventory = inventory;
  shelf.layout = -1;
  shelf.kept = new Map();
  shelf.orders = new Map();
}

/** What changes while it gives way to others is met by the next look. */
function* lookThrough(shelf: Shelf, inventory: Inventory): Steps<void> {
  const layout = inventory.layout();
  const places = new Map<EntityId | null, Place>();
  const fresh: Kept[] = [];
  shelf.look += 1;
  let [seen, met] = [0, 0];
  for (const entity of inventory.all()) {
    seen += 1;
    if (seen % stepSize === 0) yield;
    if (entity.kind !== 'device') continue;
    met += 1;
    const next = looked(shelf, entity, placeOf(inventory, places, entity));
    if (next !== null) fresh.push(next);
  }
  if (met < shelf.kept.size) yield* dropUnseen(shelf);
  follow(shelf, fresh);
  shelf.layout = layout;
}

/** Null where it is as it was. */
function looked(shelf: Shelf, entity: Device, place: Place): Kept | null {
  const before = shelf.kept.get(entity.id);
  if (before?.entity === entity && before.row.place === place.path) {
    before.seen = shelf.look;
    return null;
  }
  if (before !== undefined) before.isGone = true;
  const next = keptOf(entity, place, shelf.look);
  shelf.kept.set(entity.id, next);
  return next;
}

function* dropUnseen(shelf: Shelf): Steps<void> {
  for (const portion of portions([...shelf.kept.values()])) {
    for (const one of portion) {
      if (one.seen === shelf.look) continue;
      one.isGone = true;
      shelf.kept.delete(one.row.id);
    }
    yield;
  }
}

function placeOf(inventory: Inventory, places: Map<EntityId | null, Place>, { parent }: Device): Place {
  const known = places.get(parent);
  if (known !== undefined) return known;
  const path = parent === null ? [] : pathTo(inventory, parent);
  const place = { name: path.at(-1)?.name ?? '', path: path.map(({ name }) => name).join('/') };
  places.set(parent, place);
  return place;
}

/** Orders that stand are told what is new; each takes it in when it is asked for. */
function follow(shelf: Shelf, fresh: readonly Kept[]): void {
  shelf.turned = new Map();
  shelf.drawn = null;
  for (const [column, order] of shelf.orders) {
    if (order.fresh.length + fresh.length > few) shelf.orders.delete(column);
    else order.fresh.push(...fresh);
  }
}

type Steady = Exclude<AssetColumn, 'drawn'>;

function* byColumn(shelf: Shelf, column: Steady, direction: Direction): Steps<readonly Kept[]> {
  const ascending = (yield* orderBy(shelf, column)).list;
  if (direction === 'ascending') return ascending;
  const descending = shelf.turned.get(column) ?? turned(ascending, keyBy(column));
  shelf.turned.set(column, descending);
  return descending;
}

function* orderBy(shelf: Shelf, column: Steady): Steps<Order> {
  const order = shelf.orders.get(column) ?? (yield* madeOrder(shelf, column));
  if (order.look === shelf.look) return order;
  const stays = ({ isGone }: Kept): boolean => !isGone;
  const list = yield* kept(order.list, stays);
  order.list = yield* mergedInto(list, order.fresh.filter(stays), keyBy(column));
  order.fresh = [];
  order.look = shelf.look;
  return order;
}

function* madeOrder(shelf: Shelf, column: Steady): Steps<Order> {
  const base = column === 'name' ? [...shelf.kept.values()] : yield* byColumn(shelf, 'name', 'ascending');
  const order = { list: yield* sorted(base, keyBy(column)), fresh: [], look: shelf.look };
  shelf.orders.set(column, order);
  return order;
}

/** What is drawn changes with every step: this order holds for one. */
function* byDrawn(shelf: Shelf, world: World, direction: Direction): Steps<readonly Kept[]> {
  const { tick } = world.clock;
  if (shelf.drawn?.tick !== tick) {
    const drawn = drawnNow(world);
    const base = yield* byColumn(shelf, 'name', 'ascending');
    const watts = new Map<Kept, number>();
    for (const portion of portions(base)) {
      for (const one of portion) watts.set(one, drawn(one.entity));
      yield;
    }
    const keyOf: KeyOf = (one) => watts.get(one) ?? 0;
    shelf.drawn = { tick, list: yield* sorted(base, keyOf), keyOf };
  }
  return direction === 'ascending' ? shelf.drawn.list : turned(shelf.drawn.list, shelf.drawn.keyOf);
}
