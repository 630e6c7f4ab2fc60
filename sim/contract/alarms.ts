import * as z from 'zod';
import { alarmIdSchema, entityIdSchema } from './ids.ts';
import { kindSchema, metricSchema } from './entities.ts';
import { simMillisSchema } from './units.ts';

export const severitySchema = z.enum(['critical', 'major', 'minor', 'info']);
export type Severity = z.infer<typeof severitySchema>;

/** The plain view: what the seed and most people call an alarm's state. */
export const alarmStateSchema = z.enum(['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED']);
export type AlarmState = z.infer<typeof alarmStateSchema>;

/** ISA-18.2 (and IEC 62682): the state an operator's list shows. */
export const isaStateSchema = z.enum([
  'normal',
  'unacknowledged',
  'acknowledged',
  'returned',
  'shelved',
  'suppressed',
  'out-of-service',
]);
export type IsaState = z.infer<typeof isaStateSchema>;

const direction = z.enum(['above', 'below']);

export const alarmTestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('limit'), direction, limit: z.number() }),
  /** Change per minute over a window. */
  z.strictObject({
    type: z.literal('rate'),
    direction,
    limit: z.number(),
    window: z.number().min(10).max(86_400),
  }),
  /** Distance from another metric of the same thing, such as a set-point. */
  z.strictObject({ type: z.literal('deviation'), direction, from: metricSchema, limit: z.number() }),
  /** One of these values of a metric whose values are words. */
  z.strictObject({ type: z.literal('state'), values: z.array(z.int().min(0).max(50)).min(1).max(20) }),
  /** The sensor has said nothing for so many of its periods, whatever it measures or only the rule's metric. */
  z.strictObject({
    type: z.literal('stale'),
    periods: z.number().min(2).max(1000),
    of: z.enum(['every-metric', 'this-metric']).default('every-metric'),
  }),
]);
export type AlarmTest = z.infer<typeof alarmTestSchema>;

/** ISA-18.2: an alarm without an operator's action is not an alarm. */
export const alarmRuleSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'must be lower case letters, digits and dashes'),
  title: z.string().min(1).max(120),
  /** Whose sensors it watches, which metric, and only places that begin so. */
  kinds: z.array(kindSchema).min(1).max(20),
  metric: metricSchema,
  place: z.string().max(40).default(''),
  /** Only below these sites, rooms or rows; everywhere where empty. */
  within: z.array(entityIdSchema).max(100).default([]),
  test: alarmTestSchema,
  deadband: z.number().min(0),
  /** Seconds that the condition must hold before it rings, and be gone before it lets go. */
  onDelay: z.number().min(0).max(86_400).default(0),
  offDelay: z.number().min(0).max(86_400).default(0),
  /** A latched alarm stays until it is acknowledged, even when its cause is gone. */
  latching: z.enum(['self-clearing', 'latched']).default('self-clearing'),
  service: z.enum(['in-service', 'out-of-service']).default('in-service'),
  severity: severitySchema,
  /** 1 is first; from the consequence and the time there is to respond. */
  priority: z.int().min(1).max(4).default(2),
  /** Draws a limit line of this weight on charts. */
  level: z.enum(['warning', 'critical']),
  cause: z.string().max(500).default(''),
  consequence: z.string().min(1).max(500),
  action: z.string().min(1).max(500),
});
export type AlarmRule = z.infer<typeof alarmRuleSchema>;
export type AlarmRuleInput = z.input<typeof alarmRuleSchema>;

export const shelfSchema = z.object({
  until: simMillisSchema,
  by: z.string(),
  reason: z.string(),
});

/** What somebody wrote beside an alarm, with when in lab time. */
export const alarmNoteSchema = z.object({ at: simMillisSchema, by: z.string(), text: z.string() });
export type AlarmNote = z.infer<typeof alarmNoteSchema>;

export const alarmSchema = z.object({
  id: alarmIdSchema,
  rule: z.string(),
  /** The sensor that told. */
  sensor: entityIdSchema,
  /** The rack, unit or room it is about. */
  source: entityIdSchema,
  severity: severitySchema,
  priority: z.int().min(1).max(4).default(2),
  state: alarmStateSchema,
  /** Whether what it tells of is still so; a latched alarm may be open without it. */
  condition: z.enum(['present', 'gone']).default('present'),
  message: z.string(),
  value: z.number(),
  limit: z.number(),
  raisedAt: simMillisSchema,
  acknowledgedAt: simMillisSchema.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
  resolvedAt: simMillisSchema.nullable(),
  shelved: shelfSchema.nullable().default(null),
  /** The alarm further up the power or cooling chain that explains this one: it is suppressed by design. */
  root: alarmIdSchema.nullable().default(null),
  /** The one that rang after it for the same reason: this one needs no acknowledgement any more. */
  followedBy: alarmIdSchema.nullable().default(null),
  /** Oldest first. What was said while acknowledging stands in `note`. */
  notes: z.array(alarmNoteSchema).default([]),
  /** Who takes care of it. */
  assignedTo: z.string().nullable().default(null),
});
export type Alarm = z.infer<typeof alarmSchema>;

/** An alarm as lists show it. */
export const alarmViewSchema = alarmSchema.extend({
  isa: isaStateSchema,
  /** How many alarms it explains: "CRAC-2 tripped → 14 rack temperatures". */
  children: z.int(),
});
export type AlarmView = z.infer<typeof alarmViewSchema>;

/** Sensors that someone took out of service: their alarms do not ring. */
export const outOfServiceSchema = z.object({
  sensor: entityIdSchema,
  by: z.string(),
  reason: z.string(),
  since: simMillisSchema,
});
export type OutOfService = z.infer<typeof outOfServiceSchema>;
