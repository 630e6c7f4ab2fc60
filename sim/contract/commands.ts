import * as z from 'zod';
import { actorSchema } from './actors.ts';
import { advisorCommandSchemas } from './advisor.ts';
import { alarmCommands } from './alarm-commands.ts';
import { controlFaultSchema } from './chaos.ts';
import { speedSchema } from './clock.ts';
import { editCommands } from './edits.ts';
import { guestCommands } from './guests.ts';
import {
  commandKeySchema,
  drillRunIdSchema,
  entityIdSchema,
  faultIdSchema,
  revisionSchema,
  scenarioRunIdSchema,
} from './ids.ts';
import { inventoryCommands } from './inventory-commands.ts';
import { computeCommands } from './machine-commands.ts';
import { orderVerbSchema } from './orders.ts';
import { paperCommands } from './papers.ts';
import { scenarioNameSchema, scenarioSeveritySchema } from './scenarios.ts';
import { taskCommands } from './tasks.ts';
import { simMillisSchema, tickSchema } from './units.ts';

/** Founds the world. Only the first command of a lab may be this one. */
const labFound = z.object({
  type: z.literal('lab.found'),
  name: z.string().min(1).max(80),
  seed: z.string().regex(/^[0-9a-f]{1,8}$/, 'must be 1 to 8 hexadecimal digits'),
  epoch: simMillisSchema,
});
const labRename = z.object({ type: z.literal('lab.rename'), name: z.string().min(1).max(80) });

const plantOrder = z.object({
  type: z.literal('plant.order'),
  target: entityIdSchema,
  verb: orderVerbSchema,
  value: z.number().nullable().default(null),
});

const seconds = z.number().min(0).max(31_536_000);
const scenarioRun = z.object({
  type: z.literal('scenario.run'),
  name: scenarioNameSchema,
  target: entityIdSchema,
  severity: scenarioSeveritySchema.default('partial'),
  /** What is left out is taken from the scenario's card. */
  size: z.number().optional(),
  ramp: seconds.optional(),
  duration: seconds.nullable().optional(),
  /** Seconds of lab time until it takes effect. */
  delay: seconds.default(0),
});
const scenarioStop = z.object({ type: z.literal('scenario.stop'), id: scenarioRunIdSchema });

const drillStart = z.object({ type: z.literal('drill.start'), drill: z.string().min(1).max(40) });
const drillEnd = z.object({
  type: z.literal('drill.end'),
  id: drillRunIdSchema,
  outcome: z.enum(['reached', 'given-up', 'out-of-time']).default('given-up'),
});

const clockPause = z.object({ type: z.literal('clock.pause') });
const clockResume = z.object({ type: z.literal('clock.resume') });
const clockSpeed = z.object({ type: z.literal('clock.speed'), speed: speedSchema });
/** Takes so many steps while paused. */
const clockStep = z.object({ type: z.literal('clock.step'), ticks: z.int().min(1).max(86_400) });

const chaosInject = z.object({
  type: z.literal('chaos.inject'),
  match: controlFaultSchema.shape.match,
  effect: controlFaultSchema.shape.effect,
  probability: controlFaultSchema.shape.probability.default(1),
});
const chaosClear = z.object({ type: z.literal('chaos.clear'), id: faultIdSchema });

/** Whether work on machines takes its lab time, or is done as soon as it is begun: a stand-in for tests. */
const labWork = z.object({ type: z.literal('lab.work'), takes: z.enum(['time', 'no-time']) });

export const commandSchema = z.discriminatedUnion('type', [
  labFound,
  labRename,
  labWork,
  ...inventoryCommands,
  ...alarmCommands,
  plantOrder,
  scenarioRun,
  scenarioStop,
  drillStart,
  drillEnd,
  clockPause,
  clockResume,
  clockSpeed,
  clockStep,
  chaosInject,
  chaosClear,
  ...editCommands,
  ...guestCommands,
  ...paperCommands,
  ...advisorCommandSchemas,
  ...computeCommands,
  ...taskCommands,
]);
export type Command = z.infer<typeof commandSchema>;
/** A command as a caller writes it: what has a default may be left out. */
export type CommandInput = z.input<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** What the door answers once the command is durable. */
export const receiptSchema = z.object({
  /** The world's revision after this command. */
  revision: revisionSchema,
  tick: tickSchema,
  /** Ids that the command gave out, in order. */
  ids: z.array(z.string()),
  /** True where the same key was done before: nothing was done again. */
  repeated: z.boolean(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const commandEnvelopeSchema = z.object({
  command: z.unknown(),
  key: commandKeySchema.optional(),
});

/** One command as it stands in the log. */
export const logCommandSchema = z.object({ command: commandSchema, actor: actorSchema });
