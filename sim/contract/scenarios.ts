import * as z from 'zod';
import { kindSchema } from './entities.ts';
import { drillRunIdSchema, entityIdSchema, scenarioRunIdSchema } from './ids.ts';
import { simMillisSchema, tickSchema } from './units.ts';

export const scenarioNameSchema = z.enum([
  'COOLING_FAILURE',
  'POWER_SPIKE',
  'MAINS_FAILURE',
  'UNIT_FAULT',
  'LEAK_DETECTED',
  'CELL_DEGRADATION',
  'GENSET_FAIL_TO_START',
  'BREAKER_TRIP',
  'FEED_B_LOST',
  'SENSOR_STUCK',
  'SENSOR_DEAD',
  'SENSOR_DRIFT',
  'HUMIDITY_LOW',
  'CHILLER_TRIP',
  'FIRE_ALARM',
  'ALARM_FLOOD',
  'HOST_FAILURE',
  'DISK_FULL',
  'DATASTORE_LATENCY',
  'MEMORY_PRESSURE',
  'NETWORK_PARTITION',
  'LINK_FLAP',
  'NIC_LOSS',
  'KERNEL_PANIC',
  'PROCESS_KILL',
  'CLOCK_SKEW',
]);
export type ScenarioName = z.infer<typeof scenarioNameSchema>;

export const scenarioSeveritySchema = z.enum(['partial', 'total']);

const seconds = z.number().min(0).max(31_536_000);

export const scenarioRunSchema = z.object({
  id: scenarioRunIdSchema,
  name: scenarioNameSchema,
  target: entityIdSchema,
  severity: scenarioSeveritySchema,
  /** In the unit of the card's size. */
  size: z.number().default(1),
  /** Seconds in which it grows to its size. */
  ramp: seconds.default(0),
  /** Seconds it lasts; null until it is stopped. */
  duration: seconds.nullable().default(null),
  /** When it takes effect: later than it was asked for where it was scheduled. */
  startedTick: tickSchema,
  startedAt: simMillisSchema,
  startedBy: z.string(),
  /** What a stuck sensor goes on saying. */
  held: z.number().nullable().default(null),
  drill: drillRunIdSchema.nullable().default(null),
});
export type ScenarioRun = z.infer<typeof scenarioRunSchema>;

const parameterSchema = z.object({
  label: z.string(),
  unit: z.string(),
  least: z.number(),
  most: z.number(),
  usual: z.number(),
});

/** What a learner reads before running it. */
export const scenarioCardSchema = z.object({
  name: scenarioNameSchema,
  title: z.string(),
  summary: z.string(),
  /** What you should see, in the order in which you should see it. */
  see: z.array(z.string()),
  targets: z.array(kindSchema),
  severities: z.array(scenarioSeveritySchema),
  size: parameterSchema.nullable(),
  ramp: parameterSchema.nullable(),
  /** Seconds it usually lasts; null until it is stopped. */
  duration: z.number().nullable(),
});
export type ScenarioCard = z.infer<typeof scenarioCardSchema>;
