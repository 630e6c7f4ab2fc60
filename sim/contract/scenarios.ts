import * as z from 'zod';
import { kindSchema } from './entities.ts';
import { entityIdSchema, scenarioRunIdSchema } from './ids.ts';
import { simMillisSchema, tickSchema } from './units.ts';

export const scenarioNameSchema = z.enum(['COOLING_FAILURE']);
export type ScenarioName = z.infer<typeof scenarioNameSchema>;

export const scenarioSeveritySchema = z.enum(['partial', 'total']);

export const scenarioRunSchema = z.object({
  id: scenarioRunIdSchema,
  name: scenarioNameSchema,
  target: entityIdSchema,
  severity: scenarioSeveritySchema,
  startedTick: tickSchema,
  startedAt: simMillisSchema,
  startedBy: z.string(),
});
export type ScenarioRun = z.infer<typeof scenarioRunSchema>;

/** What a learner reads before running it. */
export const scenarioCardSchema = z.object({
  name: scenarioNameSchema,
  title: z.string(),
  summary: z.string(),
  targets: z.array(kindSchema),
  severities: z.array(scenarioSeveritySchema),
});
export type ScenarioCard = z.infer<typeof scenarioCardSchema>;
