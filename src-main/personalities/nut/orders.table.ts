import type { OrderVerb } from '../../../sim/contract/orders.ts';

/** Instant commands, and the order that each is in the lab. */
export const commandTable = {
  'bypass.start': { description: 'Put the UPS in bypass mode', verb: 'ups-bypass' },
  'bypass.stop': { description: 'Take the UPS out of bypass mode', verb: 'ups-online' },
  'load.off': { description: 'Turn off the load immediately', verb: 'ups-off' },
  'load.on': { description: 'Turn on the load immediately', verb: 'ups-online' },
} as const satisfies Record<string, { readonly description: string; readonly verb: OrderVerb }>;

/** Variables that may be set, the values they take, and the order that each is in the lab. */
export const settableTable = {
  'input.eco.switchable': { normal: 'ups-online', ECO: 'ups-eco' },
} as const satisfies Record<string, Readonly<Record<string, OrderVerb>>>;
