/** The advisor: what it recommends for cooling, what became of it, and what it really saved. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { count, query } from './query.ts';
import { simMillisSchema, tickSchema } from './units.ts';

export const adviceIdSchema = z
  .string()
  .regex(/^advice-\d+$/, 'must look like advice-1')
  .brand<'AdviceId'>();
export type AdviceId = z.infer<typeof adviceIdSchema>;

/** Off; says what it would do; does it and undoes it where a guard breaks. */
export const advisorModeSchema = z.enum(['off', 'advise', 'act']);
export type AdvisorMode = z.infer<typeof advisorModeSchema>;

/** A set-point is a knob of the unit's spec; the switches are plant orders. */
export const adviceVerbSchema = z.enum(['set-point', 'unit-on', 'unit-off']);
export type AdviceVerb = z.infer<typeof adviceVerbSchema>;

export const adviceRuleSchema = z.enum([
  'cool-again',
  'share-air',
  'rest-unit',
  'free-cooling',
  'warm-water',
  'wet-coil',
  'cool-room',
]);
export type AdviceRule = z.infer<typeof adviceRuleSchema>;

/** What must stay true while it is in force, as numbers that can be watched. */
export const adviceGuardSchema = z.object({
  room: entityIdSchema.nullable(),
  /** No inlet of that room (of the site, where no room is named) may pass this: °C. */
  inletMost: z.number(),
});

/** A recommendation as an advisor gives it. */
export const recommendationSchema = z.object({
  target: entityIdSchema,
  verb: adviceVerbSchema,
  /** °C; for a switch 0 is off and 1 is on. */
  from: z.number(),
  to: z.number(),
  rule: adviceRuleSchema,
  /** In words, with the numbers that led to it. */
  reason: z.string().max(400),
  /** The same numbers, for faces that speak another language. */
  facts: z.record(z.string().max(40), z.number()),
  /** kW and kWh a day; negative where safety costs energy. */
  saving: z.number(),
  savingDay: z.number(),
  /** 0 … 1. */
  confidence: z.number().min(0).max(1),
  guard: adviceGuardSchema,
  /** `hand`: never done by itself, because redundancy is a person's decision. */
  doneBy: z.enum(['anyone', 'hand']),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

/** Two worlds with the same seed over the same lab time, the one with it and the one without. */
export const measuredSchema = z.object({
  from: simMillisSchema,
  to: simMillisSchema,
  /** kWh that cooling drew. */
  with: z.number(),
  without: z.number(),
  /** kW at the end of that time, when what walls and water took up has settled. */
  rate: z.number(),
  /** PUE of both over that time. */
  pueWith: z.number(),
  pueWithout: z.number(),
  /** PUE of both in even steps from `from` to `to`. */
  trend: z.object({ with: z.array(z.number()), without: z.array(z.number()) }),
});
export type Measured = z.infer<typeof measuredSchema>;

/** `withdrawn`: no longer true. `undone`: taken back, with the reason. `over`: the thing was changed by other hands. */
export const adviceStateSchema = z.enum(['open', 'applied', 'dismissed', 'withdrawn', 'undone', 'over']);

export const adviceSchema = recommendationSchema.extend({
  id: adviceIdSchema,
  site: entityIdSchema,
  state: adviceStateSchema,
  proposedAt: simMillisSchema,
  /** When and by whom it was applied; null where it never was. */
  appliedAt: simMillisSchema.nullable(),
  appliedTick: tickSchema.nullable(),
  appliedBy: z.string().nullable(),
  endedAt: simMillisSchema.nullable(),
  /** Why it was dismissed or undone. */
  because: z.string(),
  /** Null: not yet, or too dear to be measured. */
  measured: measuredSchema.nullable(),
});
export type Advice = z.infer<typeof adviceSchema>;

export const advisorSwitchSchema = z.object({
  type: z.literal('advisor.switch'),
  site: entityIdSchema,
  mode: advisorModeSchema,
});
/** All that the advisor recommends for a site now: what is new opens, what is missing is withdrawn. */
export const advisorProposeSchema = z.object({
  type: z.literal('advisor.propose'),
  site: entityIdSchema,
  items: z.array(recommendationSchema).max(200),
});
export const advisorApplySchema = z.object({ type: z.literal('advisor.apply'), id: adviceIdSchema });
export const advisorDismissSchema = z.object({
  type: z.literal('advisor.dismiss'),
  id: adviceIdSchema,
  reason: z.string().max(300).default(''),
});
/** Puts back what it found, and keeps the reason. */
export const advisorUndoSchema = z.object({
  type: z.literal('advisor.undo'),
  id: adviceIdSchema,
  reason: z.string().min(1).max(300),
});
export const advisorMeasuredSchema = z.object({
  type: z.literal('advisor.measured'),
  id: adviceIdSchema,
  measured: measuredSchema,
});
export const advisorCommandSchemas = [
  advisorSwitchSchema,
  advisorProposeSchema,
  advisorApplySchema,
  advisorDismissSchema,
  advisorUndoSchema,
  advisorMeasuredSchema,
] as const;

export const advisorEventSchemas = [
  z.object({ type: z.literal('advisor.switched'), site: entityIdSchema, mode: advisorModeSchema }),
  z.object({ type: z.literal('advisor.proposed'), advice: adviceSchema }),
  z.object({
    type: z.literal('advisor.applied'),
    id: adviceIdSchema,
    at: simMillisSchema,
    tick: tickSchema,
    by: z.string(),
  }),
  z.object({
    type: z.literal('advisor.ended'),
    id: adviceIdSchema,
    at: simMillisSchema,
    state: adviceStateSchema.exclude(['open', 'applied']),
    because: z.string(),
  }),
  z.object({ type: z.literal('advisor.measured'), id: adviceIdSchema, measured: measuredSchema }),
] as const;

/** kWh: found by measurement, and carried on from it at the measured rate since. */
const savedSchema = z.object({ measured: z.number(), projected: z.number() });

export const adviceAnswerSchema = z.object({
  site: entityIdSchema.nullable(),
  mode: advisorModeSchema,
  /** Why nothing is measured here; null where it is. */
  unmeasured: z.string().nullable(),
  /** Rooms where a unit fails or starts: nothing is optimised there. */
  unsettled: z.array(entityIdSchema),
  items: z.array(adviceSchema),
  saved: z.object({ today: savedSchema, month: savedSchema }),
  /** kW saved now by all that is in force, at the measured rates. */
  savingNow: z.number(),
  /** PUE now as the site says it, and as it would be without what is in force. */
  pue: z.object({ now: z.number().nullable(), without: z.number().nullable() }),
});
export type AdviceAnswer = z.infer<typeof adviceAnswerSchema>;

export const rideThroughSchema = z.object({
  room: entityIdSchema,
  name: z.string(),
  /** kW that heats it, °C that its racks breathe now, and the allowable limit. */
  heat: z.number(),
  inlet: z.number(),
  limit: z.number(),
  /** Until the mean inlet passes the limit, if all its cooling is lost now; null: not within two hours. */
  minutes: z.number().nullable(),
  /** Until it passes 40 °C, where equipment switches itself off. */
  shutdown: z.number().nullable(),
  /** kJ/K that take up the heat: of air, of equipment, of walls. */
  air: z.number(),
  equipment: z.number(),
  walls: z.number(),
});
export type RideThrough = z.infer<typeof rideThroughSchema>;

export const advisorQueries = {
  advice: query(
    'What the advisor recommends for cooling, what was applied, and what it saved',
    z.object({ site: entityIdSchema.optional(), limit: count(500, 100) }),
    adviceAnswerSchema,
  ),
  'ride-through': query(
    'How long each room stays within its allowable inlet if all its cooling is lost now',
    z.object({ site: entityIdSchema.optional() }),
    z.object({ items: z.array(rideThroughSchema) }),
  ),
} as const;
