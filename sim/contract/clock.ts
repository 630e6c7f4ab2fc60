import * as z from 'zod';
import { simMillisSchema, tickSchema } from './units.ts';

export const speeds = [1, 2, 5, 10, 60, 100, 300, 1000] as const;
export const speedSchema = z.number().min(1).max(1000);

export const clockSchema = z.object({
  /** Lab time at tick 0. */
  epoch: simMillisSchema,
  tick: tickSchema,
  running: z.boolean(),
  speed: speedSchema,
  /** Steps asked for while paused and not yet taken. */
  owed: z.int().min(0),
});
export type Clock = z.infer<typeof clockSchema>;
