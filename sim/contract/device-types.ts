/** Device types: what the makers build, as a library of this machine. Labs hold devices, not types. */
import * as z from 'zod';
import { assetCategorySchema } from './assets.ts';
import { count, query } from './query.ts';

export const deviceTypeSchema = z.object({
  /** Alone in the library: `acme-alpha-1`. */
  slug: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  partNumber: z.string().nullable(),
  category: assetCategorySchema,
  /** U, in halves; a rack gives whole ones. */
  height: z.number(),
  depth: z.enum(['full', 'half']),
  airflow: z.string().nullable(),
  /** kg. */
  weight: z.number().nullable(),
  /** W that it may draw, where one supply of two must be enough; null where nobody said. */
  rated: z.number().nullable(),
  allocated: z.number().nullable(),
  psus: z.int(),
  /** Network ports without those that manage it. */
  ports: z.int(),
  origin: z.enum(['ours', 'imported']),
  /** What its file says beyond this, as it was. */
  more: z.record(z.string(), z.unknown()),
});
export type DeviceType = z.infer<typeof deviceTypeSchema>;

export const typeRemarkSchema = z.object({
  file: z.string(),
  /** `wrong`: it was left out. `doubtful`: it was taken, and may be meant otherwise. */
  level: z.enum(['wrong', 'doubtful']),
  message: z.string(),
});
export type TypeRemark = z.infer<typeof typeRemarkSchema>;

export const typeImportSchema = z.object({
  added: z.int(),
  replaced: z.int(),
  wrong: z.int(),
  remarks: z.array(typeRemarkSchema),
  remarkCount: z.int(),
});
export type TypeImport = z.infer<typeof typeImportSchema>;

export const deviceTypeQueries = {
  'device-types': query(
    'Device types of this machine: ours, and those imported from a library',
    z.object({
      text: z.string().max(120).optional(),
      manufacturer: z.string().max(120).optional(),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
      limit: count(200, 50),
    }),
    z.object({
      items: z.array(deviceTypeSchema),
      total: z.int(),
      manufacturers: z.array(z.object({ word: z.string(), types: z.int() })),
    }),
  ),
} as const;
