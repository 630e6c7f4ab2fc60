import type { Account } from '../accounts.ts';
import type { LiveGuest } from '../live-guest.ts';

/** Who came in, to which guest, from where. */
export type Visit = { readonly guest: LiveGuest; readonly account: Account; readonly from: string };
