import type { World } from '../kernel/world.ts';
import { effectOfRuns } from '../scenarios/effect.ts';
import { dayShare, powerShare, utilisation, wander, wanderPosition } from '../workloads/utilisation.ts';
import { compilePlant } from './compile.ts';
import type { PlantLayout, PlantState } from './plant.ts';
import { stepPower } from './power.ts';
import { stepRacks, stepRooms } from './thermal.ts';

/** One second of everything physical. */
export function stepPlant(world: World): void {
  const layout = compilePlant(world);
  const { state } = world.plant;
  effectOfRuns(world, layout);
  stepLoads(world, state, layout);
  stepRacks(state, layout);
  stepRooms(state, layout);
  stepPower(state, layout);
}

// Water in the air of a conditioned room: about 45 % RH at 23 °C.
const usualWater = 0.0078;

function stepLoads(world: World, state: PlantState, layout: PlantLayout): void {
  const { load } = state.rack.columns;
  const { actor, idle, span, habit, room } = layout.rack;
  const { heat, humidity } = state.room.columns;
  const { epoch, tick } = world.clock;
  const day = dayShare(epoch, tick);
  const position = wanderPosition(tick);
  heat.fill(0);
  for (let i = 0; i < load.length; i += 1) {
    const use = utilisation(day, habit[i] as number, wander(world.seed, actor[i] as number, position));
    const power = (idle[i] as number) + (span[i] as number) * powerShare(use);
    load[i] = power;
    const at = room[i] as number;
    if (at >= 0) heat[at] = (heat[at] as number) + power;
  }
  for (let at = 0; at < humidity.length; at += 1) {
    humidity[at] = usualWater + 0.0004 * wander(world.seed, layout.room.actor[at] as number, tick / 3600);
  }
}
