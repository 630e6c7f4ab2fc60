/** How much more a place can take, and where new machines would fit: computed from what stands there. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { count, page, query } from './query.ts';

export const capacityLevelSchema = z.enum(['site', 'room', 'row', 'rack']);
export type CapacityLevel = z.infer<typeof capacityLevelSchema>;

/** What a place can run out of. */
export const capacityLimitSchema = z.enum(['space', 'power', 'cooling', 'ports', 'weight']);
export type CapacityLimit = z.infer<typeof capacityLimitSchema>;

/** `place`: in creation order. A limit: the fullest in it first. `tightest`: the fullest in any limit first. */
export const capacityOrderSchema = z.enum([
  'place',
  'name',
  'tightest',
  'stranded',
  ...capacityLimitSchema.options,
]);
export type CapacityOrder = z.infer<typeof capacityOrderSchema>;

/** `used`: what stands there. `reserved`: what is planned or staged. Null: nobody said how much there may be. */
const amount = { used: z.number(), reserved: z.number(), of: z.number().nullable() };

const gapsSchema = z.object({ both: z.int(), front: z.int(), rear: z.int() });

export const capacityPlaceSchema = z.object({
  id: entityIdSchema,
  kind: capacityLevelSchema,
  name: z.string(),
  /** From the site down: `site/room/row/rack`. */
  path: z.string(),
  racks: z.int(),
  /** Units. One is used if anything stands in it at either face; the largest gap (of any one rack) is told per face. */
  space: z.object({ ...amount, of: z.number(), free: z.number(), largestGap: gapsSchema }),
  /** kW at rating, for `used` and `reserved`. */
  power: z.object({
    ...amount,
    of: z.number(),
    /** kW at this moment. */
    drawn: z.number(),
    /** What sets `of`: a rack, a rack PDU, a panel or a UPS; null where it is more than one. */
    limitedBy: entityIdSchema.nullable(),
  }),
  /** kW of heat at rating against what the cooling units of the room carry away; racks have a share of it by their rating. */
  cooling: z.object({
    ...amount,
    /** kW of heat at this moment. */
    drawn: z.number(),
    /** `of` with the largest cooling unit of each room out of service. */
    ofWithOneOut: z.number().nullable(),
  }),
  /** Network ports: needed, and offered by switches and patch panels. Power outlets are not modelled. */
  ports: z.object(amount),
  /** kg. `unknown`: how many machines have no weight, and so count as nothing. */
  weight: z.object({ ...amount, unknown: z.int() }),
  /** What cannot be used because something else has run out first, were the rest filled with the `machine` of the answer. */
  stranded: z.object({ units: z.number(), kilowatts: z.number(), because: capacityLimitSchema.nullable() }),
  /** Limits that are exceeded, and by which thing: `at` is the place itself or a piece of its power chain. */
  over: z.array(
    z.object({ limit: capacityLimitSchema, at: entityIdSchema, used: z.number(), of: z.number() }),
  ),
  /** Racks within that have something in `over`. */
  racksOver: z.int(),
  /** The limit it will meet first, and how full it is in that: 1 is full. */
  first: z.object({ limit: capacityLimitSchema, share: z.number() }).nullable(),
});
export type CapacityPlace = z.infer<typeof capacityPlaceSchema>;

/** The average machine of the lab, per unit of height: what free space is filled with to find what is stranded. */
const usualMachineSchema = z.object({ kilowattsPerUnit: z.number(), portsPerUnit: z.number() });

export const togetherSchema = z.enum(['any', 'same-rack', 'spread']);
export type Together = z.infer<typeof togetherSchema>;

export const placementParamsSchema = z.object({
  /** Height of one machine, U. */
  units: z.coerce.number().int().min(1).max(60),
  /** Of one machine at its rating. */
  watts: z.coerce.number().min(0).max(1_000_000),
  nics: z.coerce.number().int().min(0).max(64).default(0),
  /** kg of one machine; where left out, racks are not judged by weight. */
  weight: z.coerce.number().min(0).max(5000).optional(),
  count: count(10_000, 1),
  /** Two must be borne by either feed alone. */
  psus: z.coerce.number().int().min(1).max(2).default(2),
  face: z.enum(['front', 'rear', 'both']).default('both'),
  within: entityIdSchema.optional(),
  /** `any`: as few racks as may be. `same-rack`: all in one. `spread`: as many racks as may be. */
  together: togetherSchema.default('any'),
});
export type PlacementParams = z.output<typeof placementParamsSchema>;

export const placementRackSchema = z.object({
  rack: entityIdSchema,
  name: z.string(),
  path: z.string(),
  /** How many machines it could hold, were all put there. */
  holds: z.int(),
  /** Lowest unit of each machine that the plan puts there. Empty in `others`. */
  positions: z.array(z.int()),
  /** The feed for machines with one power supply; null for machines with two. */
  feed: z.enum(['A', 'B']).nullable(),
  because: z.string(),
  /** What the rack has left once the plan is carried out. */
  left: z.object({ units: z.number(), kilowatts: z.number() }),
});
export type PlacementRack = z.infer<typeof placementRackSchema>;

export const placementReasonSchema = z.enum(['gap', 'power', 'feed', 'cooling', 'ports', 'weight']);
export type PlacementReason = z.infer<typeof placementReasonSchema>;

export const placementSchema = z.object({
  asked: z.int(),
  placed: z.int(),
  /** The plan: racks to fill, best first. Machines with one supply may fill a rack on both feeds: one line for each. */
  proposals: z.array(placementRackSchema),
  /** Racks that would do as well and are not in the plan, best first, 20 at most. */
  others: z.array(placementRackSchema),
  /** Racks that can take not even one, by the first reason against them. */
  refused: z.array(z.object({ reason: placementReasonSchema, racks: z.int(), because: z.string() })),
  /** In a sentence: `12 of 12 machines fit in 2 racks`. */
  because: z.string(),
});
export type Placement = z.infer<typeof placementSchema>;

export const capacityQueries = {
  capacity: query(
    'How full places are: space, power, cooling, ports and weight',
    z.object({
      within: entityIdSchema.optional(),
      level: capacityLevelSchema.default('room'),
      limit: count(1000, 200),
      after: entityIdSchema.optional(),
      order: capacityOrderSchema.default('place'),
    }),
    page(capacityPlaceSchema).extend({ machine: usualMachineSchema }),
  ),
  placement: query('Where new machines would fit', placementParamsSchema, placementSchema),
};
