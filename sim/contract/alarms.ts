import * as z from 'zod';
import { alarmIdSchema, entityIdSchema } from './ids.ts';
import { metricSchema } from './entities.ts';
import { simMillisSchema } from './units.ts';

export const severitySchema = z.enum(['critical', 'major', 'minor', 'info']);
export type Severity = z.infer<typeof severitySchema>;

export const alarmStateSchema = z.enum(['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED']);
export type AlarmState = z.infer<typeof alarmStateSchema>;

/** A limit on a metric. `deadband` keeps a reading at the limit from ringing twice. */
export const alarmRuleSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  metric: metricSchema,
  level: z.enum(['warning', 'critical']),
  severity: severitySchema,
  direction: z.enum(['above', 'below']),
  limit: z.number(),
  deadband: z.number().min(0),
  /** ISA-18.2: an alarm without an operator's action is not an alarm. */
  consequence: z.string(),
  action: z.string(),
});
export type AlarmRule = z.infer<typeof alarmRuleSchema>;

export const alarmSchema = z.object({
  id: alarmIdSchema,
  rule: z.string(),
  /** The sensor that told. */
  sensor: entityIdSchema,
  /** The rack, unit or room it is about. */
  source: entityIdSchema,
  severity: severitySchema,
  state: alarmStateSchema,
  message: z.string(),
  value: z.number(),
  limit: z.number(),
  raisedAt: simMillisSchema,
  acknowledgedAt: simMillisSchema.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
  resolvedAt: simMillisSchema.nullable(),
});
export type Alarm = z.infer<typeof alarmSchema>;
