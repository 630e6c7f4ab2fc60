import { createHash, randomBytes } from 'node:crypto';
import type { TerminalShareMade } from '../../sim/contract/terminal.ts';
import type { WallMillis } from '../../sim/contract/units.ts';

/** A way to look on at one session, for somebody who has nothing else. */
export type Share = {
  readonly id: string;
  readonly session: string;
  readonly name: string;
  readonly expiresAt: WallMillis;
};

export type Shares = {
  /** The token is told once and kept nowhere: only what proves it. */
  readonly make: (wish: Omit<Share, 'id' | 'expiresAt'> & { readonly minutes: number }) => TerminalShareMade;
  /** null: nobody's, taken back, or its time is over. */
  readonly of: (token: string) => Share | null;
  readonly list: () => readonly Share[];
  /** False where there is none. */
  readonly drop: (id: string) => boolean;
  readonly dropSession: (session: string) => void;
  readonly close: () => void;
};

type Known = { readonly share: Share; readonly proof: string; readonly timer: NodeJS.Timeout };

const proofOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** `over` is called for each that ends, by its time or by order. */
export function createShares(now: () => number, over: (share: Share) => void): Shares {
  const known = new Map<string, Known>();
  let last = 0;
  const drop = (id: string): boolean => {
    const found = known.get(id);
    if (found === undefined) return false;
    clearTimeout(found.timer);
    known.delete(id);
    over(found.share);
    return true;
  };
  return {
    make: ({ session, name, minutes }) => {
      last += 1;
      const id = `share-${last}`;
      const token = randomBytes(32).toString('base64url');
      const expiresAt = (now() + minutes * 60_000) as WallMillis;
      const timer = setTimeout(() => drop(id), minutes * 60_000);
      timer.unref();
      known.set(id, { share: { id, session, name, expiresAt }, proof: proofOf(token), timer });
      return { share: id, expiresAt, token };
    },
    of: (token) => {
      const proof = proofOf(token);
      const found = [...known.values()].find((one) => one.proof === proof);
      // A computer that slept may wake before its timer does.
      if (found === undefined || found.share.expiresAt <= now()) return null;
      return found.share;
    },
    list: () => [...known.values()].map(({ share }) => share),
    drop,
    dropSession: (session) => {
      for (const { share } of known.values()) if (share.session === session) drop(share.id);
    },
    close: () => {
      for (const { timer } of known.values()) clearTimeout(timer);
      known.clear();
    },
  };
}
