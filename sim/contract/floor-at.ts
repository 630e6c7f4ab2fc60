/** What sensors said at one moment of the past: what a heat map of then is drawn from. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { list, query } from './query.ts';

/** A sensor that said nothing for longer before the moment is not known then: minutes of lab time. */
export const knownForMinutes = 15;

export const floorAtQueries = {
  'floor-at': query(
    `Last readings before a moment, none older than ${knownForMinutes} minutes then`,
    z.object({ sensors: list(entityIdSchema), at: z.coerce.number() }),
    z.object({
      /** The moment that was answered for: never after now, nor before the lab began. */
      at: z.number(),
      /** In the order of the sensors; null where none is known. */
      values: z.array(z.number().nullable()),
      /** Seconds before the moment. */
      ages: z.array(z.number().nullable()),
    }),
  ),
} as const;
