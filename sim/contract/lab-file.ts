/** `*.lab.yaml`: a lab as a person writes it. sim/inventory/lab-plan.ts turns it into commands. */
import * as z from 'zod';
import { chillerSpecSchema, cracSpecSchema } from './cooling-specs.ts';
import {
  deviceSpecSchema,
  facingSchema,
  metricSchema,
  nameSchema,
  roomSpecSchema,
  rackSpecSchema,
  rowSpecSchema,
  siteSpecSchema,
  slotSchema,
} from './entities.ts';
import { floorPathSchema, floorPointSchema } from './floor-point.ts';
import { siteMachines } from './lab-machines.ts';
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
import { scenarioNameSchema, scenarioSeveritySchema } from './scenarios.ts';
import { kilowattsSchema, metresSchema } from './units.ts';

const sensor = z.strictObject({
  name: nameSchema.optional(),
  metric: metricSchema,
  place: z.string().min(1).max(40).default('middle'),
  position: floorPointSchema.optional(),
  path: floorPathSchema.optional(),
});
/** A list, or `usual`: what a thing of its kind usually has. */
const sensors = z.union([z.literal('usual'), z.array(sensor)]).default([]);

const names = z.array(nameSchema).max(1000);

/** A unit of the power or cooling chain. `fedBy` names units of the same site. */
const unit = <Shape extends z.ZodRawShape>(spec: z.ZodObject<Shape>) =>
  z.strictObject({ name: nameSchema, ...spec.shape, fedBy: names.default([]), sensors });

const battery = unit(batterySpecSchema).omit({ fedBy: true });

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
  maxWeight: rackSpecSchema.shape.maxWeight,
  asset: rackSpecSchema.shape.asset,
  devices: z.array(device).default([]),
  pdus: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(60),
        ...pduSpecSchema.shape,
        sensors: sensors.optional(),
      }),
    )
    .default([]),
  sensors,
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
    /** Rack PDUs are fed by these units of the same site: feed A by the first, B by the second. */
    fedBy: z.array(z.string()).max(2).default([]),
    /** What stands in one rack besides its template's devices. */
    extra: z
      .array(z.strictObject({ rack: nameSchema, devices: z.array(device).min(1) }))
      .max(1000)
      .default([]),
  }),
});

const room = z.strictObject({
  name: nameSchema,
  ...roomSpecSchema.shape,
  /** `leakRope`: where its rope runs; it tells whether it is wet, and at how many metres. */
  cracs: z.array(unit(cracSpecSchema).extend({ leakRope: floorPathSchema.optional() })).default([]),
  upses: z.array(unit(upsSpecSchema).extend({ batteries: z.array(battery).default([]) })).default([]),
  panels: z.array(unit(panelSpecSchema)).default([]),
  sensors,
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
          sensors,
          utilities: z.array(unit(utilitySpecSchema).omit({ fedBy: true })).default([]),
          transformers: z.array(unit(transformerSpecSchema)).default([]),
          gensets: z.array(unit(gensetSpecSchema).omit({ fedBy: true })).default([]),
          atses: z.array(unit(atsSpecSchema)).default([]),
          /** `cools` names the cooling units that hang on its water. */
          chillers: z.array(unit(chillerSpecSchema).extend({ cools: names.default([]) })).default([]),
          rooms: z.array(room).default([]),
          ...siteMachines,
        }),
      )
      .min(1),
    /** What happens by itself after the lab's first second. */
    scenarios: z
      .array(
        z.strictObject({
          /** Seconds after the start. */
          at: z.number().min(0).max(31_536_000),
          scenario: scenarioNameSchema,
          /** A name in the lab, or `kind name` where several things share it. */
          target: z.string().min(1).max(130),
          severity: scenarioSeveritySchema.default('partial'),
          size: z.number().optional(),
          ramp: z.number().min(0).optional(),
          duration: z.number().min(0).nullable().optional(),
        }),
      )
      .max(200)
      .default([]),
  }),
});
export type LabFile = z.infer<typeof labFileSchema>;
