import type { Clock } from '../contract/clock.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ScenarioName, ScenarioRun } from '../contract/scenarios.ts';
import { strengthOf } from '../scenarios/strength.ts';

export type Struck = {
  readonly scenarios: ReadonlyMap<string, ScenarioRun>;
  readonly clock: Pick<Clock, 'tick'>;
};

/** How hard scenarios of a name strike a thing now, in the unit of their card; 0 where none does. */
export function struck({ scenarios, clock }: Struck, name: ScenarioName, target: EntityId): number {
  let force = 0;
  for (const run of scenarios.values()) {
    if (run.name === name && run.target === target)
      force = Math.max(force, run.size * strengthOf(run, clock.tick));
  }
  return force;
}
