import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { chillerSpecSchema, cracSpecSchema } from './cooling-specs.ts';
import { floorPathSchema, floorPointSchema } from './floor-point.ts';
import { facilityKinds, machineKinds } from './kinds.table.ts';
import { metricTable } from './metrics.table.ts';
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
import { asMetres, kilowattsSchema, metresSchema, wattsSchema } from './units.ts';

/**
 * A name is also a topic level, so MQTT's own characters and slashes stay out. What vSphere's names may have beside
 * stands in them as vSphere writes it: %2f, %5c, %25 (decision 0015).
 */
export const nameSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9 ._()-]|%(?:2f|5c|25))*$/,
    'may hold letters, digits, spaces and . _ ( ) -',
  );

export const facingSchema = z.enum(['north', 'south', 'east', 'west']);
export type Facing = z.infer<typeof facingSchema>;

export const metricSchema = z.enum(Object.keys(metricTable) as [keyof typeof metricTable]);
export type Metric = keyof typeof metricTable;

/** Whose weather a site has: a year of it, by month and hour, stands in sim/physics. */
export const climateSchema = z.enum(['temperate', 'continental', 'hot-dry', 'hot-humid', 'cold']);

export const siteSpecSchema = z.strictObject({
  location: z.string().max(120).optional(),
  timezone: z.string().max(64),
  climate: climateSchema.default('temperate'),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  /** Share of the heat carried out of the rooms that warms something else: for ERE. */
  heatReuse: z.number().min(0).max(1).default(0),
  /** Where the equipment's energy is taken for PUE: 1 behind the UPS, 2 behind the floor PDU, 3 at the equipment. */
  pueCategory: z.enum(['1', '2', '3']).default('3'),
  /** For what energy costs: per kWh, in a currency of ISO 4217. */
  energyPrice: z.number().min(0).max(1000).default(0.2),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capital letters, such as EUR')
    .default('EUR'),
});

export const roomSpecSchema = z.strictObject({
  width: metresSchema.min(1),
  depth: metresSchema.min(1),
  /** ASHRAE TC 9.9 equipment class; sets the allowable band. */
  envelope: z.enum(['A1', 'A2', 'A3', 'A4', 'H1']),
  height: metresSchema.min(2).max(12).default(asMetres(3)),
  /** Heat that a square metre of wall, floor and ceiling takes up: kJ/K. 0 leaves the walls out. */
  wallHeat: z.number().min(0).max(1000).default(25),
});

export const rowSpecSchema = z.strictObject({
  containment: z.enum(['none', 'cold-aisle', 'hot-aisle']),
});

const dateSchema = z.iso.date();

/** What a ledger knows of a thing: who answers for it, what hangs on it, where it is in its life. */
export const assetCardSchema = z.strictObject({
  owner: z.string().max(120).optional(),
  /** The business service that stands on it. */
  service: z.string().max(120).optional(),
  tag: z.string().max(64).optional(),
  installed: dateSchema.optional(),
  warrantyUntil: dateSchema.optional(),
  notes: z.string().max(2000).optional(),
  documents: z
    .array(z.strictObject({ title: z.string().min(1).max(120), url: z.string().min(1).max(500) }))
    .max(50)
    .optional(),
});
export type AssetCard = z.infer<typeof assetCardSchema>;

/** What is planned or staged keeps its place but draws nothing; what is retired waits to be carried out. */
export const lifecycleSchema = z.enum(['planned', 'staged', 'active', 'retired']);
export type Lifecycle = z.infer<typeof lifecycleSchema>;

export const rackSpecSchema = z.strictObject({
  position: floorPointSchema,
  width: metresSchema,
  depth: metresSchema,
  /** The side cold air enters: the front. */
  facing: facingSchema,
  heightU: z.int().min(1).max(60),
  ratedPower: kilowattsSchema.max(500),
  /** What it may carry, kg. Not judged where left out. */
  maxWeight: z.number().min(1).max(10_000).optional(),
  asset: assetCardSchema.optional(),
});

/** When a machine is busy: by day, by night in its window, always alike, or never. */
export const dutySchema = z.enum(['day', 'batch', 'steady', 'idle']);
export type Duty = z.infer<typeof dutySchema>;

export const slotSchema = z.strictObject({
  /** Lowest unit the device occupies, counted from 1 at the bottom. */
  position: z.int().min(1).max(60),
  height: z.int().min(1).max(60),
  face: z.enum(['front', 'rear', 'both']),
});
export type Slot = z.infer<typeof slotSchema>;

export const deviceSpecSchema = z.strictObject({
  model: z.string().min(1).max(120),
  category: z.enum(['server', 'switch', 'storage', 'patch-panel', 'appliance', 'other']),
  slot: slotSchema,
  idlePower: wattsSchema,
  ratedPower: wattsSchema,
  /** Two draw on both feeds and live on either; one hangs on `feed` alone. */
  psus: z.int().min(1).max(2).default(2),
  feed: z.enum(['A', 'B']).default('A'),
  serial: z.string().max(64).optional(),
  /** W at 0, 10 … 100 % load, as SPECpower_ssj2008 reports them; they stand in for idle and rated power. */
  powerPoints: z.array(wattsSchema).length(11).optional(),
  duty: dutySchema.default('day'),
  lifecycle: lifecycleSchema.default('active'),
  /** kg. */
  weight: z.number().min(0).max(5000).optional(),
  /** Network ports it has for others, and those of others that it needs. */
  ports: z.int().min(0).max(5000).optional(),
  nics: z.int().min(0).max(64).optional(),
  address: z.ipv4().optional(),
  manufacturer: z.string().max(120).optional(),
  asset: assetCardSchema.optional(),
});

export const sensorSpecSchema = z.strictObject({
  metric: metricSchema,
  /** Where on its parent it sits: front-middle, rear-top, return … */
  place: z.string().min(1).max(40),
  /** Simulated by a bot, or left to real hardware that publishes the same topic. */
  source: z.enum(['bot', 'hardware']),
  /** Where on the floor it lies: what a leak or smoke must reach. The middle of its room where left out. */
  position: floorPointSchema.optional(),
  /** The course of a leak rope, from the end at its controller: it is wet where water reaches it. Its length follows. */
  path: floorPathSchema.optional(),
});

const aliasesSchema = z.record(z.string().max(40), z.string().max(200));
const linksSchema = z.partialRecord(
  z.enum(['fedBy', 'cools', 'runsOn', 'mounts']),
  z.array(entityIdSchema).max(1000),
);
export type Links = z.infer<typeof linksSchema>;

const entityOf = <const Kind extends string, Spec extends z.ZodType>(kind: Kind, spec: Spec) =>
  z.object({
    id: entityIdSchema,
    kind: z.literal(kind),
    name: nameSchema,
    parent: entityIdSchema.nullable(),
    links: linksSchema,
    /** The names other worlds know it by: moRef, uuid, dn, odata. Given at birth, stable for life. */
    aliases: aliasesSchema,
    spec,
  });

export const entitySchema = z.discriminatedUnion('kind', [
  entityOf('site', siteSpecSchema),
  entityOf('room', roomSpecSchema),
  entityOf('row', rowSpecSchema),
  entityOf('rack', rackSpecSchema),
  entityOf('device', deviceSpecSchema),
  entityOf('pdu', pduSpecSchema),
  entityOf('utility', utilitySpecSchema),
  entityOf('transformer', transformerSpecSchema),
  entityOf('genset', gensetSpecSchema),
  entityOf('ats', atsSpecSchema),
  entityOf('ups', upsSpecSchema),
  entityOf('battery', batterySpecSchema),
  entityOf('panel', panelSpecSchema),
  entityOf('crac', cracSpecSchema),
  entityOf('chiller', chillerSpecSchema),
  entityOf('sensor', sensorSpecSchema),
  entityOf('datacenter', datacenterSpecSchema),
  entityOf('folder', folderSpecSchema),
  entityOf('cluster', clusterSpecSchema),
  entityOf('host', hostSpecSchema),
  entityOf('pool', poolSpecSchema),
  entityOf('vm', vmSpecSchema),
  entityOf('datastore', datastoreSpecSchema),
  entityOf('vswitch', vswitchSpecSchema),
  entityOf('network', networkSpecSchema),
  entityOf('router', routerSpecSchema),
  entityOf('address', addressSpecSchema),
  entityOf('firewall', firewallSpecSchema),
  entityOf('cloud', cloudSpecSchema),
  entityOf('project', projectSpecSchema),
  entityOf('flavour', flavourSpecSchema),
  entityOf('image', imageSpecSchema),
  entityOf('volume', volumeSpecSchema),
  entityOf('ucs', ucsSpecSchema),
  entityOf('interconnect', interconnectSpecSchema),
  entityOf('chassis', chassisSpecSchema),
  entityOf('blade', bladeSpecSchema),
  entityOf('profile', profileSpecSchema),
  entityOf('idpool', idpoolSpecSchema),
  entityOf('policy', policySpecSchema),
]);
export type Entity = z.infer<typeof entitySchema>;
export type Kind = Entity['kind'];
export type EntityOf<K extends Kind> = Extract<Entity, { kind: K }>;

export const kinds = [...facilityKinds, ...machineKinds] as const satisfies readonly Kind[];
export const kindSchema = z.enum(kinds);
