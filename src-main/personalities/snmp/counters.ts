import { counterOids } from './counters.table.ts';
import type { CounterName } from './counters.table.ts';

export type Counters = Record<CounterName, number>;

export const createCounters = (): Counters =>
  Object.fromEntries(Object.keys(counterOids).map((name) => [name, 0])) as Counters;
