/** Where asked-for racks would stand, and in which row. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Point } from '../../canvas/floor/viewport.ts';
import { autoPlace, continueRow, type PlaceOrder } from './auto-place.ts';
import { tidy } from './lift.ts';
import { asNewRows, inRow, type NewRack } from './new-things.ts';
import { childrenOf, type Inventory } from './rack-sensors.ts';
import type { RoomFloor } from './room-floor.ts';

/** Wherever they fit, at a point, or on from a row by its id. */
export type PlaceWhere = 'auto' | 'point' | EntityId;

export type Ground = {
  readonly floor: RoomFloor;
  readonly inventory: Inventory;
  readonly point: Point | null;
};

/** A new row from a point to the east, its corner on a tenth of a metre. */
function fromPoint({ x, y }: Point, { width, depth, count, pitch }: PlaceOrder) {
  const onGrid = (middle: number, extent: number): number =>
    tidy(Math.round((middle - extent / 2) * 10) / 10 + extent / 2);
  const start = onGrid(x, width);
  return Array.from({ length: count }, (_, index) => ({
    x: tidy(start + index * pitch),
    y: onGrid(y, depth),
    facing: 'south' as const,
  }));
}

export function proposal(
  { floor, inventory, point }: Ground,
  where: PlaceWhere,
  order: PlaceOrder,
): readonly NewRack[] {
  if (where === 'auto') return asNewRows(floor, autoPlace(floor.plan, order));
  if (where === 'point') return point === null ? [] : asNewRows(floor, fromPoint(point, order));
  const row = floor.rows.find(({ id }) => id === where);
  if (row === undefined) return [];
  const inside = new Set(childrenOf(inventory, row.id).map(({ id }) => id));
  return inRow(
    inventory,
    row,
    continueRow(
      floor.plan.racks.filter(({ id }) => inside.has(id)),
      order,
    ),
  );
}
