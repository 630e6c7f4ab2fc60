/** What is set on a host now and is in use at its next start only. */
import type { Vc } from '../../vc.ts';
import { bootedAt } from './booted.ts';
import type { Host } from './host.ts';

export type AtStart<T> = {
  readonly wanted: T;
  readonly before: T;
  /** Lab time. */
  readonly at: number;
};

type Lab = Pick<Vc, 'world' | 'now'>;

export const inUse = <T>(vc: Lab, host: Host, { wanted, before, at }: AtStart<T>): T =>
  wanted === before || bootedAt(vc, host) > at ? wanted : before;

export const setAtStart = <T>(
  { vc, host }: { readonly vc: Lab; readonly host: Host },
  kept: AtStart<T>,
  wanted: T,
): AtStart<T> => ({
  wanted,
  before: inUse(vc, host, kept),
  at: vc.now(),
});
