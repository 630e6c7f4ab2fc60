/** Sites side by side, and how well each would bear a loss: computed from what stands there, never declared. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { query } from './query.ts';
import { simMillisSchema } from './units.ts';

/** `none`: something is not served now. `N`: just enough, one loss tells. `N+1`: any one may fail. `2N`: half would do. */
export const resilienceLevelSchema = z.enum(['none', 'N', 'N+1', '2N']);
export type ResilienceLevel = z.infer<typeof resilienceLevelSchema>;

export const resilienceSystemSchema = z.enum(['supply', 'ups', 'feeds', 'cooling']);

export const systemResilienceSchema = z.object({
  system: resilienceSystemSchema,
  level: resilienceLevelSchema,
  /** Things whose loss alone would tell, 8 at most. A site's id stands for its grid. */
  breaks: z.array(entityIdSchema),
  /** Racks (of cooling: rooms) that hang on such a thing or are not served. */
  touched: z.int(),
  of: z.int(),
  /** kW asked for and kW there is, where it is a matter of size. */
  demand: z.number().nullable(),
  capacity: z.number().nullable(),
});
export type SystemResilience = z.infer<typeof systemResilienceSchema>;

export const resilienceSchema = z.object({
  /** The worst of its systems; null where there is nothing to judge yet. */
  level: resilienceLevelSchema.nullable(),
  systems: z.array(systemResilienceSchema),
  /** Of the UPS that would last the shortest, as its sensor says: minutes. Null where none speaks. */
  upsRuntime: z
    .object({ ups: entityIdSchema, sensor: entityIdSchema, minutes: z.number(), at: simMillisSchema })
    .nullable(),
  /** Of the room that warms up first when nothing cools: minutes; null in it means not within two hours. */
  rideThrough: z
    .object({ room: entityIdSchema, minutes: z.number().nullable(), limit: z.number(), heat: z.number() })
    .nullable(),
});
export type Resilience = z.infer<typeof resilienceSchema>;

export const alarmTallySchema = z.object({
  critical: z.int(),
  major: z.int(),
  minor: z.int(),
  info: z.int(),
  unacknowledged: z.int(),
});

export const siteCardSchema = z.object({
  id: entityIdSchema,
  name: z.string(),
  racks: z.int(),
  rooms: z.int(),
  /** 0 … 100, as in the overview of the site. */
  score: z.number(),
  totalPower: z.number().nullable(),
  itPower: z.number().nullable(),
  pue: z.number().nullable(),
  maxInlet: z.number().nullable(),
  alarms: alarmTallySchema,
  level: resilienceLevelSchema.nullable(),
  upsRuntime: z.number().nullable(),
  /** kWh since midnight of the site's own time; null where no meter has said so. */
  energyToday: z.number().nullable(),
});
export type SiteCard = z.infer<typeof siteCardSchema>;

export const siteQueries = {
  sites: query('Sites side by side', z.object({}), z.object({ items: z.array(siteCardSchema) })),
} as const;
