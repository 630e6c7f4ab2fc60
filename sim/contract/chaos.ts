import * as z from 'zod';
import { faultIdSchema } from './ids.ts';

/** A fault on the control plane: commands whose type begins with `match` are refused or held up. */
export const controlFaultSchema = z.object({
  id: faultIdSchema,
  match: z.string().min(1).max(80),
  effect: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('refuse') }),
    z.object({ kind: z.literal('delay'), millis: z.int().min(1).max(60_000) }),
  ]),
  /** 0 … 1: how often it strikes. */
  probability: z.number().min(0).max(1),
});
export type ControlFault = z.infer<typeof controlFaultSchema>;
