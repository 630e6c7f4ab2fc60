import * as z from 'zod';
import { actorSchema } from './actors.ts';
import { advisorCommandSchemas } from './advisor.ts';
import { controlFaultSchema } from './chaos.ts';
import { speedSchema } from './clock.ts';
import { alarmRuleSchema } from './alarms.ts';
import { editCommands } from './edits.ts';
import { computeCommands } from './machine-commands.ts';
import { taskCommands } from './tasks.ts';
import { guestCommands } from './guests.ts';
import { paperCommands } from './papers.ts';
import { chillerSpecSchema, cracSpecSchema } from './cooling-specs.ts';
import {
  deviceSpecSchema,
  entitySchema,
  metricSchema,
  nameSchema,
  rackSpecSchema,
  roomSpecSchema,
  rowSpecSchema,
  sensorSpecSchema,
  siteSpecSchema,
  slotSchema,
} from './entities.ts';
import { floorPointSchema } from './floor-point.ts';
import {
  alarmIdSchema,
  commandKeySchema,
  drillRunIdSchema,
  entityIdSchema,
  faultIdSchema,
  revisionSchema,
  scenarioRunIdSchema,
} from './ids.ts';
import { orderVerbSchema } from './orders.ts';
import {
  atsSpecSchema,
  batterySpecSchema,
  gensetSpecSchema,
  panelSpecSchema,
  pduSpecSchema,
  transformerSpecSchema,
  upsSpecSchema,
  utilitySpecSchema,
} from './power-specs.ts';
import {
  clusterSpecSchema,
  datacenterSpecSchema,
  datastoreSpecSchema,
  folderSpecSchema,
  hostSpecSchema,
  poolSpecSchema,
  vmSpecSchema,
} from './machine-specs.ts';
import {
  addressSpecSchema,
  firewallSpecSchema,
  networkSpecSchema,
  routerSpecSchema,
  vswitchSpecSchema,
} from './network-specs.ts';
import {
  cloudSpecSchema,
  flavourSpecSchema,
  imageSpecSchema,
  projectSpecSchema,
  volumeSpecSchema,
} from './cloud-specs.ts';
import {
  bladeSpecSchema,
  chassisSpecSchema,
  idpoolSpecSchema,
  interconnectSpecSchema,
  policySpecSchema,
  profileSpecSchema,
  ucsSpecSchema,
} from './ucs-specs.ts';
import { scenarioNameSchema, scenarioSeveritySchema } from './scenarios.ts';
import { simMillisSchema, tickSchema } from './units.ts';

const itemOf = <const Kind extends string, Spec extends z.ZodType>(kind: Kind, spec: Spec) =>
  z.object({
    kind: z.literal(kind),
    name: nameSchema,
    parent: entityIdSchema.nullable().default(null),
    spec,
    links: entitySchema.options[0].shape.links.default({}),
    aliases: entitySchema.options[0].shape.aliases.default({}),
    /** Left out, the world gives the next free one. */
    id: entityIdSchema.optional(),
  });

export const newEntitySchema = z.discriminatedUnion('kind', [
  itemOf('site', siteSpecSchema),
  itemOf('room', roomSpecSchema),
  itemOf('row', rowSpecSchema),
  itemOf('rack', rackSpecSchema),
  itemOf('device', deviceSpecSchema),
  itemOf('pdu', pduSpecSchema),
  itemOf('utility', utilitySpecSchema),
  itemOf('transformer', transformerSpecSchema),
  itemOf('genset', gensetSpecSchema),
  itemOf('ats', atsSpecSchema),
  itemOf('ups', upsSpecSchema),
  itemOf('battery', batterySpecSchema),
  itemOf('panel', panelSpecSchema),
  itemOf('crac', cracSpecSchema),
  itemOf('chiller', chillerSpecSchema),
  itemOf('sensor', sensorSpecSchema),
  itemOf('datacenter', datacenterSpecSchema),
  itemOf('folder', folderSpecSchema),
  itemOf('cluster', clusterSpecSchema),
  itemOf('host', hostSpecSchema),
  itemOf('pool', poolSpecSchema),
  itemOf('vm', vmSpecSchema),
  itemOf('datastore', datastoreSpecSchema),
  itemOf('vswitch', vswitchSpecSchema),
  itemOf('network', networkSpecSchema),
  itemOf('router', routerSpecSchema),
  itemOf('address', addressSpecSchema),
  itemOf('firewall', firewallSpecSchema),
  itemOf('cloud', cloudSpecSchema),
  itemOf('project', projectSpecSchema),
  itemOf('flavour', flavourSpecSchema),
  itemOf('image', imageSpecSchema),
  itemOf('volume', volumeSpecSchema),
  itemOf('ucs', ucsSpecSchema),
  itemOf('interconnect', interconnectSpecSchema),
  itemOf('chassis', chassisSpecSchema),
  itemOf('blade', bladeSpecSchema),
  itemOf('profile', profileSpecSchema),
  itemOf('idpool', idpoolSpecSchema),
  itemOf('policy', policySpecSchema),
]);
export type NewEntity = z.infer<typeof newEntitySchema>;

/** Founds the world. Only the first command of a lab may be this one. */
const labFound = z.object({
  type: z.literal('lab.found'),
  name: z.string().min(1).max(80),
  seed: z.string().regex(/^[0-9a-f]{1,8}$/, 'must be 1 to 8 hexadecimal digits'),
  epoch: simMillisSchema,
});
const labRename = z.object({ type: z.literal('lab.rename'), name: z.string().min(1).max(80) });

const create = z.object({ type: z.literal('inventory.create'), item: newEntitySchema });

/** All or nothing. Items may name parents that earlier items of the same command create, by id. */
const createMany = z.object({
  type: z.literal('inventory.create-many'),
  items: z.array(newEntitySchema).min(1).max(2000),
});

/** `spec` holds only the fields that change; null takes an optional one away. */
const change = z.object({
  type: z.literal('inventory.change'),
  id: entityIdSchema,
  name: nameSchema.optional(),
  spec: z.record(z.string(), z.unknown()).optional(),
  links: entitySchema.options[0].shape.links.optional(),
});

/** All or nothing, and one edit. In `spec`, null takes an optional field away. */
const changeMany = z.object({
  type: z.literal('inventory.change-many'),
  changes: z
    .array(change.omit({ type: true }))
    .min(1)
    .max(2000),
});

/** To another parent, another place on the floor, or another slot. */
const move = z.object({
  type: z.literal('inventory.move'),
  id: entityIdSchema,
  parent: entityIdSchema.optional(),
  position: floorPointSchema.optional(),
  slot: slotSchema.optional(),
});

const remove = z.object({
  type: z.literal('inventory.remove'),
  id: entityIdSchema,
  /** `refuse` while anything is inside; `cascade` takes the contents along. */
  contents: z.enum(['refuse', 'cascade']).default('refuse'),
});

/** All or nothing, and one edit. What is linked to others that go along is in nobody's way. */
const removeMany = z.object({
  type: z.literal('inventory.remove-many'),
  ids: z.array(entityIdSchema).min(1).max(2000),
  /** `refuse` while anything is inside, or a scenario works on one of them; `cascade` takes both along. */
  contents: z.enum(['refuse', 'cascade']).default('refuse'),
});

/** Who speaks for every sensor at or below a thing: its bot, or hardware. All of them, or of some metrics only. */
const sensorSource = z.object({
  type: z.literal('sensor.source'),
  within: entityIdSchema,
  source: sensorSpecSchema.shape.source,
  metrics: z.array(metricSchema).min(1).optional(),
});

const alarmRaise = z.object({
  type: z.literal('alarm.raise'),
  rule: z.string().min(1).max(80),
  sensor: entityIdSchema,
  value: z.number(),
});
const alarmAcknowledge = z.object({
  type: z.literal('alarm.acknowledge'),
  id: alarmIdSchema,
  note: z.string().max(1000).optional(),
});
const alarmResolve = z.object({
  type: z.literal('alarm.resolve'),
  id: alarmIdSchema,
  value: z.number().optional(),
});

/** Kept out of the list for so long, with the reason: never silently. */
const alarmShelve = z.object({
  type: z.literal('alarm.shelve'),
  id: alarmIdSchema,
  minutes: z.number().min(1).max(10_080),
  reason: z.string().min(1).max(500),
});
const alarmUnshelve = z.object({ type: z.literal('alarm.unshelve'), id: alarmIdSchema });
/** Writes something beside it; nothing that was written is ever changed. */
const alarmAnnotate = z.object({
  type: z.literal('alarm.annotate'),
  id: alarmIdSchema,
  note: z.string().trim().min(1).max(1000),
});
/** Says who takes care of it; null takes it from them. */
const alarmAssign = z.object({
  type: z.literal('alarm.assign'),
  id: alarmIdSchema,
  to: z.string().trim().min(1).max(80).nullable(),
});
/** Takes a sensor's alarms out of service while it is repaired, or puts them back. */
const alarmService = z.object({
  type: z.literal('alarm.service'),
  sensor: entityIdSchema,
  service: z.enum(['in', 'out']),
  reason: z.string().max(500).default(''),
});
/** Adds a rule or replaces the one with its id. */
const rulePut = z.object({ type: z.literal('rule.put'), rule: alarmRuleSchema });
const ruleRemove = z.object({ type: z.literal('rule.remove'), id: z.string().max(60) });
/** All rules as the product brings them. */
const ruleReset = z.object({ type: z.literal('rule.reset') });

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
  create,
  createMany,
  change,
  changeMany,
  move,
  remove,
  removeMany,
  sensorSource,
  alarmRaise,
  alarmAcknowledge,
  alarmResolve,
  alarmShelve,
  alarmUnshelve,
  alarmAnnotate,
  alarmAssign,
  alarmService,
  rulePut,
  ruleRemove,
  ruleReset,
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
