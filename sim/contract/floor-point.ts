import * as z from 'zod';
import { metresSchema } from './units.ts';

/** Centre of the footprint, in metres from the room's north-west corner. */
export const floorPointSchema = z.object({ x: metresSchema, y: metresSchema });
export type FloorPoint = z.infer<typeof floorPointSchema>;

/** A line over the floor, from corner to corner. */
export const floorPathSchema = z.array(floorPointSchema).min(2).max(100);
