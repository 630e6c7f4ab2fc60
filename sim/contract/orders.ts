/** What an operator's hand does to a unit: the next step of the world obeys. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';

export const orderVerbSchema = z.enum([
  'breaker-open',
  'breaker-close',
  'ups-online',
  'ups-eco',
  'ups-bypass',
  'ups-off',
  'genset-start',
  'genset-stop',
  'genset-auto',
  'genset-refuel',
  'ats-utility',
  'ats-genset',
  'ats-auto',
  'unit-on',
  'unit-off',
  'leak-dry',
  'cell-replace',
]);
export type OrderVerb = z.infer<typeof orderVerbSchema>;

export const orderSchema = z.object({
  target: entityIdSchema,
  verb: orderVerbSchema,
  value: z.number().nullable().default(null),
});
export type Order = z.infer<typeof orderSchema>;
