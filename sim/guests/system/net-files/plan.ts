import type { Bytes } from '../../bytes.ts';
import type { OwnNetwork, OwnRoute } from '../../network/own-network.ts';
import { isNearTo } from '../../network/own-network.ts';
import type { Wire } from '../../network/wire.ts';

/** What a file says of one card. */
export type CardPlan = {
  readonly card: Bytes;
  /** `given`: what the lab gives it, as a server of addresses tells. */
  readonly method: 'given' | 'static' | 'none';
  readonly addresses: readonly { readonly address: Bytes; readonly prefix: number }[];
  readonly gateway: Bytes | null;
  readonly routes: readonly Pick<OwnRoute, 'to' | 'via' | 'metric'>[];
  readonly mtu: number | null;
  /** Servers of names, where the file's keeper writes them into resolv.conf. */
  readonly servers: readonly Bytes[];
  readonly search: readonly Bytes[];
  /** At each start. */
  readonly isAutomatic: boolean;
  /** What a shell is told once it is up, and before it goes down. */
  readonly ups: readonly Bytes[];
  readonly downs: readonly Bytes[];
};

export const emptyPlan = (card: Bytes): CardPlan => ({
  card,
  method: 'given',
  addresses: [],
  gateway: null,
  routes: [],
  mtu: null,
  servers: [],
  search: [],
  isAutomatic: false,
  ups: [],
  downs: [],
});

/** A file that cannot be read: where, and why. */
export type FileFault = {
  readonly path: Bytes;
  readonly line: number;
  readonly text: Bytes;
  readonly about: Bytes;
};
export type Plans = readonly CardPlan[] | FileFault;

export const isFault = (plans: Plans): plans is FileFault => 'line' in plans;

const everywhere = '0.0.0.0/0';

const labAddresses = ({ given }: Wire, card: Bytes) =>
  given().interfaces.find(({ name }) => name === card)?.addresses ?? [];

/** Whether the lab's gateway is this card's. */
function leadsOut(wire: Wire, card: Bytes): boolean {
  const { gateway } = wire.given();
  return gateway !== null && labAddresses(wire, card).some((one) => isNearTo(one, gateway));
}

/** The card as the lab gives it, with nothing of its own. */
export function cleared(wire: Wire, own: OwnNetwork, card: Bytes): OwnNetwork {
  return {
    off: own.off.filter((name) => name !== card),
    added: own.added.filter((one) => one.card !== card),
    without: own.without.filter((one) => one.card !== card),
    routes: own.routes.filter((one) => one.card !== card),
    sizes: own.sizes.filter((one) => one.card !== card),
    isWithoutGateway: own.isWithoutGateway && !leadsOut(wire, card),
  };
}

/** Without an address, and without ways. */
export function emptied(wire: Wire, before: OwnNetwork, card: Bytes): OwnNetwork {
  const own = cleared(wire, before, card);
  const gone = labAddresses(wire, card).map(({ address }) => ({ card, address }));
  return {
    ...own,
    without: [...own.without, ...gone],
    isWithoutGateway: own.isWithoutGateway || leadsOut(wire, card),
  };
}

export function withPlan(wire: Wire, before: OwnNetwork, plan: CardPlan): OwnNetwork {
  const { card, method, gateway, mtu } = plan;
  const own = method === 'given' ? cleared(wire, before, card) : emptied(wire, before, card);
  const added = plan.addresses.map((one) => ({ ...one, card, broadcast: null }));
  const out = gateway === null ? [] : [{ to: everywhere, via: gateway, metric: 0 }];
  const routes = [...out, ...plan.routes].map((one): OwnRoute => ({ ...one, card, isStatic: true }));
  return {
    ...own,
    added: [...own.added, ...added],
    routes: [...own.routes, ...routes],
    sizes: mtu === null ? own.sizes : [...own.sizes, { card, mtu }],
  };
}
