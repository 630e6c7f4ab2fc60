import type { Duty, EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { drawOf } from '../../workloads/device-power.ts';
import { integers, numbers } from '../found.ts';

/** The machines of one duty, rack by rack: one line for each rack that has any. */
export type Crew = {
  readonly rack: Int32Array;
  /** How busy they are in this second. */
  readonly use: Float64Array;
  /** kW of those on the usual curve: idle, and the span above it. */
  readonly idle: Float64Array;
  readonly span: Float64Array;
  /** Where in `points` the eleven kW of those with points begin; -1 where the rack has none. */
  readonly curve: Int32Array;
  readonly points: Float64Array;
};

export type Crews = Readonly<Record<Duty, Crew>>;

const pointsOfCurve = 11;

type Sum = { readonly rack: number; idle: number; rated: number; points: number[] | null };

/** All but those that draw by what runs on them. */
export function crewsOf(
  inventory: Inventory,
  racks: readonly EntityOf<'rack'>[],
  runs: ReadonlySet<EntityId>,
): Crews {
  const sums: Record<Duty, Sum[]> = { day: [], batch: [], steady: [], idle: [] };
  for (const [at, rack] of racks.entries()) {
    for (const child of inventory.childrenOf(rack.id))
      if (child.kind === 'device' && !runs.has(child.id)) addTo(sums[child.spec.duty], at, child);
  }
  return {
    day: crewOf(sums.day),
    batch: crewOf(sums.batch),
    steady: crewOf(sums.steady),
    idle: crewOf(sums.idle),
  };
}

function addTo(sums: Sum[], rack: number, { spec }: EntityOf<'device'>): void {
  const draw = drawOf(spec);
  if (draw.rated === 0) return;
  let sum = sums.at(-1);
  if (sum?.rack !== rack) {
    sum = { rack, idle: 0, rated: 0, points: null };
    sums.push(sum);
  }
  if (draw.points === null) {
    sum.idle += draw.idle;
    sum.rated += draw.rated;
    return;
  }
  const before = sum.points;
  sum.points = draw.points.map((watts, at) => watts + (before?.[at] ?? 0));
}

function crewOf(sums: readonly Sum[]): Crew {
  const curved = sums.filter(({ points }) => points !== null);
  const places = new Map(curved.map((sum, at) => [sum, at * pointsOfCurve]));
  return {
    rack: integers(sums, ({ rack }) => rack),
    use: new Float64Array(sums.length),
    idle: numbers(sums, ({ idle }) => idle / 1000),
    span: numbers(sums, ({ idle, rated }) => (rated - idle) / 1000),
    curve: integers(sums, (sum) => places.get(sum) ?? -1),
    points: Float64Array.from(curved.flatMap(({ points }) => points ?? []).map((watts) => watts / 1000)),
  };
}

/** kW at this utilisation of the curve that begins here: straight lines between its points. */
export function pointAt(points: Float64Array, begin: number, use: number): number {
  const place = use >= 1 ? 10 : use > 0 ? 10 * use : 0;
  const low = place >= 10 ? 9 : Math.floor(place);
  const a = points[begin + low] as number;
  return a + (place - low) * ((points[begin + low + 1] as number) - a);
}
