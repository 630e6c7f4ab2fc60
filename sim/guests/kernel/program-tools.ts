import type { Program, System, Wait } from './program.ts';

/** Yielded by a loop that is tired. */
export const turn: Wait = { kind: 'turn' };
/** Until something wakes it. */
export const asleep: Wait = { kind: 'blocked', until: null };

const noWait: readonly Wait[] = [];

/** A program that is done in one go: it neither reads nor waits. */
export const atOnce = (act: (system: System) => number): Program =>
  function* (system) {
    yield* noWait;
    return act(system);
  };
