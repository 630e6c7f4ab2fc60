import * as z from 'zod';
import { alarmHistoryQueries } from './alarm-history.ts';
import { alarmSystems } from './alarm-systems.table.ts';
import {
  alarmKpisParamsSchema,
  alarmKpisSchema,
  rulePreviewParamsSchema,
  rulePreviewSchema,
} from './alarm-kpis.ts';
import {
  alarmRuleSchema,
  alarmStateSchema,
  alarmViewSchema,
  isaStateSchema,
  outOfServiceSchema,
  severitySchema,
} from './alarms.ts';
import { consequencesSchema, redundancySchema } from './consequences.ts';
import { capacityQueries } from './capacity.ts';
import { assetQueries } from './assets.ts';
import { deviceTypeQueries } from './device-types.ts';
import { advisorQueries } from './advisor.ts';
import { clockSchema } from './clock.ts';
import { branchCardSchema, labCardSchema } from './desk.ts';
import { drillCardSchema, drillRunSchema } from './drills.ts';
import { editQueries } from './edits.ts';
import { engineQueries } from './engine.ts';
import { entitySchema, kindSchema } from './entities.ts';
import { loggedEventSchema } from './events.ts';
import { floorAtQueries } from './floor-at.ts';
import { alarmIdSchema, branchIdSchema, entityIdSchema, labIdSchema, revisionSchema } from './ids.ts';
import { machineInsideQueries } from './machine-insides.ts';
import { machineListQueries } from './machine-list.ts';
import { machineTreeQueries } from './machine-tree.ts';
import { machineMapQueries } from './machine-map.ts';
import { metricsQueries } from './metrics-text.ts';
import { recommendationQueries } from './recommendations.ts';
import { machinePlanQueries } from './machine-plan.ts';
import { notificationSchema } from './notifications.ts';
import { count, list, page, query, someOf } from './query.ts';
import { operationSchema } from './operations.ts';
import { reportQueries } from './reports.ts';
import { alarmTallySchema, resilienceSchema, siteQueries } from './sites.ts';
import { scenarioCardSchema, scenarioRunSchema } from './scenarios.ts';
import { deviceAddressSchema, hardwareStateSchema, settingsSchema } from './settings.ts';
import { taskQueries } from './tasks.ts';
import { terminalQueries } from './terminal.ts';
import { vsphereQueries } from './vsphere.ts';
import { latestSchema, seriesSchema } from './telemetry.ts';
import { simMillisSchema } from './units.ts';

export const faceStateSchema = z.object({
  name: z.string(),
  state: z.enum(['up', 'down', 'off']),
  address: z.string(),
  detail: z.string(),
});
export type FaceState = z.infer<typeof faceStateSchema>;

export const statusSchema = z.object({
  version: z.string(),
  lab: z.object({ id: labIdSchema, name: z.string(), seed: z.string() }),
  branch: branchIdSchema,
  revision: revisionSchema,
  clock: clockSchema,
  at: simMillisSchema,
  /** Ticks per wall second that the pacer really achieves. */
  pace: z.number(),
  /** Bots speak this many times less often than at ×1, so that the broker keeps up. Staleness scales with it. */
  stretch: z.int().min(1),
  racks: z.int(),
  sensors: z.int(),
  activeAlarms: z.int(),
  messagesPerMinute: z.int(),
  rejectedMessages: z.int(),
  faces: z.array(faceStateSchema),
  storage: z.object({ state: z.enum(['ok', 'failed']), detail: z.string(), bytes: z.int() }),
});
export type Status = z.infer<typeof statusSchema>;

export const healthPartSchema = z.object({
  name: z.string(),
  points: z.number(),
  of: z.number(),
  because: z.string(),
  /** The numbers of the reason, for faces that speak another language. */
  facts: z.record(z.string(), z.number()),
});

export const overviewSchema = z.object({
  /** 0 … 100, the sum of its parts. */
  score: z.number(),
  parts: z.array(healthPartSchema),
  totalPower: z.number().nullable(),
  itPower: z.number().nullable(),
  pue: z.number().nullable(),
  meanInlet: z.number().nullable(),
  maxInlet: z.number().nullable(),
  maxInletRack: entityIdSchema.nullable(),
  alarms: alarmTallySchema,
  rooms: z.array(
    z.object({
      id: entityIdSchema,
      site: entityIdSchema.nullable(),
      name: z.string(),
      state: z.enum(['ok', 'warning', 'critical', 'unknown']),
      /** What `because` says in words. */
      reason: z.enum(['alarm', 'no-readings', 'warm', 'normal']),
      because: z.string(),
      racks: z.int(),
      power: z.number().nullable(),
      meanInlet: z.number().nullable(),
      maxInlet: z.number().nullable(),
    }),
  ),
  /** Sensors whose series draw the trends: query `history` with them. */
  trends: z.object({
    /** Of one site alone; null where several are meant. */
    totalPower: entityIdSchema.nullable(),
    pue: entityIdSchema.nullable(),
    /** Of each site: total power and power of the equipment, whose sums give power and PUE of all. */
    meters: z.array(z.object({ total: entityIdSchema.nullable(), equipment: entityIdSchema.nullable() })),
  }),
  resilience: resilienceSchema,
});
export type Overview = z.infer<typeof overviewSchema>;

/** Everything that can be asked. The gateway serves each at GET /api/v1/<name>, the socket by name. */
export const queries = {
  status: query('What the host is doing', z.object({}), statusSchema),
  /** Of one site, or of all of them together. */
  overview: query('The facility at a glance', z.object({ site: entityIdSchema.optional() }), overviewSchema),
  entities: query(
    'Entities, in creation order',
    z.object({
      kinds: list(kindSchema).optional(),
      parent: entityIdSchema.optional(),
      /** Anywhere below this one. */
      within: entityIdSchema.optional(),
      text: z.string().max(80).optional(),
      limit: count(20_000, 1000),
      after: z.string().optional(),
    }),
    page(entitySchema),
  ),
  entity: query('One entity, by id or by name', z.object({ id: z.string().max(80) }), entitySchema),
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
  readings: query(
    'Readings as they were made, a page of time for all sensors at once',
    z.object({
      sensors: someOf(entityIdSchema, 500),
      from: z.coerce.number().optional(),
      to: z.coerce.number().optional(),
      limit: count(200_000, 20_000),
    }),
    z.object({
      columns: z.array(
        z.object({ sensor: entityIdSchema, at: z.array(z.number()), value: z.array(z.number()) }),
      ),
      /** Where to go on; null at the end. */
      next: z.number().nullable(),
    }),
  ),
  latest: query(
    'Latest readings',
    z.object({ sensors: list(entityIdSchema).optional(), within: entityIdSchema.optional() }),
    z.object({ at: simMillisSchema, items: z.array(latestSchema) }),
  ),
  history: query(
    'Readings over time, thinned to so many points',
    z.object({
      sensors: someOf(entityIdSchema, 500),
      from: z.coerce.number().optional(),
      to: z.coerce.number().optional(),
      points: count(5000, 300),
    }),
    z.object({ from: z.number(), to: z.number(), series: z.array(seriesSchema) }),
  ),
  /** Mean and maximum over the temperature sensors of a part of the lab, for the overview's trends. */
  'inlet-trend': query(
    'Mean and maximum inlet over time',
    z.object({
      within: entityIdSchema.optional(),
      from: z.coerce.number().optional(),
      to: z.coerce.number().optional(),
      points: count(2000, 120),
    }),
    z.object({ from: z.number(), to: z.number(), series: seriesSchema }),
  ),
  scenarios: query(
    'Scenarios that can be run, and those that run',
    z.object({}),
    z.object({ cards: z.array(scenarioCardSchema), runs: z.array(scenarioRunSchema) }),
  ),
  drills: query(
    'Drills that can be taken, and those that were',
    z.object({}),
    z.object({ cards: z.array(drillCardSchema), runs: z.array(drillRunSchema) }),
  ),
  settings: query('What this machine does beside the lab', z.object({}), settingsSchema),
  hardware: query(
    'Sources of hardware readings and how they do',
    z.object({}),
    z.object({ items: z.array(hardwareStateSchema) }),
  ),
  addresses: query(
    'Where a device answers, with a command to copy',
    z.object({ entity: entityIdSchema }),
    z.object({ items: z.array(deviceAddressSchema) }),
  ),
  events: query(
    'The story so far, newest first',
    z.object({
      limit: count(1000, 50),
      before: z.coerce.number().int().optional(),
      types: list(z.string().max(40)).optional(),
    }),
    z.object({ items: z.array(loggedEventSchema) }),
  ),
  ...alarmHistoryQueries,
  ...editQueries,
  ...advisorQueries,
  ...capacityQueries,
  ...floorAtQueries,
  ...assetQueries,
  ...deviceTypeQueries,
  ...reportQueries,
  ...siteQueries,
  ...taskQueries,
  ...terminalQueries,
  ...engineQueries,
  ...vsphereQueries,
  ...machineListQueries,
  ...machineTreeQueries,
  ...machineInsideQueries,
  ...machinePlanQueries,
  ...recommendationQueries,
  ...metricsQueries,
  ...machineMapQueries,
  operations: query('Long work of this session', z.object({}), z.object({ items: z.array(operationSchema) })),
  labs: query(
    'Labs on this machine',
    z.object({}),
    z.object({ items: z.array(labCardSchema), directory: z.string() }),
  ),
  templates: query(
    'Labs to start from',
    z.object({}),
    z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), description: z.string() })) }),
  ),
  branches: query('Branches of the open lab', z.object({}), z.object({ items: z.array(branchCardSchema) })),
  /** The world's hash at its head: two labs with the same story have the same. */
  hash: query(
    'Hash of the world',
    z.object({}),
    z.object({ hash: z.string(), tick: z.int(), revision: revisionSchema }),
  ),
} as const;

export type QueryName = keyof typeof queries;
export type QueryParams<Name extends QueryName> = z.input<(typeof queries)[Name]['params']>;
export type QueryAnswer<Name extends QueryName> = z.output<(typeof queries)[Name]['answer']>;
