/** Work that gives way: the host goes on between its steps, and the answer comes a little later. */
import { setImmediate } from 'node:timers/promises';

/** Yields where it may be interrupted; what it works on may have changed by then. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** So long the host may be held at a time, ms; a step itself takes a few at most. */
const mostMillis = 6;

export async function inTurns<Value>(steps: Steps<Value>): Promise<Value> {
  for (;;) {
    const end = performance.now() + mostMillis;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await setImmediate();
  }
}

/** For what is small: all of it at once. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Things looked at between two yields: a millisecond or two of work. */
export const stepSize = 2048;

/** In portions. */
export function* portions<One>(all: readonly One[]): Generator<readonly One[], void, undefined> {
  for (let from = 0; from < all.length; from += stepSize) yield all.slice(from, from + stepSize);
}

export function* kept<One>(all: readonly One[], test: (one: One) => boolean): Steps<readonly One[]> {
  const found: One[] = [];
  for (const portion of portions(all)) {
    for (const one of portion) if (test(one)) found.push(one);
    yield;
  }
  return found;
}

/** One after another: the next begins when the one before has ended, however it ended. */
export function createLane(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
