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
  const { leak } = state.crac.columns;
  const { crac } = layout.air;
  for (let i = 0; i < leak.length; i += 1) {
    const litres = leak[i] as number;
    if (litres <= 0 || crac.room[i] !== room) continue;
    const x = point.x - (crac.x[i] as number);
    const y = point.y - (crac.y[i] as number);
    if (Math.PI * (x * x + y * y) <= areaOf(litres)) return true;
  }
  return false;
}
