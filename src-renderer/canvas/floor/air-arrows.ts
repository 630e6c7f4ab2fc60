/** From flows to arrows: unit → cold aisle → rack → hot aisle → unit. Pure. */
import type { Aisle, FloorPlan, RackSpot, UnitSpot } from './floor-plan.ts';
import { frontOf } from './floor-plan.ts';
import type { AirArrow } from './floor-scene.ts';
import type { Point } from './viewport.ts';

export type Flows = {
  /** m³/h, in the order of the plan. */
  readonly racks: readonly (number | null)[];
  readonly units: ReadonlyMap<string, number>;
};

/** Metres of arrow for so many m³/h, and never shorter or longer than can be read. */
const perMetre = { rack: 3200, unit: 14_000 } as const;
const least = 0.2;
const most = { rack: 0.5, unit: 2.4 } as const;

const lengthOf = (kind: keyof typeof perMetre, flow: number): number =>
  Math.min(most[kind], Math.max(least, flow / perMetre[kind]));

function throughRack(rack: RackSpot, flow: number): readonly AirArrow[] {
  const { x, y } = frontOf[rack.facing];
  const half = (x === 0 ? rack.depth : rack.width) / 2;
  const length = lengthOf('rack', flow);
  const along = (metres: number): Point => ({ x: rack.x + x * metres, y: rack.y + y * metres });
  return [
    { from: along(half + 0.04 + length), to: along(half + 0.04), kind: 'cool' },
    { from: along(-half - 0.04), to: along(-half - 0.04 - length), kind: 'warm' },
  ];
}

const nearest = (aisles: readonly Aisle[], kind: Aisle['kind'], { x, y }: Point): Point | null => {
  const places = aisles
    .filter((aisle) => aisle.kind === kind)
    .map((aisle) => ({
      x: Math.min(Math.max(x, aisle.x - aisle.width / 2), aisle.x + aisle.width / 2),
      y: Math.min(Math.max(y, aisle.y - aisle.depth / 2), aisle.y + aisle.depth / 2),
    }));
  const far = (place: Point): number => Math.hypot(place.x - x, place.y - y);
  return places.toSorted((one, other) => far(one) - far(other))[0] ?? null;
};

/** Beside each other, so that what goes and what comes are two. */
function atUnit(unit: UnitSpot, flow: number, aisles: readonly Aisle[]): readonly AirArrow[] {
  const length = lengthOf('unit', flow);
  const reach = Math.hypot(unit.width, unit.depth) / 2;
  return (['cool', 'warm'] as const).flatMap((kind): readonly AirArrow[] => {
    const goal = nearest(aisles, kind === 'cool' ? 'cold' : 'hot', unit);
    const far = goal === null ? 0 : Math.hypot(goal.x - unit.x, goal.y - unit.y);
    if (goal === null || far <= reach) return [];
    const way = { x: (goal.x - unit.x) / far, y: (goal.y - unit.y) / far };
    const end = Math.min(reach + length, Math.max(far, reach + least));
    const at = (metres: number): Point => ({ x: unit.x + way.x * metres, y: unit.y + way.y * metres });
    return kind === 'cool'
      ? [{ from: at(reach), to: at(end), kind }]
      : [{ from: at(end), to: at(reach), kind }];
  });
}

export const airArrows = (plan: FloorPlan, { racks, units }: Flows): readonly AirArrow[] => [
  ...plan.racks.flatMap((rack, index) => {
    const flow = racks[index] ?? null;
    return flow === null || flow <= 0 ? [] : throughRack(rack, flow);
  }),
  ...plan.units.flatMap((unit) => {
    const flow = units.get(unit.id);
    return flow === undefined || flow <= 0 ? [] : atUnit(unit, flow, plan.aisles);
  }),
];
