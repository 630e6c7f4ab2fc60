/** What a cluster would move so that its hosts are evenly busy, before anybody says that it shall. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { refSchema } from './machine-list.ts';
import { query } from './query.ts';

const recommendationSchema = z.object({
  cluster: refSchema,
  machine: refSchema,
  from: refSchema,
  to: refSchema,
  /** Load of both hosts before it, 0 … 1: the larger of memory given out and CPU asked for. */
  load: z.object({ from: z.number(), to: z.number() }),
  /** Lab seconds that the move would take. */
  seconds: z.number(),
});

export const recommendationQueries = {
  recommendations: query(
    'Moves that would even out the load of clusters; `cluster.balance` does them, all or a single one',
    z.object({ cluster: entityIdSchema.optional() }),
    z.object({ items: z.array(recommendationSchema) }),
  ),
} as const;
