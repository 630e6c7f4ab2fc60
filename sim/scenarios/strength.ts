import type { ScenarioRun } from '../contract/scenarios.ts';

/** How much of a run is in force at this tick: 0 before it begins and after it ends, growing over its ramp to 1. */
export function strengthOf(run: ScenarioRun, tick: number): number {
  const age = tick - run.startedTick;
  if (age < 1 || isOver(run, tick)) return 0;
  return run.ramp <= 0 || age >= run.ramp ? 1 : age / run.ramp;
}

type Running = {
  readonly scenarios: ReadonlyMap<string, ScenarioRun>;
  readonly clock: { readonly tick: number };
};

/** Whether a scenario of that name has a thing in its hand now, whichever way it pushes. */
export function isInForce(
  { scenarios, clock }: Running,
  name: ScenarioRun['name'],
  target: ScenarioRun['target'],
): boolean {
  for (const run of scenarios.values())
    if (run.name === name && run.target === target && strengthOf(run, clock.tick) > 0) return true;
  return false;
}

/** Whether its duration has passed; it stays in the list until someone takes it off. */
export const isOver = (run: ScenarioRun, tick: number): boolean =>
  run.duration !== null && tick - run.startedTick > run.duration;
