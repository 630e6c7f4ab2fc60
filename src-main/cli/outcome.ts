import type { Refusal, Result } from '../../sim/contract/result.ts';

/** Why a verb ended without doing what was asked. Each kind has its exit code. */
export type Failure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'usage'; readonly message: string; readonly hint?: string }
  | { readonly kind: 'no-host'; readonly message: string; readonly hint?: string }
  | { readonly kind: 'lost'; readonly message: string }
  | { readonly kind: 'interrupted' };

export type Outcome<T> = Result<T, Failure>;

/** Documented in docs/cli.md; scripts depend on them. */
export const exitCodes = {
  ok: 0,
  refused: 1,
  usage: 2,
  'no-host': 3,
  lost: 4,
  interrupted: 130,
} as const satisfies Record<Failure['kind'] | 'ok', number>;

export const exitCodeOf = (outcome: Outcome<unknown>): number =>
  exitCodes[outcome.ok ? 'ok' : outcome.refusal.kind];

export const done: Outcome<undefined> = { ok: true, value: undefined };

export const failed = (failure: Failure): Outcome<never> => ({ ok: false, refusal: failure });

export const misused = (message: string, hint?: string): Outcome<never> =>
  failed({ kind: 'usage', message, ...(hint === undefined ? {} : { hint }) });

export const notFound = (message: string, hint?: string): Outcome<never> =>
  failed({
    kind: 'refused',
    refusal: { code: 'not-found', message, ...(hint === undefined ? {} : { hint }) },
  });
