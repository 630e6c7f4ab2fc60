/** What is asked of alarms and their rules, and of what a loss would do. */
import * as z from 'zod';
import {
  alarmKpisParamsSchema,
  alarmKpisSchema,
  rulePreviewParamsSchema,
  rulePreviewSchema,
} from './alarm-kpis.ts';
import { alarmSystems } from './alarm-systems.table.ts';
import {
  alarmRuleSchema,
  alarmStateSchema,
  alarmViewSchema,
  isaStateSchema,
  outOfServiceSchema,
  severitySchema,
} from './alarms.ts';
import { consequencesSchema, redundancySchema } from './consequences.ts';
import { alarmIdSchema, entityIdSchema, revisionSchema } from './ids.ts';
import { notificationSchema } from './notifications.ts';
import { count, list, query } from './query.ts';

export const alarmQueries = {
  alarms: query(
    'Alarms, newest first',
    z.object({
      states: list(alarmStateSchema).optional(),
      severities: list(severitySchema).optional(),
      isa: list(isaStateSchema).optional(),
      priorities: list(z.coerce.number().int().min(1).max(4)).optional(),
      /** Only what this alarm explains. */
      root: alarmIdSchema.optional(),
      within: entityIdSchema.optional(),
      /** What of the facility they are about. */
      systems: list(z.enum(alarmSystems)).optional(),
      assignedTo: z.string().max(80).optional(),
      /** Each of its words in the id, message, source, rule, notes or assignee. */
      text: z.string().max(80).optional(),
      limit: count(5000, 500),
    }),
    z.object({
      items: z.array(alarmViewSchema),
      /** How many there are in each state, whatever was asked for. */
      counts: z.record(isaStateSchema, z.int()),
      revision: revisionSchema,
    }),
  ),
  rules: query(
    'Alarm rules in force, and sensors that are out of service',
    z.object({}),
    z.object({
      items: z.array(alarmRuleSchema),
      /** Ids of rules that this lab wrote or removed. */
      changed: z.array(z.string()),
      removed: z.array(z.string()),
      outOfService: z.array(outOfServiceSchema),
    }),
  ),
  'alarm-kpis': query('How well the alarm list serves who reads it', alarmKpisParamsSchema, alarmKpisSchema),
  'rule-preview': query(
    'How often a rule would have rung over the readings that were kept',
    rulePreviewParamsSchema,
    rulePreviewSchema,
  ),
  consequences: query(
    'What follows if a piece of the power chain is lost',
    z.object({ id: entityIdSchema }),
    consequencesSchema,
  ),
  notifications: query(
    'Who was told of which alarms, newest first',
    z.object({ limit: count(500, 100) }),
    z.object({ items: z.array(notificationSchema) }),
  ),
  redundancy: query(
    'How well a rack would bear a loss, and what it hangs on alone',
    z.object({ id: entityIdSchema }),
    redundancySchema,
  ),
} as const;
