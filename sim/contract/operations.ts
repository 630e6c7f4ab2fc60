import * as z from 'zod';
import { operationIdSchema } from './ids.ts';
import { refusalSchema } from './refusal.ts';
import { wallMillisSchema } from './units.ts';

export const operationStateSchema = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);

/** Long work. Each face draws it in its own dialect: a vSphere Task, a progress bar, a Redfish Task. */
export const operationSchema = z.object({
  id: operationIdSchema,
  title: z.string(),
  state: operationStateSchema,
  /** 0 … 1; null where the end cannot be known. */
  progress: z.number().min(0).max(1).nullable(),
  startedAt: wallMillisSchema,
  finishedAt: wallMillisSchema.nullable(),
  refusal: refusalSchema.nullable(),
  /** What it made: a file's path, a lab's id. */
  result: z.record(z.string(), z.string()).nullable(),
});
export type Operation = z.infer<typeof operationSchema>;
