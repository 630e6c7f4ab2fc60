import type { OwnNetwork } from './own-network.ts';
import { nothingOwn, withOwn } from './own-network.ts';
import type { Route } from './routes.ts';
import { routesOf } from './routes.ts';
import type { WireInterface } from './wire-interface.ts';

/** How a machine's network is set: the lab's cards and gateway, and what its administrator made of them. */
export type Settings = {
  /** Beside the loopback, which every machine has. */
  readonly interfaces: () => readonly WireInterface[];
  /** The way out, whoever set it. */
  readonly gateway: () => string | null;
  readonly routes: () => readonly Route[];
  /** As the lab has it, before anybody set anything. */
  readonly given: () => Given;
  readonly own: () => OwnNetwork;
  readonly change: (own: OwnNetwork) => void;
};

type Given = {
  readonly interfaces: readonly WireInterface[];
  readonly gateway: string | null;
};

/** One for each of thousands of machines, so it holds little. */
export function createSettings(given: () => Given): Settings {
  let own = nothingOwn;
  const routes = (): readonly Route[] => {
    const { interfaces, gateway } = given();
    return routesOf({ cards: withOwn(interfaces, own), gateway, own });
  };
  return {
    interfaces: () => withOwn(given().interfaces, own),
    routes,
    gateway: () => routes().find(({ prefix }) => prefix === 0)?.via ?? null,
    given,
    own: () => own,
    change: (next) => {
      own = next;
    },
  };
}
