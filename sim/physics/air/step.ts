import type { World } from '../../kernel/world.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { stepChillerStates, stepLoops } from './chillers.ts';
import { stepCoils, stepUnitPower } from './coils.ts';
import { stepMoisture, stepSteam } from './humidity.ts';
import { stepLeaks } from './leak.ts';
import { stepFlows, stepRacks } from './racks.ts';
import { stepColdSides, stepGains, stepHotSides, stepSmoke } from './rooms.ts';
import { stepUnits } from './units.ts';
import { weatherAt } from './weather.ts';

/**
 * One second of air, water and everything that moves heat: along the air's way, from the cold aisle through racks and
 * back through the coils, then down the water. What leaves a node is what reaches the next, so nothing is lost.
 */
export function stepAir(world: World, state: PlantState, layout: PlantLayout): void {
  stepWeather(world, state, layout);
  stepLeaks(state, layout);
  stepGains(state, layout);
  stepFlows(state, layout);
  stepUnits(state, layout);
  stepColdSides(state, layout);
  stepRacks(state, layout);
  stepHotSides(state, layout);
  stepChillerStates(state, layout);
  stepCoils(state, layout);
  stepSteam(state, layout);
  stepMoisture(state, layout);
  stepUnitPower(state, layout);
  stepLoops(state, layout);
  stepSmoke(state, layout);
}

function stepWeather({ clock }: World, state: PlantState, { air }: PlantLayout): void {
  const { outdoor, 'wet-bulb': wetBulb } = state.site.columns;
  for (const [at, sky] of air.skies.entries()) {
    const weather = weatherAt(sky, clock);
    outdoor[at] = weather.dryBulb;
    wetBulb[at] = weather.wetBulb;
    air.outdoorWater[at] = weather.water;
  }
}

export { orderAir } from './orders.ts';
