import type { Json } from './json.ts';
import { compared } from './json.ts';

type Keyed = { readonly key: Json; readonly item: Json };

export const ordered = (pairs: readonly Keyed[]): readonly Keyed[] =>
  pairs.toSorted((one, other) => compared(one.key, other.key));

/** Those of one key together, in the order of the keys. */
export function groups(pairs: readonly Keyed[]): readonly (readonly Keyed[])[] {
  const found: Keyed[][] = [];
  for (const pair of ordered(pairs)) {
    const last = found.at(-1);
    if (last?.[0] !== undefined && compared(last[0].key, pair.key) === 0) last.push(pair);
    else found.push([pair]);
  }
  return found;
}
