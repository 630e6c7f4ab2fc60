/** The ledger of devices: asked for by the page of rows, so that no client has to hold all of them. */
import * as z from 'zod';
import { assetColumns, assetGaps, csvColumns } from './asset-columns.table.ts';
import { assetCardSchema, deviceSpecSchema, dutySchema, lifecycleSchema } from './entities.ts';
import { loggedEventSchema } from './events.ts';
import { entityIdSchema, revisionSchema } from './ids.ts';
import { count, list, query } from './query.ts';
import { refusalSchema } from './refusal.ts';
import { simMillisSchema } from './units.ts';

export const assetCategorySchema = deviceSpecSchema.shape.category;
export type AssetCategory = z.infer<typeof assetCategorySchema>;

/** What a table of devices can be ordered by. */
export const assetColumnSchema = z.enum(assetColumns);
export type AssetColumn = z.infer<typeof assetColumnSchema>;

/** What a device may lack. */
export const assetGapSchema = z.enum(assetGaps);
export type AssetGap = z.infer<typeof assetGapSchema>;

const word = z.string().min(1).max(120);

/** All of it must be true of a device; within a list, any one. Words are compared without regard to case. */
export const assetFilterSchema = z.object({
  /** Each word of it, anywhere in what is written of a device or in its place. */
  text: z.string().max(200).optional(),
  categories: list(assetCategorySchema).optional(),
  lifecycles: list(lifecycleSchema).optional(),
  within: entityIdSchema.optional(),
  model: word.optional(),
  manufacturer: word.optional(),
  owner: word.optional(),
  service: word.optional(),
  missing: list(assetGapSchema).optional(),
  /** Ends within so many days of lab time; 0: has ended. */
  warrantyDays: z.coerce.number().int().min(0).max(36_500).optional(),
});
export type AssetFilter = z.infer<typeof assetFilterSchema>;
export type AssetFilterInput = z.input<typeof assetFilterSchema>;

export const assetRowSchema = z.object({
  id: entityIdSchema,
  name: z.string(),
  category: assetCategorySchema,
  model: z.string(),
  manufacturer: z.string().nullable(),
  rack: entityIdSchema.nullable(),
  /** From the site down to the rack: `site/room/row/rack`. */
  place: z.string(),
  rackName: z.string(),
  /** Lowest unit, and how many. */
  unit: z.int(),
  height: z.int(),
  feed: z.enum(['A', 'B', 'A+B']),
  address: z.string().nullable(),
  lifecycle: lifecycleSchema,
  /** W. `drawn` at this moment: its share of what its rack draws. */
  rated: z.number(),
  drawn: z.number(),
  /** kg. */
  weight: z.number().nullable(),
  owner: z.string().nullable(),
  service: z.string().nullable(),
  serial: z.string().nullable(),
  tag: z.string().nullable(),
  installed: z.string().nullable(),
  warranty: z.string().nullable(),
});
export type AssetRow = z.infer<typeof assetRowSchema>;

const order = {
  sort: assetColumnSchema.default('name'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
};

/** A text sets, null takes away, what is left out stays. */
export const assetEditSchema = z.strictObject({
  lifecycle: lifecycleSchema.optional(),
  duty: dutySchema.optional(),
  owner: assetCardSchema.shape.owner.unwrap().min(1).nullable().optional(),
  service: assetCardSchema.shape.service.unwrap().min(1).nullable().optional(),
  installed: assetCardSchema.shape.installed.unwrap().nullable().optional(),
  warrantyUntil: assetCardSchema.shape.warrantyUntil.unwrap().nullable().optional(),
  /** `DC1-{n:5}`: a number that counts up, so many digits wide. */
  tag: assetCardSchema.shape.tag.unwrap().min(1).nullable().optional(),
});
export type AssetEdit = z.infer<typeof assetEditSchema>;

/** What one `inventory.change-many` would hold for one device. */
export const assetChangeSchema = z.object({
  id: entityIdSchema,
  spec: z.record(z.string(), z.unknown()),
});
export type AssetChange = z.infer<typeof assetChangeSchema>;

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? parsed(value) : value), schema);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const assetEditAnswerSchema = z.object({
  /** How many devices are meant; how many of them would change. */
  meant: z.int(),
  changing: z.int(),
  changes: z.array(assetChangeSchema),
  problems: z.array(z.object({ id: entityIdSchema, name: z.string(), because: z.string() })),
  problemCount: z.int(),
  revision: revisionSchema,
});

/** The columns of a file of devices. */
export const csvColumnSchema = z.enum(csvColumns);
export type CsvColumn = z.infer<typeof csvColumnSchema>;

/** For each column of the file, in order: what it is; null is passed over. */
export const csvMappingSchema = z.array(csvColumnSchema.nullable()).max(200);
export type CsvMapping = z.infer<typeof csvMappingSchema>;

export const csvProblemSchema = z.object({
  /** Counted from 1, the header being the first; a quoted cell may span several. */
  line: z.int(),
  /** As it is called in the file; null where the line as a whole is meant. */
  column: z.string().nullable(),
  refusal: refusalSchema,
});
export type CsvProblem = z.infer<typeof csvProblemSchema>;

const csvLinesSchema = z.array(
  z.object({
    line: z.int(),
    what: z.enum(['create', 'change', 'same', 'wrong']),
    name: z.string(),
    place: z.string(),
  }),
);

export const csvPlanSchema = z.object({
  header: z.array(z.string()),
  /** As guessed from the header, or as it was given. */
  mapping: csvMappingSchema,
  delimiter: z.enum([',', ';', '\t']),
  counts: z.object({ create: z.int(), change: z.int(), same: z.int(), wrong: z.int() }),
  problems: z.array(csvProblemSchema),
  problemCount: z.int(),
  /** The first of them, to look at. */
  lines: csvLinesSchema,
  revision: revisionSchema,
});
export type CsvPlan = z.infer<typeof csvPlanSchema>;

const wordsSchema = z.array(z.object({ word: z.string(), devices: z.int() }));

export const assetQueries = {
  assets: query(
    'Devices, filtered and ordered, a window of them at a time',
    assetFilterSchema.extend({
      ...order,
      /** These alone, in this order; filter and order of others then say nothing. */
      ids: list(entityIdSchema).optional(),
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      limit: count(500, 100),
    }),
    z.object({
      items: z.array(assetRowSchema),
      /** That match; that there are at all. */
      total: z.int(),
      of: z.int(),
      revision: revisionSchema,
    }),
  ),
  'asset-ids': query(
    'Ids of all devices that match, in order',
    assetFilterSchema.extend(order),
    z.object({ ids: z.array(entityIdSchema), revision: revisionSchema }),
  ),
  'asset-words': query(
    'Manufacturers, models, owners and services that devices have, the most frequent first',
    z.object({}),
    z.object({
      manufacturers: wordsSchema,
      models: wordsSchema,
      owners: wordsSchema,
      services: wordsSchema,
    }),
  ),
  'asset-edit': query(
    'What editing many devices at once would change; inventory.change-many does it',
    z.object({
      ids: list(entityIdSchema).optional(),
      filter: json(assetFilterSchema).optional(),
      /** Of those that match the filter, these not. */
      without: list(entityIdSchema).optional(),
      edit: json(assetEditSchema),
      /** The number of the first tag. */
      from: z.coerce.number().int().min(0).max(999_999_999).default(1),
      /** So many changes are told, at most. */
      limit: count(2000, 20),
    }),
    assetEditAnswerSchema,
  ),
  'asset-csv': query(
    'Devices as lines of CSV, a page at a time',
    assetFilterSchema.extend({
      ...order,
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      limit: count(5000, 5000),
    }),
    z.object({ text: z.string(), next: z.int().nullable(), total: z.int() }),
  ),
  'device-story': query(
    'What the log tells of a device and of alarms about it and its rack, newest first',
    z.object({ id: entityIdSchema, limit: count(500, 100) }),
    z.object({
      items: z.array(loggedEventSchema),
      /** When it came into each state of its life, oldest first. */
      lifecycle: z.array(z.object({ state: lifecycleSchema, at: simMillisSchema })),
      /** False where the log goes on behind the last item. */
      isWhole: z.boolean(),
    }),
  ),
} as const;
