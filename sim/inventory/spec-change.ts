/** A spec with the fields that are named laid over it; null takes an optional field away. */
export const specWith = (spec: object, change: object | undefined): object =>
  Object.fromEntries(Object.entries({ ...spec, ...change }).filter(([, value]) => value !== null));
