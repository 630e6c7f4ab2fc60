import type { Account } from '../accounts.ts';
import type { BoxDoor, BoxUser } from '../container/sessions.ts';
import type { LiveGuest } from '../live-guest.ts';

/** Who came in, to which guest, from where. */
export type Visit = {
  readonly kind: 'guest';
  readonly guest: LiveGuest;
  readonly account: Account;
  readonly from: string;
};

/** The same, where a container runs for the machine. */
export type BoxVisit = {
  readonly kind: 'box';
  readonly door: BoxDoor;
  readonly user: BoxUser;
  readonly from: string;
};
