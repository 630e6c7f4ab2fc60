/** What stands in the lab: made, changed, moved and taken away. */
import * as z from 'zod';
import { entitySchema, metricSchema, nameSchema, sensorSpecSchema, slotSchema } from './entities.ts';
import { floorPointSchema } from './floor-point.ts';
import { entityIdSchema } from './ids.ts';
import { newEntitySchema } from './new-entity.ts';

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

export const inventoryCommands = [
  create,
  createMany,
  change,
  changeMany,
  move,
  remove,
  removeMany,
  sensorSource,
] as const;
