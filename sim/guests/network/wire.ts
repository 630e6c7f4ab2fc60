import type { Endpoint } from './connection.ts';

/** How a machine is connected, as the lab has it. Asked whenever somebody wants to know, so it tells the truth of the moment. */
export type Wire = {
  /** Beside the loopback, which every machine has. */
  readonly interfaces: () => readonly WireInterface[];
  readonly gateway: () => string | null;
  /** An address of a name of the lab; null: nobody is called so. */
  readonly resolve: (name: string) => string | null;
  readonly reach: (address: string) => Reach;
  readonly dial: (address: string, port: number) => Dialed;
};

export type WireInterface = {
  readonly name: string;
  readonly hardware: string;
  readonly mtu: number;
  readonly isUp: boolean;
  readonly addresses: readonly { readonly address: string; readonly prefix: number }[];
};

export type Reach =
  | {
      readonly ok: true;
      readonly milliseconds: number;
      /** Routers between, the nearest first. */ readonly hops: readonly string[];
    }
  /** `silent`: packets are lost; `unreachable`: a router says so; `no-route`: the machine itself knows no way. */
  | { readonly ok: false; readonly reason: 'silent' | 'unreachable' | 'no-route' };

export type Dialed =
  | { readonly kind: 'open'; readonly endpoint: Endpoint; readonly milliseconds: number }
  | { readonly kind: 'refused' | 'silent' | 'unreachable' | 'no-route' };

/** A machine that hangs on nothing. */
export const noWire: Wire = {
  interfaces: () => [],
  gateway: () => null,
  resolve: () => null,
  reach: () => ({ ok: false, reason: 'no-route' }),
  dial: () => ({ kind: 'no-route' }),
};
