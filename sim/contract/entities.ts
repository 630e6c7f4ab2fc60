import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { metricTable } from './metrics.table.ts';
import { celsiusSchema, kilowattsSchema, metresSchema, wattsSchema } from './units.ts';

/** A name is also a topic level, so MQTT's own characters and slashes stay out. */
export const nameSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._()-]*$/, 'may hold letters, digits, spaces and . _ ( ) -');

export const facingSchema = z.enum(['north', 'south', 'east', 'west']);
export type Facing = z.infer<typeof facingSchema>;

/** Centre of the footprint, in metres from the room's north-west corner. */
export const floorPointSchema = z.object({ x: metresSchema, y: metresSchema });
export type FloorPoint = z.infer<typeof floorPointSchema>;

export const metricSchema = z.enum(Object.keys(metricTable) as [keyof typeof metricTable]);
export type Metric = keyof typeof metricTable;

export const siteSpecSchema = z.strictObject({
  location: z.string().max(120).optional(),
  timezone: z.string().max(64),
});

export const roomSpecSchema = z.strictObject({
  width: metresSchema.min(1),
  depth: metresSchema.min(1),
  /** ASHRAE TC 9.9 equipment class; sets the allowable band. */
  envelope: z.enum(['A1', 'A2', 'A3', 'A4', 'H1']),
});

export const rowSpecSchema = z.strictObject({
  containment: z.enum(['none', 'cold-aisle', 'hot-aisle']),
});

export const rackSpecSchema = z.strictObject({
  position: floorPointSchema,
  width: metresSchema,
  depth: metresSchema,
  /** The side cold air enters: the front. */
  facing: facingSchema,
  heightU: z.int().min(1).max(60),
  ratedPower: kilowattsSchema.max(500),
});

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
  serial: z.string().max(64).optional(),
});

export const pduSpecSchema = z.strictObject({
  model: z.string().min(1).max(120),
  feed: z.enum(['A', 'B']),
  ratedPower: kilowattsSchema,
});

export const upsSpecSchema = z.strictObject({
  model: z.string().min(1).max(120),
  ratedPower: kilowattsSchema,
  position: floorPointSchema,
});

export const cracSpecSchema = z.strictObject({
  model: z.string().min(1).max(120),
  /** Sensible capacity at 24 °C return air. */
  ratedCooling: kilowattsSchema,
  /** Supply air set-point. */
  setpoint: celsiusSchema,
  position: floorPointSchema,
});

export const sensorSpecSchema = z.strictObject({
  metric: metricSchema,
  /** Where on its parent it sits: front-middle, rear-top, return … */
  place: z.string().min(1).max(40),
  /** Simulated by a bot, or left to real hardware that publishes the same topic. */
  source: z.enum(['bot', 'hardware']),
});

const aliasesSchema = z.record(z.string().max(40), z.string().max(200));
const linksSchema = z.partialRecord(z.enum(['fedBy', 'cools']), z.array(entityIdSchema).max(1000));
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
  entityOf('ups', upsSpecSchema),
  entityOf('crac', cracSpecSchema),
  entityOf('sensor', sensorSpecSchema),
]);
export type Entity = z.infer<typeof entitySchema>;
export type Kind = Entity['kind'];
export type EntityOf<K extends Kind> = Extract<Entity, { kind: K }>;

export const kinds = [
  'site',
  'room',
  'row',
  'rack',
  'device',
  'pdu',
  'ups',
  'crac',
  'sensor',
] as const satisfies readonly Kind[];
export const kindSchema = z.enum(kinds);
