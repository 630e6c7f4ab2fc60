/** Files on their way into guests and out of them: each under an address that is good for once. */
import { randomBytes } from 'node:crypto';
import type { FileChange, Hands } from './hands.ts';

export type Transfer = {
  readonly machine: string;
  readonly path: string;
  readonly hands: Hands;
} & (
  | { readonly way: 'from' }
  | { readonly way: 'to'; readonly size: number; readonly isReplaced: boolean; readonly change: FileChange }
);

export type Transfers = {
  /** Answers its token. */
  readonly put: (transfer: Transfer, now: number) => string;
  /** Once; undefined: there is none, or it was too long ago. */
  readonly take: (token: string, now: number) => Transfer | undefined;
};

const keptMillis = 600_000;
const most = 10_000;

export function createTransfers(): Transfers {
  const waiting = new Map<string, { readonly transfer: Transfer; readonly until: number }>();
  const sweep = (now: number): void => {
    for (const [token, { until }] of waiting) {
      if (until > now && waiting.size <= most) return;
      waiting.delete(token);
    }
  };
  return {
    put: (transfer, now) => {
      sweep(now);
      const token = randomBytes(24).toString('hex');
      waiting.set(token, { transfer, until: now + keptMillis });
      return token;
    },
    take: (token, now) => {
      sweep(now);
      const found = waiting.get(token);
      waiting.delete(token);
      return found?.transfer;
    },
  };
}
