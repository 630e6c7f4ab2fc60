/** What a Prometheus scrapes: the facility and its machines as text. */
import * as z from 'zod';
import { count, query } from './query.ts';

export const metricsQueries = {
  metrics: query(
    'Figures of the facility and its machines in Prometheus’ text format',
    /** Machines, and racks, that are told of one by one at most; the first by name. */
    z.object({ limit: count(10_000, 1000) }),
    z.object({ text: z.string() }),
  ),
} as const;
