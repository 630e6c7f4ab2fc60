import type { Kind } from './entities.ts';
import type { OrderVerb } from './orders.ts';

/** What each verb may be said to, and how people call it. `cell-replace` takes the cell's number as its value. */
export const orderTable = {
  'breaker-open': { kinds: ['pdu', 'panel'], title: 'Open breaker', value: 'none' },
  'breaker-close': { kinds: ['pdu', 'panel'], title: 'Close breaker', value: 'none' },
  'ups-online': { kinds: ['ups'], title: 'To online', value: 'none' },
  'ups-eco': { kinds: ['ups'], title: 'To eco mode', value: 'none' },
  'ups-bypass': { kinds: ['ups'], title: 'To bypass', value: 'none' },
  'ups-off': { kinds: ['ups'], title: 'Switch off', value: 'none' },
  'genset-start': { kinds: ['genset'], title: 'Start', value: 'none' },
  'genset-stop': { kinds: ['genset'], title: 'Stop', value: 'none' },
  'genset-auto': { kinds: ['genset'], title: 'To automatic', value: 'none' },
  'genset-refuel': { kinds: ['genset'], title: 'Fill the tank', value: 'none' },
  'ats-utility': { kinds: ['ats'], title: 'To utility', value: 'none' },
  'ats-genset': { kinds: ['ats'], title: 'To genset', value: 'none' },
  'ats-auto': { kinds: ['ats'], title: 'To automatic', value: 'none' },
  'unit-on': { kinds: ['crac', 'chiller'], title: 'Switch on', value: 'none' },
  'unit-off': { kinds: ['crac', 'chiller'], title: 'Switch off', value: 'none' },
  'leak-dry': { kinds: ['room', 'crac'], title: 'Mop up', value: 'none' },
  'cell-replace': { kinds: ['battery'], title: 'Replace cell', value: 'number' },
} as const satisfies Record<
  OrderVerb,
  { readonly kinds: readonly Kind[]; readonly title: string; readonly value: 'none' | 'number' }
>;

