import { createBalancer } from './balancer.ts';
import { createPowerWatch } from './power-watch.ts';
import { createTaskEnder } from './tasks.ts';
import type { MachineDeps } from './tasks.ts';

/** What the lab does by itself to machines, after each step of its clock. */
export function createMachines(deps: MachineDeps): { readonly afterStep: () => void } {
  const hands = [createPowerWatch(deps), createTaskEnder(deps), createBalancer(deps)];
  return {
    afterStep: () => {
      for (const hand of hands) hand.afterStep();
    },
  };
}
