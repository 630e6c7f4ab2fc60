import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { leastLimit } from './heat-layout.ts';
import type { HeatLayout, Machines } from './heat-layout.ts';

/** What a machine feels follows its inlet by so many seconds. */
const soakSeconds = 30;
/** Machines stay off until their inlet has been allowable for this long, and come back over the seconds that follow. */
const restSeconds = 300;
const returnSeconds = 120;

/**
 * Machines that are too hot switch themselves off, one after another, and come back when the air is fit to breathe.
 * `soak` is how far above the allowable maximum they feel the air; `cool` how long the air has been allowable.
 */
export function stepHeat(state: PlantState, { load }: PlantLayout): void {
  const { inlet, soak, tripped } = state.rack.columns;
  const { heat } = load;
  const { most } = heat;
  for (let i = 0; i < most.length; i += 1) {
    const over = (inlet[i] as number) - (most[i] as number);
    if (over <= 0 && soak[i] === 0 && tripped[i] === 0) continue;
    feel(state, heat, { rack: i, over: over > 0 ? over : 0 });
  }
}

type Feeling = { readonly rack: number; readonly over: number };

function feel(state: PlantState, heat: HeatLayout, { rack, over }: Feeling): void {
  const { soak, cool, tripped, powered } = state.rack.columns;
  const felt = (soak[rack] as number) + (over - (soak[rack] as number)) / (soakSeconds + 1);
  soak[rack] = felt < 0.01 ? 0 : felt;
  // What has no power is off already.
  if (felt > leastLimit && (powered[rack] as number) > 0) {
    const off = offAt(heat.machinesOf(rack), felt);
    if (off > (tripped[rack] as number)) tripped[rack] = off;
  }
  const before = tripped[rack] as number;
  const rest = over > 0 || before === 0 ? 0 : (cool[rack] as number) + 1;
  const left = rest <= restSeconds ? before : stillOff(heat.machinesOf(rack), { before, rest });
  tripped[rack] = left;
  cool[rack] = left === 0 ? 0 : rest;
}

function offAt({ limits, off }: Machines, felt: number): number {
  let share = 0;
  for (let k = 0; k < limits.length && (limits[k] as number) < felt; k += 1) share = off[k] as number;
  return share;
}

/** The last to go is the first to come back. */
function stillOff(
  { off }: Machines,
  { before, rest }: { readonly before: number; readonly rest: number },
): number {
  const most = 1 - (rest - restSeconds) / returnSeconds;
  let share = 0;
  for (let k = 0; k < off.length && (off[k] as number) <= most; k += 1) share = off[k] as number;
  return share < before ? share : before;
}
