/** `*.lab.yaml`: a lab as a person writes it. sim/inventory/lab-plan.ts turns it into commands. */
import * as z from 'zod';
import {
  cracSpecSchema,
  deviceSpecSchema,
  facingSchema,
  floorPointSchema,
  metricSchema,
  nameSchema,
  pduSpecSchema,
  roomSpecSchema,
  rowSpecSchema,
  siteSpecSchema,
  slotSchema,
  upsSpecSchema,
} from './entities.ts';
import { kilowattsSchema, metresSchema } from './units.ts';

const sensor = z.strictObject({
  name: nameSchema.optional(),
  metric: metricSchema,
  place: z.string().min(1).max(40).default('middle'),
});

const device = z.strictObject({
  ...deviceSpecSchema.omit({ slot: true }).shape,
  /** `{n}` becomes the device's number within its rack, `{rack}` the rack's name. */
  name: z.string().min(1).max(60),
  slot: slotSchema.extend({ face: slotSchema.shape.face.default('both') }),
  /** So many alike, stacked upwards. */
  count: z.int().min(1).max(60).default(1),
});

const rackTemplate = z.strictObject({
  heightU: z.int().min(1).max(60).default(42),
  ratedPower: kilowattsSchema,
  width: metresSchema.default(0.6 as z.infer<typeof metresSchema>),
  depth: metresSchema.default(1.2 as z.infer<typeof metresSchema>),
  devices: z.array(device).default([]),
  pdus: z.array(z.strictObject({ name: z.string().min(1).max(60), ...pduSpecSchema.shape })).default([]),
  sensors: z.array(sensor).default([]),
});
export type RackTemplate = z.infer<typeof rackTemplate>;

const row = z.strictObject({
  name: nameSchema,
  containment: rowSpecSchema.shape.containment.default('none'),
  /** Racks are named row + two digits or more: A01, A02 … */
  racks: z.strictObject({
    template: z.string(),
    count: z.int().min(1).max(1000),
    /** Number of the first. */
    first: z.int().min(1).default(1),
    /** Centre of the first; the others follow eastwards. */
    at: floorPointSchema,
    pitch: metresSchema.min(0.3).default(0.8 as z.infer<typeof metresSchema>),
    facing: facingSchema,
    /** Rack PDUs are fed by these UPSes of the same site: feed A by the first, B by the second. */
    fedBy: z.array(z.string()).max(2).default([]),
  }),
});

const room = z.strictObject({
  name: nameSchema,
  ...roomSpecSchema.shape,
  cracs: z
    .array(
      z.strictObject({ name: nameSchema, ...cracSpecSchema.shape, sensors: z.array(sensor).default([]) }),
    )
    .default([]),
  upses: z
    .array(z.strictObject({ name: nameSchema, ...upsSpecSchema.shape, sensors: z.array(sensor).default([]) }))
    .default([]),
  sensors: z.array(sensor).default([]),
  rows: z.array(row).default([]),
});

export const labFileSchema = z.strictObject({
  apiVersion: z.literal('coldaisle/v1'),
  kind: z.literal('Lab'),
  metadata: z.strictObject({ name: z.string().min(1).max(80), description: z.string().max(500).default('') }),
  spec: z.strictObject({
    seed: z.string().regex(/^[0-9a-f]{1,8}$/, 'must be 1 to 8 hexadecimal digits, in quotes'),
    start: z.iso.datetime(),
    rackTemplates: z.record(z.string(), rackTemplate).default({}),
    sites: z
      .array(
        z.strictObject({
          name: nameSchema,
          ...siteSpecSchema.shape,
          sensors: z.array(sensor).default([]),
          rooms: z.array(room).default([]),
        }),
      )
      .min(1),
  }),
});
export type LabFile = z.infer<typeof labFileSchema>;
