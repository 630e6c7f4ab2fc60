/** Machines' systems as the host that runs them hands them over, and what is remembered of work in them. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import type { Box } from '../../../guests/container/box.ts';
import type { GuestLook, LiveGuest } from '../../../guests/live-guest.ts';
import type { ConsoleHouse } from '../console/screens.ts';
import { createStarted } from './started.ts';
import type { Started } from './started.ts';
import { createTickets } from './tickets.ts';
import type { Tickets } from './tickets.ts';
import { createTransfers } from './transfers.ts';
import type { Transfers } from './transfers.ts';

export type Guests = {
  /** Where consoles of machines are opened. */
  readonly house?: ConsoleHouse;
  /** Started where it does not run yet. */
  readonly open: (machine: EntityId) => Promise<Result<LiveGuest>>;
  /** Of one that runs simulated, without waking anything; null: nobody looks into it. */
  readonly look: (machine: EntityId) => GuestLook | null;
  /** A container runs for it. */
  readonly isBacked: (machine: EntityId) => boolean;
  /** `anyone`: whoever gives any name and password, as vcsim does; a name that the guest does not know is root. */
  readonly admits: 'known' | 'anyone';
  /** null: its machine is off. */
  readonly boxOf: (machine: EntityId) => Promise<Result<Box | null>>;
  /** What it needs of this computer to be switched on, or why that is not to be had. */
  readonly ready?: (machine: EntityId) => Promise<Result<null>>;
};

export type GuestDesk = {
  /** null: nothing runs in the machines of this endpoint. */
  readonly guests: Guests | null;
  /** Memory of the tools in the guests: gone when they are. */
  readonly started: Started;
  readonly transfers: Transfers;
  readonly tickets: Tickets;
};

export const createGuestDesk = (guests: Guests | null): GuestDesk => ({
  guests,
  started: createStarted(),
  transfers: createTransfers(),
  tickets: createTickets(),
});
