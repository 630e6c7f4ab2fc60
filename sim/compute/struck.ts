import type { EntityId } from '../contract/ids.ts';
import type { ScenarioName } from '../contract/scenarios.ts';
import type { World } from '../kernel/world.ts';
import { strengthOf } from '../scenarios/strength.ts';

/** How hard scenarios of a name strike a thing now, in the unit of their card; 0 where none does. */
export function struck({ scenarios, clock }: World, name: ScenarioName, target: EntityId): number {
  let force = 0;
  for (const run of scenarios.values()) {
    if (run.name === name && run.target === target)
      force = Math.max(force, run.size * strengthOf(run, clock.tick));
  }
  return force;
}
