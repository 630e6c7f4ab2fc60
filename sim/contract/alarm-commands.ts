import * as z from 'zod';
import { alarmRuleSchema } from './alarms.ts';
import { alarmIdSchema, entityIdSchema } from './ids.ts';

const alarmRaise = z.object({
  type: z.literal('alarm.raise'),
  rule: z.string().min(1).max(80),
  sensor: entityIdSchema,
  value: z.number(),
});
const alarmAcknowledge = z.object({
  type: z.literal('alarm.acknowledge'),
  id: alarmIdSchema,
  note: z.string().max(1000).optional(),
});
const alarmResolve = z.object({
  type: z.literal('alarm.resolve'),
  id: alarmIdSchema,
  value: z.number().optional(),
});

/** Kept out of the list for so long, with the reason: never silently. */
const alarmShelve = z.object({
  type: z.literal('alarm.shelve'),
  id: alarmIdSchema,
  minutes: z.number().min(1).max(10_080),
  reason: z.string().min(1).max(500),
});
const alarmUnshelve = z.object({ type: z.literal('alarm.unshelve'), id: alarmIdSchema });
/** Writes something beside it; nothing that was written is ever changed. */
const alarmAnnotate = z.object({
  type: z.literal('alarm.annotate'),
  id: alarmIdSchema,
  note: z.string().trim().min(1).max(1000),
});
/** Says who takes care of it; null takes it from them. */
const alarmAssign = z.object({
  type: z.literal('alarm.assign'),
  id: alarmIdSchema,
  to: z.string().trim().min(1).max(80).nullable(),
});
/** Takes a sensor's alarms out of service while it is repaired, or puts them back. */
const alarmService = z.object({
  type: z.literal('alarm.service'),
  sensor: entityIdSchema,
  service: z.enum(['in', 'out']),
  reason: z.string().max(500).default(''),
});
/** Adds a rule or replaces the one with its id. */
const rulePut = z.object({ type: z.literal('rule.put'), rule: alarmRuleSchema });
const ruleRemove = z.object({ type: z.literal('rule.remove'), id: z.string().max(60) });
/** All rules as the product brings them. */
const ruleReset = z.object({ type: z.literal('rule.reset') });

export const alarmCommands = [
  alarmRaise,
  alarmAcknowledge,
  alarmResolve,
  alarmShelve,
  alarmUnshelve,
  alarmAnnotate,
  alarmAssign,
  alarmService,
  rulePut,
  ruleRemove,
  ruleReset,
] as const;
