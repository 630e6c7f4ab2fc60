import type { PlantState } from '../state.ts';

/** A compressor that has stopped does not start again for so long; two never start in the same moment. */
export const restSeconds = 180;
const apartSeconds = 20;
/** Stages: one more where the last is used up, one less where it is well spare; all off only where nothing is wanted. */
const spare = 0.2;
const firstAt = 0.05;

type Call = {
  readonly at: number;
  /** Stages' worth of cooling that the controller wants, and stages there are. */
  readonly wanted: number;
  readonly count: number;
};

/** How many compressors of a unit run in this second. */
export function nextStages(state: PlantState, { at, wanted, count }: Call): number {
  const { stages, rest } = state.crac.columns;
  const on = stages[at] as number;
  const least = on === 0 ? firstAt : on;
  if (on < count && wanted > least && (rest[at] as number) <= 0) {
    rest[at] = apartSeconds;
    stages[at] = on + 1;
  } else if (on > 0 && wanted < dropBelow(on)) {
    rest[at] = restSeconds;
    stages[at] = on - 1;
  }
  return stages[at] as number;
}

/** The last compressor unloads, and stops only where there is nothing at all to do. */
const dropBelow = (on: number): number => (on === 1 ? 0.001 : on - 1 - spare);
