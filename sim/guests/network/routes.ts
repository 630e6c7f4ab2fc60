import { numberOfAddress } from '../../inventory/ipv4.ts';
import type { OwnNetwork } from './own-network.ts';
import { isNearTo, isSecondary, networkOf } from './own-network.ts';
import type { WireInterface } from './wire-interface.ts';

/** A way as the kernel's table has it. */
export type Route = {
  readonly to: string;
  readonly prefix: number;
  readonly via: string | null;
  readonly card: string;
  readonly metric: number;
  /** Whom it comes from, where the table says so. */
  readonly source: string | null;
  /** `kernel`: of an address; `lab`: what the network told; the others were set. */
  readonly by: 'kernel' | 'lab' | 'command' | 'file';
};

type Setting = {
  /** As the machine has set them. */
  readonly cards: readonly WireInterface[];
  /** The lab's. */
  readonly gateway: string | null;
  readonly own: OwnNetwork;
};

const leadsTo = (card: WireInterface, to: string): boolean => card.addresses.some((one) => isNearTo(one, to));

/** In the kernel's order: by network, then by what a way costs. */
export function routesOf({ cards, gateway, own }: Setting): readonly Route[] {
  const up = cards.filter(({ isUp }) => isUp);
  const kernel = up.flatMap((card) =>
    card.addresses.flatMap(({ address, prefix }, at): Route[] =>
      prefix === 32 || isSecondary(card, at)
        ? []
        : [
            {
              to: networkOf(address, prefix),
              prefix,
              via: null,
              card: card.name,
              metric: 0,
              source: address,
              by: 'kernel',
            },
          ],
    ),
  );
  const out = gateway === null || own.isWithoutGateway ? undefined : up.find((one) => leadsTo(one, gateway));
  const lab: Route[] =
    out === undefined
      ? []
      : [{ to: '0.0.0.0', prefix: 0, via: gateway, card: out.name, metric: 0, source: null, by: 'lab' }];
  const set = own.routes
    .filter(({ card }) => up.some(({ name }) => name === card))
    .map(({ to, via, card, metric, isStatic }): Route => {
      const [network = '', prefix = '32'] = to.split('/');
      const by = isStatic ? 'file' : 'command';
      return { to: network, prefix: Number(prefix), via, card, metric, source: null, by };
    });
  return [...lab, ...kernel, ...set].toSorted(
    (one, other) =>
      numberOfAddress(one.to) - numberOfAddress(other.to) ||
      one.prefix - other.prefix ||
      one.metric - other.metric,
  );
}

/** The narrowest that fits, and of those the cheapest; null: there is no way. */
export function routeTo(routes: readonly Route[], to: string): Route | null {
  let best: Route | null = null;
  for (const route of routes)
    if (
      isNearTo({ address: route.to, prefix: route.prefix }, to) &&
      (best === null || route.prefix > best.prefix)
    )
      best = route;
  return best;
}

/** Whom a packet comes from that goes this way. */
export function sourceFor(cards: readonly WireInterface[], { card, via, source, to }: Route): string | null {
  const { addresses } = cards.find(({ name }) => name === card) ?? { addresses: [] };
  const near = addresses.find((one) => isNearTo(one, via ?? to));
  return source ?? near?.address ?? addresses[0]?.address ?? null;
}
