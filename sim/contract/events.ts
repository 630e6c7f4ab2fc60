import * as z from 'zod';
import { actorSchema } from './actors.ts';
import { advisorEventSchemas } from './advisor.ts';
import { alarmNoteSchema, alarmRuleSchema, alarmSchema, outOfServiceSchema, shelfSchema } from './alarms.ts';
import { controlFaultSchema } from './chaos.ts';
import { speedSchema } from './clock.ts';
import { entitySchema } from './entities.ts';
import { editEvents } from './edits.ts';
import { guestEvents } from './guests.ts';
import { drillReportSchema, drillRunSchema } from './drills.ts';
import {
  alarmIdSchema,
  drillRunIdSchema,
  entityIdSchema,
  faultIdSchema,
  revisionSchema,
  scenarioRunIdSchema,
} from './ids.ts';
import { paperEvents } from './papers.ts';
import { orderSchema } from './orders.ts';
import { scenarioRunSchema } from './scenarios.ts';
import { taskEvents } from './tasks.ts';
import { simMillisSchema, tickSchema } from './units.ts';

/**
 * What happened. Each event carries enough to be folded without the rules that decided it,
 * so a log written by an older version replays the same.
 */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lab.founded'), name: z.string(), seed: z.string(), epoch: simMillisSchema }),
  z.object({ type: z.literal('lab.renamed'), name: z.string() }),
  z.object({ type: z.literal('lab.worked'), takes: z.enum(['time', 'no-time']) }),
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
  /** Its condition is gone, but it waits for someone to acknowledge it. */
  z.object({ type: z.literal('alarm.returned'), id: alarmIdSchema, at: simMillisSchema }),
  z.object({ type: z.literal('alarm.shelved'), id: alarmIdSchema, shelf: shelfSchema }),
  z.object({ type: z.literal('alarm.unshelved'), id: alarmIdSchema, by: z.string() }),
  z.object({ type: z.literal('alarm.annotated'), id: alarmIdSchema, note: alarmNoteSchema }),
  z.object({
    type: z.literal('alarm.assigned'),
    id: alarmIdSchema,
    to: z.string().nullable(),
    by: z.string(),
    at: simMillisSchema,
  }),
  /** Explained by another alarm, or no longer. */
  z.object({ type: z.literal('alarm.grouped'), id: alarmIdSchema, root: alarmIdSchema.nullable() }),
  z.object({ type: z.literal('sensor.out-of-service'), entry: outOfServiceSchema }),
  z.object({ type: z.literal('sensor.in-service'), sensor: entityIdSchema, by: z.string() }),
  z.object({ type: z.literal('rule.put'), rule: alarmRuleSchema }),
  z.object({ type: z.literal('rule.removed'), id: z.string() }),
  z.object({ type: z.literal('rules.reset') }),
  z.object({ type: z.literal('plant.ordered'), order: orderSchema }),
  z.object({ type: z.literal('drill.started'), run: drillRunSchema }),
  z.object({
    type: z.literal('drill.ended'),
    id: drillRunIdSchema,
    at: simMillisSchema,
    outcome: z.enum(['reached', 'given-up', 'out-of-time']),
    report: drillReportSchema,
  }),
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
  ...advisorEventSchemas,
  ...editEvents,
  ...taskEvents,
  ...guestEvents,
  ...paperEvents,
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
