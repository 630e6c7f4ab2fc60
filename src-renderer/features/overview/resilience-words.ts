import type { ResilienceLevel, SystemResilience } from '../../../sim/contract/sites.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';

type Words = Catalogue['overview']['resilience'];

/** What may fail is normal; what hangs on one thing by design is worth knowing, and no alarm. */
export const levelMarks = {
  none: 'critical',
  N: 'info',
  'N+1': 'ok',
  '2N': 'ok',
} as const satisfies Record<ResilienceLevel, StatusKind>;

/** What breaks a system, in a few words; empty where no one thing does. */
export function breaksText(
  words: Words,
  { breaks }: SystemResilience,
  nameOf: (id: string) => string,
): string {
  const [first] = breaks;
  return first === undefined ? '' : words.alone(nameOf(first), breaks.length - 1);
}
