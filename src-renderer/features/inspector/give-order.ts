/** From a button or a menu to the unit: the grave orders wait for a yes. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { nameOfEntity } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { asksFirst } from './order-rules.ts';

export type Asked = { readonly target: EntityId; readonly verb: OrderVerb };

/** What waits for a yes; the inspector asks it. */
export const useAsked = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));
export const dropAsked = (): void => useAsked.setState({ asked: null });

export async function sendOrder({ target, verb }: Asked, value: number | null = null): Promise<void> {
  const words = text().inspector.orders;
  const done = words.done(words.verbs[verb], value, nameOfEntity(target));
  await perform({ type: 'plant.order', target, verb, value }, done);
}

export async function giveOrder(order: Asked): Promise<void> {
  if (!asksFirst(order.verb)) return sendOrder(order);
  // Asked where the unit is seen: a menu on the floor may be about another one.
  if (useSelection.getState().selected !== order.target) useSelection.getState().select(order.target);
  useAsked.setState({ asked: order });
}
