/** What follows if a piece of the power chain is lost, and how well a rack would bear it: computed, never declared. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';

export const consequencesSchema = z.object({
  /** Racks that would have no power at all, once gensets have started and switches have moved. */
  dark: z.array(entityIdSchema),
  /** Racks that would live on one feed only, or with part of their equipment. */
  degraded: z.array(entityIdSchema),
  /** What would carry more than it is rated for, and more than now: % of rating. */
  overloaded: z.array(z.object({ id: entityIdSchema, load: z.number() })),
  /** UPSes that would carry their load on batteries, and for how long: minutes. */
  bridged: z.array(z.object({ id: entityIdSchema, minutes: z.number() })),
});
export type Consequences = z.infer<typeof consequencesSchema>;

export const redundancySchema = z.object({
  /** `none`: it has no power. `single feed`: some one thing can take equipment down. `redundant`: no one thing can. */
  level: z.enum(['none', 'single feed', 'redundant']),
  /** The things that can, alone. A site's id stands for its grid. Batteries do not count: they end. */
  singlePoints: z.array(entityIdSchema),
});
export type Redundancy = z.infer<typeof redundancySchema>;
