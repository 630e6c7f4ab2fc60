/** Alarms as the whole log tells them: the world itself remembers only the last that were resolved. */
import * as z from 'zod';
import { alarmSystems } from './alarm-systems.table.ts';
import { alarmStateSchema, alarmViewSchema, severitySchema } from './alarms.ts';
import { entityIdSchema, revisionSchema } from './ids.ts';
import { count, list, query } from './query.ts';

export const alarmHistoryParamsSchema = z.object({
  severities: list(severitySchema).optional(),
  priorities: list(z.coerce.number().int().min(1).max(4)).optional(),
  /** A site, a room or anything else that holds what they are about. */
  within: entityIdSchema.optional(),
  systems: list(z.enum(alarmSystems)).optional(),
  /** Each of its words in the id, message, source, rule, notes or assignee. */
  text: z.string().max(80).optional(),
  /** Raised in this stretch of lab time. */
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  /** Those that are over, where left out. */
  states: list(alarmStateSchema).default(['RESOLVED']),
  limit: count(1000, 100),
  /** `next` of the page before. */
  before: z.coerce.number().int().min(1).optional(),
});

export const alarmHistorySchema = z.object({
  /** Newest first. */
  items: z.array(alarmViewSchema),
  /** `before` of the next page; null at the end. */
  next: z.int().nullable(),
  /** `part`: older ones are still being read out of the log, and only what the world remembers is told. */
  extent: z.enum(['whole', 'part']),
  /** How much of the log was read, 0 … 1. */
  share: z.number(),
  revision: revisionSchema,
});

export const alarmHistoryQueries = {
  'alarm-history': query(
    'Alarms of the whole log, newest first, page by page',
    alarmHistoryParamsSchema,
    alarmHistorySchema,
  ),
};
