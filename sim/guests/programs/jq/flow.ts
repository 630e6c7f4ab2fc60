import type { Json } from './json.ts';
import { kindOf, compact, written } from './json.ts';

/** A value, and where in the input it stands; null: it stands nowhere in it. */
export type Spot = { readonly value: Json; readonly path: readonly Json[] | null };

/** Why no more values come: an error to be caught, or the way out to a label. */
export type Fault =
  | { readonly kind: 'error'; readonly value: Json }
  | { readonly kind: 'break'; readonly label: object };

/** Values one after the other, a breath (null) now and then; ends with what went wrong. */
export type Flow = Generator<Spot | null, Fault | null, void>;

export const error = (value: Json): Fault => ({ kind: 'error', value });
export const plain = (value: Json): Spot => ({ value, path: null });

/** Does it with every value, until something goes wrong. */
export function* over(source: Flow, act: (spot: Spot) => Flow): Flow {
  for (;;) {
    const next = source.next();
    if (next.done === true) return next.value;
    if (next.value === null) {
      yield null;
      continue;
    }
    const fault = yield* act(next.value);
    if (fault !== null) return fault;
  }
}

/** For what takes values and gives none back. */
export const taking = (take: (spot: Spot) => Fault | null | void): ((spot: Spot) => Flow) =>
  function* (spot): Flow {
    yield* [];
    return take(spot) ?? null;
  };

/** As errors show it: cut where it is long. */
export function shown(value: Json): string {
  const text = written(value, compact);
  const short = text.length > 11 ? `${text.slice(0, 10)}...` : text;
  return `${kindOf(value)} (${short})`;
}

/** The input with what stands at its end. */
export const deeper = (spot: Spot, key: Json, value: Json): Spot => ({
  value,
  path: spot.path === null ? null : [...spot.path, key],
});
