import type { Endpoint } from './connection.ts';
import type { Settings } from './settings.ts';
import { nothingOwn } from './own-network.ts';

export type { WireInterface } from './wire-interface.ts';

/** How a machine is connected, as the lab has it. Asked whenever somebody wants to know, so it tells the truth of the moment. */
export type Wire = Settings & {
  /** Who is asked for names, as a server of addresses told it; what counts is the guest's own resolv.conf. */
  readonly nameServers: () => readonly string[];
  /** Whether questions about names that are sent there are answered now. */
  readonly servesNames: (address: string) => boolean;
  /** What follows a machine's name in full: `lab.internal`. */
  readonly domain: () => string;
  /** An address of a machine's name, with or without the domain; null: nobody is called so. */
  readonly resolve: (name: string) => string | null;
  /** Who has an address, in full; null: nobody is known there. */
  readonly nameOf: (address: string) => string | null;
  readonly reach: (address: string) => Reach;
  readonly dial: (address: string, port: number, ownPort: number) => Dialed;
  /** Who on the same cables was spoken to. */
  readonly neighbours: () => readonly Neighbour[];
  /** Those on this card; null: all. */
  readonly forget: (card: string | null) => void;
  /** What went over an interface, by its name. */
  readonly traffic: (name: string) => Traffic;
  /** Packets that went to an address and came from there. */
  readonly count: (address: string, packets: Exchanged) => void;
};

export type Neighbour = {
  readonly address: string;
  readonly interface: string;
  /** null: it does not answer. */
  readonly hardware: string | null;
};

export type Amount = { readonly bytes: number; readonly packets: number };
export type Traffic = { readonly received: Amount; readonly sent: Amount };
export type Exchanged = { readonly sent: number; readonly received: number };

export type Reach =
  | {
      readonly ok: true;
      readonly milliseconds: number;
      /** Routers between, the nearest first. */ readonly hops: readonly string[];
    }
  /** `silent`: packets are lost; `unreachable`: a router says so; `no-route`: the machine itself knows no way. */
  | {
      readonly ok: false;
      readonly reason: 'silent' | 'unreachable' | 'no-route';
      /** How far packets come. */
      readonly hops: readonly string[];
    };

type Opened = { readonly kind: 'open'; readonly endpoint: Endpoint; readonly milliseconds: number };
type Refused = { readonly kind: 'refused' | 'silent' | 'unreachable' | 'no-route' };
export type Answered = Opened | Refused;
/** `pending`: who is called has to wake up first; told once. */
export type Dialed =
  | Answered
  | { readonly kind: 'pending'; readonly listen: (answered: (answer: Answered) => void) => void };

const nothing = { bytes: 0, packets: 0 } as const;

/** A machine that hangs on nothing. */
export const noWire: Wire = {
  interfaces: () => [],
  gateway: () => null,
  routes: () => [],
  given: () => ({ interfaces: [], gateway: null }),
  own: () => nothingOwn,
  change: () => undefined,
  nameServers: () => [],
  servesNames: () => false,
  domain: () => 'localdomain',
  resolve: () => null,
  nameOf: () => null,
  reach: () => ({ ok: false, reason: 'no-route', hops: [] }),
  dial: () => ({ kind: 'no-route' }),
  neighbours: () => [],
  forget: () => undefined,
  traffic: () => ({ received: nothing, sent: nothing }),
  count: () => undefined,
};
