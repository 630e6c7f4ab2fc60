import type { World } from '../kernel/world.ts';
import type { LeverName, PlantLayout } from '../physics/plant.ts';
import { strengthOf } from './strength.ts';
import { strikeOf } from './strikes.ts';

/** Writes what the running scenarios do into the layout's levers, afresh each step. */
export function effectOfRuns(world: World, layout: PlantLayout): void {
  const { strikes } = layout;
  if (strikes.size > 0) letGo(layout);
  for (const id of strikes.keys()) {
    if (!world.scenarios.has(id)) strikes.delete(id);
  }
  for (const run of world.scenarios.values()) {
    let strike = strikes.get(run.id);
    if (strike === undefined) {
      strike = strikeOf(world, layout, run);
      strikes.set(run.id, strike);
    }
    const strength = strengthOf(run, world.clock.tick);
    if (strength > 0) strike(strength);
  }
}

function letGo({ levers }: PlantLayout): void {
  for (const name of Object.keys(levers) as LeverName[]) {
    for (const lever of Object.values<Float64Array>(levers[name])) lever.fill(0);
  }
}
