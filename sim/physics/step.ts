import type { World } from '../kernel/world.ts';
import { effectOfRuns } from '../scenarios/effect.ts';
import { orderAir, stepAir } from './air/step.ts';
import { compilePlant } from './compile.ts';
import { stepLoads } from './load/step.ts';
import { orderPower } from './power/orders.ts';
import { stepPower } from './power/step.ts';
import { stepSites } from './site/step.ts';

/** One second of everything physical. */
export function stepPlant(world: World): void {
  const layout = compilePlant(world);
  const { state } = world.plant;
  for (const order of world.orders.splice(0)) {
    orderPower(state, layout, order);
    orderAir(state, layout, order);
  }
  effectOfRuns(world, layout);
  stepLoads(world, state, layout);
  stepPower(world, state, layout);
  stepAir(world, state, layout);
  stepSites(world, state, layout);
}
