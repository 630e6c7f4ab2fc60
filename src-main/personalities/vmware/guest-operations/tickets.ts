/** Tickets of users who showed their password once: good in their machine until they are given back, or it starts anew. */
import { randomBytes } from 'node:crypto';
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { World } from '../../../../sim/index.ts';

type Vm = EntityOf<'vm'>;

/** A machine between two starts. */
type Run = { readonly machine: Vm['id']; readonly start: string };

export type Tickets = {
  readonly give: (user: string, run: Run) => string;
  /** undefined: it is none, or no longer, or one of another machine. */
  readonly userOf: (ticket: string, run: Run) => string | undefined;
  readonly release: (ticket: string) => void;
};

const most = 10_000;

export function createTickets(): Tickets {
  const given = new Map<string, Run & { readonly user: string }>();
  return {
    give: (user, run) => {
      const ticket = randomBytes(24).toString('hex');
      given.set(ticket, { ...run, user });
      const [oldest] = given.size > most ? given.keys() : [];
      if (oldest !== undefined) given.delete(oldest);
      return ticket;
    },
    userOf: (ticket, { machine, start }) => {
      const holder = given.get(ticket);
      return holder?.machine === machine && holder.start === start ? holder.user : undefined;
    },
    release: (ticket) => {
      given.delete(ticket);
    },
  };
}

export const runOf = ({ guests }: Pick<World, 'guests'>, { id, spec }: Vm): Run => ({
  machine: id,
  start: `${spec.startedAt ?? ''}/${guests.get(id)?.bootedAt ?? ''}`,
});
