import type { Order } from '../../contract/orders.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { atsAuto, onGenset, onUtility } from './ats-words.ts';
import { replaceCell } from './cells.ts';
import { orderGenset } from './genset.ts';
import { disturb } from './racks.ts';
import { modeBypass, modeEco, modeOff, modeOnline } from './ups-words.ts';

/** An operator's hand on a switch of the power chain. What it is not for, it leaves alone. */
export function orderPower(state: PlantState, layout: PlantLayout, order: Order): void {
  switch (order.verb) {
    case 'breaker-open':
    case 'breaker-close':
      return orderBreaker(state, layout, order);
    case 'ups-online':
      return setMode(state, layout, { order, kind: 'ups', mode: modeOnline });
    case 'ups-eco':
      return setMode(state, layout, { order, kind: 'ups', mode: modeEco });
    case 'ups-bypass':
      return setMode(state, layout, { order, kind: 'ups', mode: modeBypass });
    case 'ups-off':
      return setMode(state, layout, { order, kind: 'ups', mode: modeOff });
    case 'ats-auto':
      return setMode(state, layout, { order, kind: 'ats', mode: atsAuto });
    case 'ats-utility':
      return setMode(state, layout, { order, kind: 'ats', mode: onUtility });
    case 'ats-genset':
      return setMode(state, layout, { order, kind: 'ats', mode: onGenset });
    case 'genset-start':
    case 'genset-stop':
    case 'genset-auto':
    case 'genset-refuel': {
      const at = layout.index.genset.get(order.target);
      if (at !== undefined) orderGenset(state, at, order.verb);
      return;
    }
    case 'cell-replace': {
      const at = layout.index.battery.get(order.target);
      if (at !== undefined) replaceCell(state, layout.power.strings, { at, number: order.value ?? 0 });
      return;
    }
    case 'unit-on':
    case 'unit-off':
    case 'leak-dry':
      return;
    default:
      order.verb satisfies never;
  }
}

type Setting = { readonly order: Order; readonly kind: 'ups' | 'ats'; readonly mode: number };

function setMode(state: PlantState, layout: PlantLayout, { order, kind, mode }: Setting): void {
  const at = layout.index[kind].get(order.target);
  if (at !== undefined) state[kind].columns.mode[at] = mode;
}

function orderBreaker(state: PlantState, { index, power }: PlantLayout, { target, verb }: Order): void {
  for (const kind of ['pdu', 'panel'] as const) {
    const at = index[kind].get(target);
    if (at === undefined) continue;
    const { breaker, state: word } = state[kind].columns;
    breaker[at] = verb === 'breaker-close' ? 1 : 0;
    // The step itself says whether there is power behind it.
    word[at] = 0;
    if (kind === 'pdu') disturb(power.racks, at);
  }
}
