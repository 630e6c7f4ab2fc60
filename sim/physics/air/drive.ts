import type { EntityId } from '../../contract/ids.ts';
import type { World } from '../../kernel/world.ts';
import { compilePlant } from '../compile.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { stepAir } from './step.ts';

/** What was measured of a room at one moment: kW of its racks, °C of the air that its units supplied. */
export type Measurement = { readonly second: number; readonly power: number; readonly supply: number };

/** Seconds for which the first measurement is held before the clock starts, so that the room is in its balance. */
const settleSeconds = 7200;

/**
 * Drives one room with measured load and supply instead of its own, and says what inlet the model then has at each
 * measurement: the mean of its racks. Between measurements both are taken as straight lines.
 */
export function driveRoom(world: World, room: EntityId, series: readonly Measurement[]): number[] {
  const layout = compilePlant(world);
  const { state } = world.plant;
  const at = layout.index.room.get(room);
  const [first] = series;
  if (at === undefined || first === undefined) return [];
  const run: Run = { world, state, layout, room: at };
  layout.power.live.crac.fill(1);
  layout.power.live.chiller.fill(1);
  state.rack.columns.powered.fill(1);
  for (let n = 0; n < settleSeconds; n += 1) stepWith(run, first);
  const inlets = [meanInlet(run)];
  let last = first;
  for (const next of series.slice(1)) {
    const seconds = Math.max(1, Math.round(next.second - last.second));
    for (let n = 1; n <= seconds; n += 1) stepWith(run, blend(last, next, n / seconds));
    inlets.push(meanInlet(run));
    last = next;
  }
  return inlets;
}

type Run = {
  readonly world: World;
  readonly state: PlantState;
  readonly layout: PlantLayout;
  readonly room: number;
};

function blend(from: Measurement, to: Measurement, share: number): Measurement {
  return {
    second: from.second + share * (to.second - from.second),
    power: from.power + share * (to.power - from.power),
    supply: from.supply + share * (to.supply - from.supply),
  };
}

/** The load is shared among the racks by what their fans can move, which goes with what they are rated. */
function stepWith({ world, state, layout, room }: Run, { power, supply }: Measurement): void {
  const { rack, crac } = layout.air;
  let all = 0;
  for (const [i, of] of rack.room.entries()) if (of === room) all += rack.flowMost[i] as number;
  for (const [i, of] of rack.room.entries()) {
    if (of === room) state.rack.columns.load[i] = (power * (rack.flowMost[i] as number)) / all;
  }
  for (const [i, of] of crac.room.entries()) if (of === room) state.crac.columns.supply[i] = supply;
  stepAir(world, state, layout);
}

function meanInlet({ state, layout, room }: Run): number {
  let sum = 0;
  let count = 0;
  for (const [i, of] of layout.air.rack.room.entries()) {
    if (of !== room) continue;
    sum += state.rack.columns.inlet[i] as number;
    count += 1;
  }
  return sum / count;
}
