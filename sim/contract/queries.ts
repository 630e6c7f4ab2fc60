import * as z from 'zod';
import { alarmHistoryQueries } from './alarm-history.ts';
import { alarmQueries } from './alarm-queries.ts';
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
import { branchIdSchema, entityIdSchema, labIdSchema, revisionSchema } from './ids.ts';
import { machineInsideQueries } from './machine-insides.ts';
import { machineListQueries } from './machine-list.ts';
import { machineTreeQueries } from './machine-tree.ts';
import { machineMapQueries } from './machine-map.ts';
import { metricsQueries } from './metrics-text.ts';
import { recommendationQueries } from './recommendations.ts';
import { machinePlanQueries } from './machine-plan.ts';
import { count, list, page, query } from './query.ts';
import { readingQueries } from './reading-queries.ts';
import { operationSchema } from './operations.ts';
import { reportQueries } from './reports.ts';
import { alarmTallySchema, resilienceSchema, siteQueries } from './sites.ts';
import { scenarioCardSchema, scenarioRunSchema } from './scenarios.ts';
import { deviceAddressSchema, hardwareStateSchema, settingsSchema } from './settings.ts';
import { taskQueries } from './tasks.ts';
import { terminalQueries } from './terminal.ts';
import { vsphereQueries } from './vsphere.ts';
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
  ...alarmQueries,
  ...readingQueries,
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
