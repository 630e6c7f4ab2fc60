import type { PlantLayout } from '../physics/plant.ts';
import type { World } from '../kernel/world.ts';

// The seed: a failing rack warms by 0.3 °C a minute. Total failure: ten times as fast.
const rampPerSecond = { partial: 0.3 / 60, total: 3 / 60 } as const;
// A quarter of the cooling missing warms a 5 kW rack by about as much (facts: 0.06 K/min per 5 % deficit).
const coolingLeft = { partial: 0.75, total: 0 } as const;

/** Writes what the running scenarios do into the layout's levers, afresh each step. */
export function effectOfRuns(world: World, layout: PlantLayout): void {
  layout.rack.ramp.fill(0);
  layout.room.share.fill(1);
  for (const run of world.scenarios.values()) {
    const rack = layout.index.rack.get(run.target);
    if (rack !== undefined) layout.rack.ramp[rack] = rampPerSecond[run.severity];
    const room = layout.index.room.get(run.target);
    if (room !== undefined) layout.room.share[room] = coolingLeft[run.severity];
  }
}
