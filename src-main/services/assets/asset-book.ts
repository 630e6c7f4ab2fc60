import type { AssetColumn } from '../../../sim/contract/assets.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { drawnNow, pathTo } from '../../../sim/index.ts';
import type { Inventory, World } from '../../../sim/index.ts';
import { keyBy, mergedInto, sorted, turned } from './asset-order.ts';
import type { Direction, KeyOf } from './asset-order.ts';
import { keptOf } from './asset-row.ts';
import type { Device, Kept, Place } from './asset-row.ts';

/** The devices of one inventory, in whatever order is asked for. Follows each change by what it touched. */
export type AssetBook = {
  /** Brings it up to date; the number changes when anything did. */
  readonly look: (world: World) => number;
  readonly get: (id: EntityId) => Kept | undefined;
  readonly count: () => number;
  readonly inOrder: (world: World, by: { sort: AssetColumn; direction: Direction }) => readonly Kept[];
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
    look: ({ inventory }) => {
      if (shelf.inventory !== inventory) forget(shelf, inventory);
      if (shelf.layout !== inventory.layout()) lookThrough(shelf, inventory);
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
  shelf.kept = new Map();
  shelf.orders = new Map();
}

function lookThrough(shelf: Shelf, inventory: Inventory): void {
  const places = new Map<EntityId | null, Place>();
  const fresh: Kept[] = [];
  shelf.look += 1;
  let met = 0;
  for (const entity of inventory.all()) {
    if (entity.kind !== 'device') continue;
    met += 1;
    const kept = shelf.kept.get(entity.id);
    const place = placeOf(inventory, places, entity);
    if (kept?.entity === entity && kept.row.place === place.path) {
      kept.seen = shelf.look;
      continue;
    }
    if (kept !== undefined) kept.isGone = true;
    const next = keptOf(entity, place, shelf.look);
    shelf.kept.set(entity.id, next);
    fresh.push(next);
  }
  if (met < shelf.kept.size) {
    for (const [id, kept] of shelf.kept) {
      if (kept.seen === shelf.look) continue;
      kept.isGone = true;
      shelf.kept.delete(id);
    }
  }
  follow(shelf, fresh);
  shelf.layout = inventory.layout();
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

function byColumn(shelf: Shelf, column: Steady, direction: Direction): readonly Kept[] {
  const ascending = orderBy(shelf, column).list;
  if (direction === 'ascending') return ascending;
  const descending = shelf.turned.get(column) ?? turned(ascending, keyBy(column));
  shelf.turned.set(column, descending);
  return descending;
}

function orderBy(shelf: Shelf, column: Steady): Order {
  const order = shelf.orders.get(column) ?? madeOrder(shelf, column);
  if (order.look === shelf.look) return order;
  const stays = (kept: Kept): boolean => !kept.isGone;
  order.list = mergedInto(order.list.filter(stays), order.fresh.filter(stays), keyBy(column));
  order.fresh = [];
  order.look = shelf.look;
  return order;
}

function madeOrder(shelf: Shelf, column: Steady): Order {
  const base = column === 'name' ? [...shelf.kept.values()] : byColumn(shelf, 'name', 'ascending');
  const order = { list: sorted(base, keyBy(column)), fresh: [], look: shelf.look };
  shelf.orders.set(column, order);
  return order;
}

/** What is drawn changes with every step: this order holds for one. */
function byDrawn(shelf: Shelf, world: World, direction: Direction): readonly Kept[] {
  const { tick } = world.clock;
  if (shelf.drawn?.tick !== tick) {
    const drawn = drawnNow(world);
    const base = byColumn(shelf, 'name', 'ascending');
    const watts = new Map(base.map((kept) => [kept, drawn(kept.entity)]));
    const keyOf: KeyOf = (kept) => watts.get(kept) ?? 0;
    shelf.drawn = { tick, list: sorted(base, keyOf), keyOf };
  }
  return direction === 'ascending' ? shelf.drawn.list : turned(shelf.drawn.list, shelf.drawn.keyOf);
}
