import type { Order } from '../../contract/orders.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';

/** An operator's hand on a cooling unit, a chiller, or a mop. */
export function orderAir(state: PlantState, layout: PlantLayout, order: Order): void {
  switch (order.verb) {
    case 'unit-on':
      switchUnit(state, layout, { ...order, mode: 0 });
      return;
    case 'unit-off':
      switchUnit(state, layout, { ...order, mode: 1 });
      return;
    case 'leak-dry':
      mop(state, layout, order);
      return;
    default:
      // Everything else is said to the power chain.
      return;
  }
}

function switchUnit(
  state: PlantState,
  { index }: PlantLayout,
  { target, mode }: Pick<Order, 'target'> & { readonly mode: 0 | 1 },
): void {
  const unit = index.crac.get(target);
  if (unit !== undefined) state.crac.columns.mode[unit] = mode;
  const chiller = index.chiller.get(target);
  if (chiller !== undefined) state.chiller.columns.mode[chiller] = mode;
}

function mop(state: PlantState, { index, air }: PlantLayout, { target }: Pick<Order, 'target'>): void {
  const unit = index.crac.get(target);
  const room = index.room.get(target);
  for (let i = 0; i < air.crac.room.length; i += 1) {
    if (i === unit || (room !== undefined && air.crac.room[i] === room)) state.crac.columns.leak[i] = 0;
  }
}
