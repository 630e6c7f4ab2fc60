import { isData } from '../wire/value.ts';
import type { Data } from '../wire/value.ts';

/** Of a policy that was set in part the rest is as usual. */
export function over(usual: Data, set: Data): Data {
  const both: Record<string, Data[string]> = { ...usual };
  for (const [field, value] of Object.entries(set)) {
    const before = usual[field];
    both[field] = isData(before) && isData(value) ? over(before, value) : value;
  }
  return both;
}
