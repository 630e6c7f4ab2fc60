import { createBalancer } from './balancer.ts';
import { createClockHand } from './clock-hand.ts';
import { createDiskFullWatch } from './disk-full-watch.ts';
import { createProcessKiller } from './process-killer.ts';
import type { ProcessKillerDeps } from './process-killer.ts';
import { createPanicWatch } from './panic-watch.ts';
import { createPowerWatch } from './power-watch.ts';
import { createTaskEnder } from './tasks.ts';

/** What the lab does by itself to machines, after each step of its clock. */
export function createMachines(deps: ProcessKillerDeps): { readonly afterStep: () => void } {
  const hands = [
    createPowerWatch(deps),
    createPanicWatch(deps),
    createDiskFullWatch(deps),
    createProcessKiller(deps),
    createClockHand(deps),
    createTaskEnder(deps),
    createBalancer(deps),
  ];
  return {
    afterStep: () => {
      for (const hand of hands) hand.afterStep();
    },
  };
}
