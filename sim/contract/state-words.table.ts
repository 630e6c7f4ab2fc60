import type { Kind, Metric } from './entities.ts';

/** What the numbers of a state mean, by kind: the place in the list is the number that a sensor says. */
export const stateWords = {
  utility: ['lost', 'present'],
  transformer: ['dead', 'energised', 'tripped'],
  genset: ['off', 'delay', 'cranking', 'warming', 'running', 'cooling-down', 'failed', 'out-of-fuel'],
  ats: ['open', 'on-utility', 'on-genset'],
  ups: ['off', 'online', 'eco', 'on-battery', 'on-bypass', 'failed'],
  battery: ['floating', 'discharging', 'charging', 'exhausted', 'disconnected'],
  panel: ['dead', 'energised', 'tripped'],
  pdu: ['dead', 'energised', 'tripped'],
  crac: ['off', 'running', 'starting', 'failed', 'no-power'],
  chiller: ['off', 'running', 'starting', 'tripped', 'no-power', 'economiser'],
  rack: ['dark', 'partly-powered', 'powered'],
} as const satisfies Partial<Record<Kind, readonly string[]>>;

/** Metrics with two values. */
const pairs = {
  breaker: ['open', 'closed'],
  leak: ['dry', 'wet'],
  door: ['closed', 'open'],
} as const satisfies Partial<Record<Metric, readonly [string, string]>>;

/** The word for a reading of a metric whose values are words; null where the metric is a quantity. */
export function wordOf(kind: Kind, metric: Metric, value: number): string | null {
  const words = wordsOf(kind, metric);
  return words === null ? null : (words[Math.round(value)] ?? 'unknown');
}

export function wordsOf(kind: Kind, metric: Metric): readonly string[] | null {
  if (metric === 'state') return (stateWords as Partial<Record<Kind, readonly string[]>>)[kind] ?? null;
  return (pairs as Partial<Record<Metric, readonly string[]>>)[metric] ?? null;
}
