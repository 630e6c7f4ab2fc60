/** Proposes places for racks: rows front to front over a cold aisle, back to back over a hot one. Pure. */
import { type FloorPlan, frontOf, type RackSpot, type Spot } from '../../canvas/floor/floor-plan.ts';
import { boxOf, isOutside, overlaps } from './layout-rules.ts';
import { tidy } from './lift.ts';

/** Metres before a rack, behind it, and at the ends of rows. */
export const clearances = { front: 1.2, rear: 1, side: 0.9 } as const;

export type RackShape = { readonly width: number; readonly depth: number };

export type PlaceOrder = RackShape & {
  readonly count: number;
  /** From one rack's middle to the next. */
  readonly pitch: number;
};

export type Place = {
  readonly x: number;
  readonly y: number;
  readonly facing: 'north' | 'south';
};

type Blocks = { readonly racks: readonly RackSpot[]; readonly units: readonly Spot[] };

/** How far racks across an aisle must look at each other. */
const sameAisle = 2.4;
const step = 0.1;

const shaped = ({ x, y }: Place, { width, depth }: RackShape): Omit<Spot, 'id' | 'name'> => ({
  x,
  y,
  width,
  depth,
});

/** The floor before or behind a rack that must stay free. */
function zoneOf(
  rack: Pick<RackSpot, 'x' | 'y' | 'width' | 'depth' | 'facing'>,
  side: 'front' | 'rear',
  deep: number,
) {
  const way = frontOf[rack.facing];
  const sign = side === 'front' ? 1 : -1;
  const isUpright = way.x === 0;
  const far = ((isUpright ? rack.depth : rack.width) + deep) / 2;
  return {
    x: rack.x + sign * way.x * far,
    y: rack.y + sign * way.y * far,
    width: isUpright ? rack.width : deep,
    depth: isUpright ? deep : rack.depth,
  };
}

const touches = (one: Omit<Spot, 'id' | 'name'>, other: Omit<Spot, 'id' | 'name'>): boolean =>
  overlaps(boxOf(one), boxOf(other));

/** Air must not be blown at fronts: who stands across looks the same way as this side of the aisle does. */
function aislesAgree(place: Place, shape: RackShape, racks: readonly RackSpot[]): boolean {
  const rack = { ...shaped(place, shape), facing: place.facing };
  return (['front', 'rear'] as const).every((side) => {
    const zone = zoneOf(rack, side, sameAisle);
    return racks
      .filter((other) => touches(zone, other))
      .every((other) => touches(zoneOf(other, side, sameAisle), rack));
  });
}

function fits(place: Place, shape: RackShape, { racks, units }: Blocks): boolean {
  const spot = shaped(place, shape);
  const rack = { ...spot, facing: place.facing };
  const zones = [zoneOf(rack, 'front', clearances.front), zoneOf(rack, 'rear', clearances.rear)];
  if (
    [...racks, ...units].some((other) => touches(spot, other) || zones.some((zone) => touches(zone, other)))
  )
    return false;
  const blocks = racks.some(
    (other) =>
      touches(spot, zoneOf(other, 'front', clearances.front)) ||
      touches(spot, zoneOf(other, 'rear', clearances.rear)),
  );
  return !blocks && aislesAgree(place, shape, racks);
}

function asSpot(place: Place, shape: RackShape, index: number): RackSpot {
  const id = `place-${index}` as RackSpot['id'];
  return { id, name: '', ...shaped(place, shape), facing: place.facing };
}

/** As many as fit, at most `count`; from the north wall down, each row from west to east. */
export function autoPlace({ room, racks, units }: FloorPlan, order: PlaceOrder): readonly Place[] {
  const placed: Place[] = [];
  const standing = [...racks];
  const first = clearances.side + order.width / 2;
  for (let y = clearances.rear + order.depth / 2; y <= room.depth; y = tidy(y + step)) {
    for (const facing of ['south', 'north'] as const) {
      for (
        let x = first;
        x + order.width / 2 + clearances.side <= room.width + 1e-9;
        x = tidy(x + order.pitch)
      ) {
        if (placed.length === order.count) return placed;
        const place: Place = { x: tidy(x), y: tidy(y), facing };
        const spot = asSpot(place, order, placed.length);
        const zones = [zoneOf(spot, 'front', clearances.front), zoneOf(spot, 'rear', clearances.rear)];
        if (zones.some((zone) => isOutside(boxOf(zone), room))) continue;
        if (!fits(place, order, { racks: standing, units })) continue;
        placed.push(place);
        standing.push(spot);
      }
    }
  }
  return placed;
}

/** On from a row's last rack, in the direction in which it was built. */
export function continueRow(
  row: readonly RackSpot[],
  order: PlaceOrder,
): readonly (Omit<Place, 'facing'> & Pick<RackSpot, 'facing'>)[] {
  const last = row.at(-1);
  if (last === undefined) return [];
  const isUpright = frontOf[last.facing].x === 0;
  const before = row.at(-2);
  const back = before !== undefined && (isUpright ? last.x < before.x : last.y < before.y);
  const sign = back ? -1 : 1;
  // The first new one stands beside the last, whatever their widths are.
  const start = ((isUpright ? last.width : last.depth) + order.width) / 2;
  return Array.from({ length: order.count }, (_, index) => {
    const far = sign * (start + index * order.pitch);
    return {
      x: tidy(last.x + (isUpright ? far : 0)),
      y: tidy(last.y + (isUpright ? 0 : far)),
      facing: last.facing,
    };
  });
}
