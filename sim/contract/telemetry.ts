import * as z from 'zod';

/** `sim`: a bot said it. `good`: hardware said it. `bad`: the sender itself doubts it. `stale`: too old. */
export const qualitySchema = z.enum(['sim', 'good', 'stale', 'bad']);
export type Quality = z.infer<typeof qualitySchema>;

/** A reading on the wire. Hardware may send a bare number instead; only `v` must be there. */
export const readingPayloadSchema = z.object({
  v: z.number(),
  u: z.string().max(16).optional(),
  /** Lab time of the measurement; the time of arrival where it is missing. */
  t: z.int().optional(),
  q: qualitySchema.optional(),
  s: z.int().min(0).optional(),
  /** What the value is called, where it is a word: `on-battery`. The number decides. */
  w: z.string().max(64).optional(),
});
export type ReadingPayload = z.infer<typeof readingPayloadSchema>;

/** A sensor's series, for charts. Columns, because a chart eats columns. */
export const seriesSchema = z.object({
  sensor: z.string(),
  metric: z.string(),
  /** Lab time, ascending. */
  at: z.array(z.number()),
  mean: z.array(z.number().nullable()),
  min: z.array(z.number().nullable()),
  max: z.array(z.number().nullable()),
});
export type Series = z.infer<typeof seriesSchema>;

export const latestSchema = z.object({
  sensor: z.string(),
  value: z.number().nullable(),
  at: z.number().nullable(),
  quality: qualitySchema.nullable(),
});
export type Latest = z.infer<typeof latestSchema>;
