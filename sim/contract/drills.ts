/** A drill: a script of scenarios with a goal, and a score for the one who took it. Without a goal it is only a script. */
import * as z from 'zod';
import { kindSchema } from './entities.ts';
import { drillRunIdSchema, entityIdSchema } from './ids.ts';
import { scenarioNameSchema, scenarioSeveritySchema } from './scenarios.ts';
import { simMillisSchema, tickSchema } from './units.ts';

/** The n-th entity of a kind, in creation order; found when the drill starts, in whatever lab is open. */
const drillTargetSchema = z.object({ kind: kindSchema, number: z.int().min(1) });

export const drillStepSchema = z.object({
  /** Seconds after the start. */
  at: z.number().min(0),
  scenario: scenarioNameSchema,
  target: drillTargetSchema,
  severity: scenarioSeveritySchema.default('partial'),
  size: z.number().optional(),
  ramp: z.number().optional(),
  duration: z.number().nullable().optional(),
});
export type DrillStep = z.infer<typeof drillStepSchema>;

export const drillCardSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(['drill', 'script']),
  title: z.string(),
  brief: z.string(),
  goal: z.string(),
  level: z.enum(['first', 'practised', 'expert']),
  /** Lab seconds after which it ends by itself. */
  limit: z.number(),
  steps: z.array(drillStepSchema),
  /** Lab seconds within which full points are given, and none any more. */
  detect: z.object({ good: z.number(), poor: z.number() }),
  acknowledge: z.object({ good: z.number(), poor: z.number() }),
  restore: z.object({ good: z.number(), poor: z.number() }),
  hints: z.array(z.string()),
});
export type DrillCard = z.infer<typeof drillCardSchema>;

const scoredSchema = z.object({ name: z.string(), points: z.number(), of: z.number(), because: z.string() });

export const drillReportSchema = z.object({
  score: z.number(),
  parts: z.array(scoredSchema),
  /** Lab seconds after the start; null where it never came to it. */
  detectedAfter: z.number().nullable(),
  acknowledgedAfter: z.number().nullable(),
  restoredAfter: z.number().nullable(),
  raised: z.int(),
  /** Alarms that nobody acknowledged. */
  missed: z.int(),
  /** Rack-minutes outside the allowable envelope, and without power. */
  hotRackMinutes: z.number(),
  darkRackMinutes: z.number(),
  timeline: z.array(z.object({ at: simMillisSchema, text: z.string() })),
});
export type DrillReport = z.infer<typeof drillReportSchema>;

export const drillRunSchema = z.object({
  id: drillRunIdSchema,
  drill: z.string(),
  startedTick: tickSchema,
  startedAt: simMillisSchema,
  startedBy: z.string(),
  targets: z.array(entityIdSchema),
  /** What the damage meters showed at the start, and the last alarm there was. */
  hotBefore: z.number(),
  darkBefore: z.number(),
  alarmBefore: z.int(),
  endedAt: simMillisSchema.nullable(),
  outcome: z.enum(['running', 'reached', 'given-up', 'out-of-time']),
  report: drillReportSchema.nullable(),
});
export type DrillRun = z.infer<typeof drillRunSchema>;
