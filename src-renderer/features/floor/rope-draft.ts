/** A leak rope while its course is drawn. Pure. */
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { nearestOn } from '../../canvas/floor/rope.ts';
import type { Point, RoomSize } from '../../canvas/floor/viewport.ts';
import { snaps, tidy } from './lift.ts';
import type { createIds, NewItem } from './new-item.ts';
import { childrenOf, type Inventory, sensorsOf } from './rack-sensors.ts';

export type RopeDraft = {
  /** Of the leak sensor; null while it is new. */
  readonly id: EntityId | null;
  readonly name: string;
  /** What it reports to: its room, or a unit. */
  readonly parent: EntityId;
  readonly points: readonly Point[];
  /** The corner that keys move. */
  readonly active: number | null;
};

export const mostPoints = 100;
/** Metres within which a pointer means a corner, or the line. */
const near = { corner: 0.3, line: 0.2 } as const;

const within = (metres: number, end: number): number => Math.min(end, Math.max(0, metres));
export const inRoom = ({ x, y }: Point, { width, depth }: RoomSize): Point => ({
  x: tidy(within(x, width)),
  y: tidy(within(y, depth)),
});

const onGrid = (metres: number): number => tidy(Math.round(metres / snaps.fine) * snaps.fine);
export const snappedPoint = ({ x, y }: Point, room: RoomSize): Point =>
  inRoom({ x: onGrid(x), y: onGrid(y) }, room);

/** Behind the corner that keys move; at the end where there is none. */
export function withPoint(draft: RopeDraft, point: Point): RopeDraft {
  if (draft.points.length >= mostPoints) return draft;
  const at = draft.active === null ? draft.points.length : draft.active + 1;
  return { ...draft, points: draft.points.toSpliced(at, 0, point), active: at };
}

export function movedTo(draft: RopeDraft, index: number, point: Point): RopeDraft {
  return { ...draft, points: draft.points.with(index, point), active: index };
}

export function withoutActive(draft: RopeDraft): RopeDraft {
  const { active, points } = draft;
  if (active === null) return draft;
  const left = points.toSpliced(active, 1);
  return { ...draft, points: left, active: left.length === 0 ? null : Math.max(0, active - 1) };
}

export function stepped(draft: RopeDraft, step: 1 | -1): RopeDraft {
  const count = draft.points.length;
  if (count === 0) return draft;
  const from = draft.active ?? (step === 1 ? -1 : 0);
  return { ...draft, active: (from + step + count) % count };
}

/** Which corner a pointer means. */
export function cornerAt({ points }: RopeDraft, at: Point): number | null {
  let best: { readonly index: number; readonly off: number } | null = null;
  for (const [index, { x, y }] of points.entries()) {
    const off = Math.hypot(x - at.x, y - at.y);
    if (off <= near.corner && (best === null || off < best.off)) best = { index, off };
  }
  return best?.index ?? null;
}

/** What a drag begins with: the corner that is there, or a new one in the line that is there. */
export function grabbedAt(draft: RopeDraft, at: Point): RopeDraft | null {
  const corner = cornerAt(draft, at);
  if (corner !== null) return { ...draft, active: corner };
  const line = nearestOn(draft.points, at);
  if (line === null || line.off > near.line) return null;
  return withPoint({ ...draft, active: line.piece }, line.at);
}

/** Metres between a unit and the rope around it. */
const aside = 0.2;

/** Around a unit, open towards the wall that it stands at. */
export function loopAround(
  {
    x,
    y,
    width,
    depth,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly depth: number },
  room: RoomSize,
): readonly Point[] {
  const left = x - width / 2 - aside;
  const right = x + width / 2 + aside;
  const top = y - depth / 2 - aside;
  const bottom = y + depth / 2 + aside;
  const isWest = x <= room.width / 2;
  const [wall, front] = isWest ? [left, right] : [right, left];
  return [
    { x: wall, y: top },
    { x: front, y: top },
    { x: front, y: bottom },
    { x: wall, y: bottom },
  ].map((point) => inRoom(point, room));
}

export function draftOf(inventory: Inventory, id: EntityId): RopeDraft | null {
  const sensor = inventory.entities.get(id);
  if (sensor?.kind !== 'sensor' || sensor.parent === null || sensor.spec.metric !== 'leak') return null;
  const { path, position } = sensor.spec;
  const points = path ?? (position === undefined ? [] : [position]);
  return { id, name: sensor.name, parent: sensor.parent, points, active: points.length === 0 ? null : 0 };
}

const placesOf = (inventory: Inventory, parent: EntityId): ReadonlySet<string> =>
  new Set(sensorsOf(inventory, parent).map(({ spec }) => spec.place));

/** rope, rope-2 …: the first place that no sensor of the thing has. */
function freePlace(inventory: Inventory, parent: EntityId): string {
  const taken = placesOf(inventory, parent);
  for (let number = 1; ; number += 1) {
    const place = number === 1 ? 'rope' : `rope-${number}`;
    if (!taken.has(place)) return place;
  }
}

/** A locating rope is two sensors at one place: the one knows its course, the other tells where it is wet. */
export function ropeItems(
  inventory: Inventory,
  { name, parent, points }: Pick<RopeDraft, 'name' | 'parent' | 'points'>,
  nextId: ReturnType<typeof createIds>,
): readonly NewItem[] {
  const place = freePlace(inventory, parent);
  const common = { kind: 'sensor', parent } as const;
  const path = points.map(({ x, y }) => ({ x, y }));
  return [
    { ...common, id: nextId('sensor'), name, spec: { metric: 'leak', place, source: 'bot', path } },
    {
      ...common,
      id: nextId('sensor'),
      name: `${name} at`,
      spec: { metric: 'leak-distance', place, source: 'bot' },
    },
  ];
}

/** The rope's own sensor and what tells where it is wet. */
export function sensorsOfRope(inventory: Inventory, id: EntityId): readonly EntityId[] {
  const sensor = inventory.entities.get(id);
  if (sensor?.kind !== 'sensor' || sensor.parent === null) return [];
  const { place } = sensor.spec;
  const beside = sensorsOf(inventory, sensor.parent).filter(
    ({ spec }) => spec.metric === 'leak-distance' && spec.place === place,
  );
  return [id, ...beside.map((one) => one.id)];
}

/** `leak rope`, `leak rope 2` …: the first that nothing of the thing is called. */
export function freeRopeName(inventory: Inventory, parent: EntityId): string {
  const taken = new Set(childrenOf(inventory, parent).map(({ name }: Entity) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'leak rope' : `leak rope ${number}`;
    if (!taken.has(name)) return name;
  }
}
