/** Things taken up from the floor and not yet put down: where they would stand, and what to ask of the host. Pure. */
import type { Facing } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorPlan, RackSpot, Spot, UnitSpot } from '../../canvas/floor/floor-plan.ts';
import type { Point } from '../../canvas/floor/viewport.ts';
import { boxOf, overlaps, type Problem, rackProblem, unitProblem } from './layout-rules.ts';

export type Lift = {
  /** Metres from where they stand. */
  readonly by: Point;
  /** Quarter turns to the right. */
  readonly turns: number;
};

export const atRest: Lift = { by: { x: 0, y: 0 }, turns: 0 };

/** A place that is wanted; `of` what stands there now. */
export type Wanted = Spot & {
  readonly facing: Facing | null;
  readonly problem: Problem | null;
  readonly of: 'rack' | 'unit';
};

/** A step of the nudge, and a tile of the raised floor. */
export const snaps = { fine: 0.1, tile: 0.6 } as const;
export type Snap = keyof typeof snaps;

/** To the millimetre: sums of tenths are not tenths. */
export const tidy = (metres: number): number => Math.round(metres * 1000) / 1000;

const round: readonly Facing[] = ['north', 'east', 'south', 'west'];
const turned = (facing: Facing, turns: number): Facing =>
  round[(((round.indexOf(facing) + turns) % 4) + 4) % 4] ?? facing;

/** So far that the leader's corner comes to lie on the grid. */
export function snapped(lead: Omit<Spot, 'id' | 'name'>, by: Point, snap: Snap): Point {
  const step = snaps[snap];
  const onGrid = (corner: number, way: number): number =>
    tidy(Math.round((corner + way) / step) * step - corner);
  return {
    x: onGrid(lead.x - lead.width / 2, by.x),
    y: onGrid(lead.y - lead.depth / 2, by.y),
  };
}

function movedRack(rack: RackSpot, { by, turns }: Lift): Omit<Wanted, 'problem'> {
  const isSideways = turns % 2 !== 0;
  return {
    id: rack.id,
    name: rack.name,
    x: tidy(rack.x + by.x),
    y: tidy(rack.y + by.y),
    width: isSideways ? rack.depth : rack.width,
    depth: isSideways ? rack.width : rack.depth,
    facing: turned(rack.facing, turns),
    of: 'rack',
  };
}

const movedUnit = (unit: UnitSpot, { by }: Lift): Omit<Wanted, 'problem'> => ({
  id: unit.id,
  name: unit.name,
  x: tidy(unit.at.x + by.x),
  y: tidy(unit.at.y + by.y),
  width: unit.width,
  depth: unit.depth,
  facing: null,
  of: 'unit',
});

export function wantedOf(plan: FloorPlan, chosen: ReadonlySet<string>, lift: Lift): readonly Wanted[] {
  const racks = plan.racks.filter(({ id }) => chosen.has(id)).map((rack) => movedRack(rack, lift));
  const units = plan.units.filter(({ id }) => chosen.has(id)).map((unit) => movedUnit(unit, lift));
  const standing = [...plan.racks.filter(({ id }) => !chosen.has(id)), ...racks];
  return [
    ...racks.map((rack) => ({ ...rack, problem: rackProblem(rack, plan.room, standing) })),
    ...units.map((unit) => ({ ...unit, problem: unitProblem(unit, plan.room) })),
  ];
}

export type PlaceChange = {
  readonly id: EntityId;
  readonly spec: { readonly position: Point; readonly facing?: Facing };
};

/**
 * One change each, in an order in which no rack comes to stand where another has not left yet:
 * the host judges each against what the ones before it made.
 */
export function changesOf(plan: FloorPlan, wanted: readonly Wanted[]): readonly PlaceChange[] {
  const places = new Map<string, Spot>(plan.racks.map((rack) => [rack.id, rack]));
  const ahead = ({ id, x, y }: Wanted): number => {
    const from = places.get(id);
    return from === undefined ? 0 : from.x * (x - from.x) + from.y * (y - from.y);
  };
  // The foremost in the way of the move first: then each is usually free to go at once.
  const left = wanted.toSorted((one, other) => ahead(other) - ahead(one));
  const ordered: Wanted[] = [];
  while (left.length > 0) {
    const free = left.findIndex((one) =>
      left.every((other) => {
        const stands = other.id === one.id ? undefined : places.get(other.id);
        return stands === undefined || !overlaps(boxOf(one), boxOf(stands));
      }),
    );
    // In a ring nobody can go first; then the host says so.
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered.map(({ id, x, y, facing, of }) => ({
    id,
    spec: { position: { x, y }, ...(of === 'rack' && facing !== null ? { facing } : {}) },
  }));
}

export const isMoved = ({ by, turns }: Lift): boolean => by.x !== 0 || by.y !== 0 || turns % 4 !== 0;
