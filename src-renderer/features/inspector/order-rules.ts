/** Which orders a unit obeys, and which of them make no sense as it is now. Pure. */
import type { Kind } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';
import { text } from '../../text/text.ts';
import { askFirst, senseless } from './order-words.table.ts';

const verbs = Object.keys(orderTable) as OrderVerb[];

/** Those that are a button. A cell is replaced where one sees it. */
export const ordersOf = (kind: Kind): readonly OrderVerb[] =>
  verbs.filter((verb) => {
    const { kinds, value }: { readonly kinds: readonly Kind[]; readonly value: string } = orderTable[verb];
    return value === 'none' && kinds.includes(kind);
  });

/** What a unit says of itself now; null where it has no such sensor, or none that was read. */
export type UnitSays = {
  readonly state: string | null;
  readonly breaker: string | null;
  readonly leak: string | null;
  /** % of the tank. */
  readonly fuel: number | null;
};

const full = 99.5;

/** Which of its sensors tells whether the order makes sense. A breaker's own contact knows best. */
function wordOn(verb: OrderVerb, says: UnitSays): string | null {
  if (verb === 'leak-dry') return says.leak;
  if (verb === 'breaker-open' || verb === 'breaker-close') return says.breaker ?? says.state;
  return says.state;
}

/** Why not now; null where it may be tried. The host has the last word. */
export function orderRefusal(verb: OrderVerb, says: UnitSays): string | null {
  const words = text().inspector.orders;
  if (verb === 'genset-refuel') {
    return says.fuel !== null && says.fuel >= full ? words.tankFull : null;
  }
  const word = wordOn(verb, says);
  const why = word === null ? undefined : senseless[verb]?.[word];
  return why === undefined ? null : words.senseless[why];
}

export const asksFirst = (verb: OrderVerb): boolean => askFirst[verb] !== undefined;
