/** What stands on the wire, as our code holds it. The schema knows the rest. */

/** A managed object by its type and its name. */
export type Ref = { readonly _ref: string; readonly value: string };

/** `_type` where it is not the one that the schema declares: a subtype, or the filling of an anyType. */
export type Data = { readonly _type?: string | undefined; readonly [field: string]: Value };

/** In place of an array in an answer: its items are made while they are written, so a large answer is never held whole. */
export type Lazy = { readonly _each: () => Iterable<Value> };

/** undefined is left out. Dates are ISO texts, bytes are base64. */
export type Value = undefined | null | string | number | boolean | Ref | Data | Lazy | readonly Value[];

export const isRef = (value: Value): value is Ref =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && '_ref' in value;

export const isData = (value: Value): value is Data =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('_ref' in value) &&
  !('_each' in value);

export const isLazy = (value: Value): value is Lazy =>
  typeof value === 'object' && value !== null && '_each' in value;

export const isoOf = (millis: number): string => new Date(millis).toISOString();
