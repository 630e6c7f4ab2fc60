import type { FloorPoint } from '../../contract/floor-point.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';

/** Water lies 2 mm deep on a level floor: a litre wets half a square metre. */
const metresDeep = 0.002;
const areaOf = (litres: number): number => litres / 1000 / metresDeep;
/** kg/s that a square metre of puddle gives to the air: 0.1 kg an hour. */
const evaporates = 0.1 / 3600;

/** One second of spilling and drying of every puddle. */
export function stepLeaks(state: PlantState, layout: PlantLayout): void {
  const { leak } = state.crac.columns;
  const { leak: spill } = layout.levers.crac;
  const { room } = layout.air.crac;
  const { evaporation } = layout.air.room;
  evaporation.fill(0);
  for (let i = 0; i < leak.length; i += 1) {
    const litres = (leak[i] as number) + (spill[i] as number);
    if (litres === 0) continue;
    const area = areaOf(litres);
    // The puddle's own shrinking within the step is counted in, so that it never falls below nothing.
    const left = litres / (1 + evaporates * (area / litres));
    leak[i] = left < 0.001 ? 0 : left;
    const at = room[i] as number;
    if (at >= 0) evaporation[at] = (evaporation[at] as number) + litres - (leak[i] as number);
  }
}

type Wet = { readonly room: number; readonly point: FloorPoint };

/** Whether water lies at this point of a room's floor: puddles are discs around the units that spill. */
export function leakAt(state: PlantState, layout: PlantLayout, { room, point }: Wet): boolean {
  return puddles(state, layout, room).some(({ x, y, reach }) => squared(point.x - x, point.y - y) <= reach);
}

type Rope = { readonly room: number; readonly path: readonly FloorPoint[] };

/**
 * Metres along a rope to where it became wet first: its nearest point to the source of a puddle that reaches it.
 * Of several such points the one nearest to its start, as a locating module tells it. Null while it is dry.
 */
export function ropeWetAt(state: PlantState, layout: PlantLayout, { room, path }: Rope): number | null {
  let found: number | null = null;
  for (const puddle of puddles(state, layout, room)) {
    const touch = nearestOnRope(path, puddle);
    if (touch.squared > puddle.reach) continue;
    if (found === null || touch.along < found) found = touch.along;
  }
  return found;
}

type Puddle = { readonly x: number; readonly y: number; /** Its radius, squared. */ readonly reach: number };

function puddles(state: PlantState, layout: PlantLayout, room: number): Puddle[] {
  const { leak } = state.crac.columns;
  const { crac } = layout.air;
  const found: Puddle[] = [];
  for (let i = 0; i < leak.length; i += 1) {
    const litres = leak[i] as number;
    if (litres <= 0 || crac.room[i] !== room) continue;
    found.push({ x: crac.x[i] as number, y: crac.y[i] as number, reach: areaOf(litres) / Math.PI });
  }
  return found;
}

const squared = (x: number, y: number): number => x * x + y * y;

type Touch = { readonly squared: number; readonly along: number };

/** The point of a rope that is nearest to a place: how far off it is, and how far along. */
function nearestOnRope(path: readonly FloorPoint[], { x, y }: Pick<Puddle, 'x' | 'y'>): Touch {
  let best: Touch = { squared: Infinity, along: 0 };
  let walked = 0;
  for (let at = 1; at < path.length; at += 1) {
    const from = path[at - 1] as FloorPoint;
    const to = path[at] as FloorPoint;
    const way = { x: to.x - from.x, y: to.y - from.y };
    const long = squared(way.x, way.y);
    const length = Math.sqrt(long);
    const onto = long === 0 ? 0 : ((x - from.x) * way.x + (y - from.y) * way.y) / long;
    const share = onto < 0 ? 0 : onto > 1 ? 1 : onto;
    const off = squared(from.x + share * way.x - x, from.y + share * way.y - y);
    if (off < best.squared) best = { squared: off, along: walked + share * length };
    walked += length;
  }
  return best;
}
