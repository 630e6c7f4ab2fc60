import * as z from 'zod';
import { actorSchema } from './actors.ts';
import { alarmSchema } from './alarms.ts';
import { controlFaultSchema } from './chaos.ts';
import { speedSchema } from './clock.ts';
import { entitySchema } from './entities.ts';
import { alarmIdSchema, entityIdSchema, faultIdSchema, revisionSchema, scenarioRunIdSchema } from './ids.ts';
import { scenarioRunSchema } from './scenarios.ts';
import { simMillisSchema, tickSchema } from './units.ts';

/**
 * What happened. Each event carries enough to be folded without the rules that decided it,
 * so a log written by an older version replays the same.
 */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lab.founded'), name: z.string(), seed: z.string(), epoch: simMillisSchema }),
  z.object({ type: z.literal('lab.renamed'), name: z.string() }),
  z.object({ type: z.literal('entity.created'), entity: entitySchema }),
  z.object({ type: z.literal('entity.changed'), entity: entitySchema }),
  z.object({ type: z.literal('entity.removed'), id: entityIdSchema }),
  z.object({ type: z.literal('alarm.raised'), alarm: alarmSchema }),
  z.object({
    type: z.literal('alarm.acknowledged'),
    id: alarmIdSchema,
    by: z.string(),
    note: z.string().nullable(),
    at: simMillisSchema,
  }),
  z.object({ type: z.literal('alarm.resolved'), id: alarmIdSchema, at: simMillisSchema }),
  z.object({ type: z.literal('scenario.started'), run: scenarioRunSchema }),
  z.object({ type: z.literal('scenario.stopped'), id: scenarioRunIdSchema }),
  z.object({
    type: z.literal('clock.changed'),
    running: z.boolean(),
    speed: speedSchema,
    owed: z.int().min(0),
  }),
  z.object({ type: z.literal('chaos.injected'), fault: controlFaultSchema }),
  z.object({ type: z.literal('chaos.cleared'), id: faultIdSchema }),
]);
export type WorldEvent = z.infer<typeof eventSchema>;
export type EventOf<T extends WorldEvent['type']> = Extract<WorldEvent, { type: T }>;

/** An event with its place in the story: what every watch receives. */
export const loggedEventSchema = z.object({
  revision: revisionSchema,
  tick: tickSchema,
  actor: actorSchema,
  event: eventSchema,
});
export type LoggedEvent = z.infer<typeof loggedEventSchema>;
