import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { count, list, query, someOf } from './query.ts';
import { latestSchema, seriesSchema } from './telemetry.ts';
import { simMillisSchema } from './units.ts';

export const readingQueries = {
  readings: query(
    'Readings as they were made, a page of time for all sensors at once',
    z.object({
      sensors: someOf(entityIdSchema, 500),
      from: z.coerce.number().optional(),
      to: z.coerce.number().optional(),
      limit: count(200_000, 20_000),
    }),
    z.object({
      columns: z.array(
        z.object({ sensor: entityIdSchema, at: z.array(z.number()), value: z.array(z.number()) }),
      ),
      /** Where to go on; null at the end. */
      next: z.number().nullable(),
    }),
  ),
  latest: query(
    'Latest readings',
    z.object({ sensors: list(entityIdSchema).optional(), within: entityIdSchema.optional() }),
    z.object({ at: simMillisSchema, items: z.array(latestSchema) }),
  ),
  history: query(
    'Readings over time, thinned to so many points',
    z.object({
      sensors: someOf(entityIdSchema, 500),
      from: z.coerce.number().optional(),
      to: z.coerce.number().optional(),
      points: count(5000, 300),
    }),
    z.object({ from: z.number(), to: z.number(), series: z.array(seriesSchema) }),
  ),
  /** Mean and maximum over the temperature sensors of a part of the lab, for the overview's trends. */
  'inlet-trend': query(
    'Mean and maximum inlet over time',
    z.object({
      within: entityIdSchema.optional(),
      from: z.coerce.number().optional(),
      to: z.coerce.number().optional(),
      points: count(2000, 120),
    }),
    z.object({ from: z.number(), to: z.number(), series: seriesSchema }),
  ),
} as const;
