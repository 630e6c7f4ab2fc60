import type { Bytes } from '../../../bytes.ts';
import type { OwnNetwork } from '../../../network/own-network.ts';
import { isNearTo } from '../../../network/own-network.ts';
import type { Wire } from '../../../network/wire.ts';
import type { WireInterface } from '../../../network/wire-interface.ts';
import { prefixIn } from './ip-call.ts';

/** The first that begins so, as all of iproute2's words may be cut short; null: none. */
export const actOf = <Act extends string>(acts: readonly Act[], word: Bytes): Act | null =>
  acts.find((act) => act.startsWith(word)) ?? null;

/** What led over a card that is switched off, or that has no address any more, is forgotten. */
export const withoutWaysOver = (wire: Wire, own: OwnNetwork, card: Bytes): OwnNetwork => ({
  ...own,
  routes: own.routes.filter((route) => route.card !== card),
  isWithoutGateway:
    own.isWithoutGateway || wire.routes().some((route) => route.by === 'lab' && route.card === card),
});

/** Whether somebody on one of a card's own networks is meant. */
export const isOnCable = ({ addresses }: WireInterface, to: Bytes): boolean =>
  addresses.some((one) => isNearTo(one, to));

/** `to 10.0.0.0/8`. */
export const isWithin = (address: Bytes, to: Bytes | undefined): boolean => {
  const found = to === undefined ? null : prefixIn(to);
  return found === null || isNearTo(found, address);
};
