/** Consoles of an endpoint: screens, tickets that lead to them, and who is there. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { createTickets } from '../server/tickets.ts';
import type { Tickets } from '../server/tickets.ts';
import type { TlsFiles } from '../tls/lab-tls.ts';
import { emptyHouse } from './empty-house.ts';
import { createGlyphs } from './glyphs.ts';
import type { Glyphs } from './glyphs.ts';
import { createScreens } from './screens.ts';
import type { ConsoleHouse, Screens } from './screens.ts';
import type { Announcement } from '../../../host/announcement.ts';

/** What a ticket opens, and to whom it was given. */
export type Pass = { readonly machine: EntityId; readonly user: string };

export type Connection = {
  readonly machine: EntityId;
  readonly label: string;
  readonly client: string;
  readonly user: string;
  readonly close: () => void;
};

export type ConsoleDesk = {
  readonly screens: Pick<Screens, 'of'>;
  readonly tickets: Tickets<Pass>;
  readonly glyphs: Glyphs;
  readonly enter: (connection: Connection) => () => void;
  readonly connectionsOf: (machine: EntityId) => readonly Connection[];
  /** null: the endpoint speaks plainly. */
  readonly tls: Pick<TlsFiles, 'cert' | 'thumbprints'> | null;
  readonly close: () => void;
};

export type ConsoleDeps = {
  readonly listen: (listener: (announcement: Announcement) => void) => () => void;
  readonly wallNow: () => number;
  /** Left out: nothing runs in the machines. */
  readonly guests?: { readonly house?: ConsoleHouse } | undefined;
  readonly tls?: ConsoleDesk['tls'] | undefined;
};

const ticketMillis = 30 * 60_000;

export function createConsoleDesk({ listen, wallNow, guests, tls }: ConsoleDeps): ConsoleDesk {
  const screens = createScreens({ house: guests?.house ?? emptyHouse, listen });
  const connections = new Set<Connection>();
  return {
    screens,
    tickets: createTickets<Pass>({ now: wallNow, lifeMillis: ticketMillis, prefix: '' }),
    glyphs: createGlyphs(),
    enter: (connection) => {
      connections.add(connection);
      return () => connections.delete(connection);
    },
    connectionsOf: (machine) => [...connections].filter((each) => each.machine === machine),
    tls: tls ?? null,
    close: () => {
      screens.close();
      for (const { close } of connections) close();
    },
  };
}
