/** What a machine's own administrator made of its network: it holds until the machine starts again. */
import { addressesOf, addressOfNumber, numberOfAddress } from '../../inventory/ipv4.ts';
import type { WireInterface } from './wire-interface.ts';

export type OwnAddress = {
  readonly card: string;
  readonly address: string;
  readonly prefix: number;
  readonly broadcast: string | null;
};

export type OwnRoute = {
  /** With its prefix; of all that is left `0.0.0.0/0`. */
  readonly to: string;
  /** null: whoever is meant hangs on the same cable. */
  readonly via: string | null;
  readonly card: string;
  readonly metric: number;
  /** A file says so, and no command. */
  readonly isStatic: boolean;
};

export type OwnNetwork = {
  /** Cards that are switched off. */
  readonly off: readonly string[];
  /** Addresses of the lab that were taken off their cards. */
  readonly without: readonly { readonly card: string; readonly address: string }[];
  readonly added: readonly OwnAddress[];
  readonly routes: readonly OwnRoute[];
  /** The lab's gateway is not the way out any more. */
  readonly isWithoutGateway: boolean;
  readonly sizes: readonly { readonly card: string; readonly mtu: number }[];
};

export const nothingOwn: OwnNetwork = {
  off: [],
  without: [],
  added: [],
  routes: [],
  isWithoutGateway: false,
  sizes: [],
};

/** Where a machine's disk keeps it, for its kernel in another host and for the lab's cables. */
export const ownNetworkName = 'network';
export const ownNetworkPath = `//own/${ownNetworkName}`;

export const ownNetworkText = (own: OwnNetwork): string => JSON.stringify(own);
/** Only what `ownNetworkText` wrote is ever read. */
export const ownNetworkIn = (text: string): OwnNetwork => JSON.parse(text) as OwnNetwork;

export const networkOf = (address: string, prefix: number): string =>
  addressOfNumber(Math.floor(numberOfAddress(address) / addressesOf(prefix)) * addressesOf(prefix));
export const broadcastOf = (address: string, prefix: number): string =>
  addressOfNumber(numberOfAddress(networkOf(address, prefix)) + addressesOf(prefix) - 1);

type Addressed = WireInterface['addresses'][number];

export const isNearTo = ({ address, prefix }: Pick<Addressed, 'address' | 'prefix'>, to: string): boolean =>
  networkOf(to, prefix) === networkOf(address, prefix);

/** The lab's cards as the machine has set them. */
export const withOwn = (cards: readonly WireInterface[], own: OwnNetwork): readonly WireInterface[] =>
  own === nothingOwn ? cards : cards.map((card) => cardWith(card, own));

function cardWith(card: WireInterface, own: OwnNetwork): WireInterface {
  const { name } = card;
  const added = own.added
    .filter((one) => one.card === name)
    .map(({ address, prefix, broadcast }): Addressed => ({ address, prefix, broadcast }));
  const isOff = own.off.includes(name);
  return {
    ...card,
    ...(isOff ? { isUp: false, isOff } : {}),
    mtu: own.sizes.find((one) => one.card === name)?.mtu ?? card.mtu,
    addresses: [
      ...card.addresses.filter(({ address }) => !own.without.some((one) => one.address === address)),
      ...added,
    ],
  };
}

/** Of a network that the same card is in already. */
export const isSecondary = ({ addresses }: Pick<WireInterface, 'addresses'>, at: number): boolean => {
  const own = addresses[at];
  return (
    own !== undefined &&
    addresses.slice(0, at).some((one) => one.prefix === own.prefix && isNearTo(one, own.address))
  );
};
