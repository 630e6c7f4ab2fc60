/** How well the alarm list serves who reads it: the figures of ISA-18.2 and EEMUA 191, with their targets. */
import * as z from 'zod';
import { alarmRuleSchema } from './alarms.ts';
import { alarmIdSchema, entityIdSchema } from './ids.ts';
import { simMillisSchema } from './units.ts';

/** `none`: there was nothing to judge. */
export const verdictSchema = z.enum(['ok', 'over', 'none']);

/** A figure beside what the standard wants: at most so much. */
export const judgedSchema = z.object({ value: z.number(), target: z.number(), verdict: verdictSchema });
export type Judged = z.infer<typeof judgedSchema>;

const source = { rule: z.string(), sensor: entityIdSchema, source: entityIdSchema };

export const alarmKpisSchema = z.object({
  from: simMillisSchema,
  to: simMillisSchema,
  /** Alarms that rang for themselves, and those that a root, a shelf or a removal from service kept quiet. */
  rang: z.int(),
  quiet: z.int(),
  /** `part`: more happened in this time than was read. */
  extent: z.enum(['whole', 'part']),
  rate: z.object({
    per10Minutes: judgedSchema,
    perHour: judgedSchema,
    perDay: judgedSchema,
    /** The worst ten minutes. */
    peak: judgedSchema,
  }),
  floods: z.object({
    /** Share of the time in %. */
    share: judgedSchema,
    items: z.array(
      z.object({
        from: simMillisSchema,
        /** Null while it lasts. */
        to: simMillisSchema.nullable(),
        alarms: z.int(),
        /** Most in ten minutes. */
        peak: z.int(),
      }),
    ),
  }),
  chattering: z.object({
    count: judgedSchema,
    items: z.array(
      z.object({
        ...source,
        alarms: z.int(),
        /** Most in one minute. */
        peak: z.int(),
      }),
    ),
  }),
  stale: z.object({
    count: judgedSchema,
    items: z.array(z.object({ id: alarmIdSchema, ...source, raisedAt: simMillisSchema })),
  }),
  /** High, medium and low: about 5, 15 and 80 %. Priority 1 is high, 2 medium, 3 and 4 low. */
  priorities: z.array(
    z.object({
      name: z.enum(['high', 'medium', 'low']),
      alarms: z.int(),
      share: z.number(),
      target: z.number(),
      verdict: verdictSchema,
    }),
  ),
  /** The ten that ring most, and their share of all in %. */
  top: z.object({
    share: judgedSchema,
    items: z.array(z.object({ ...source, alarms: z.int(), share: z.number() })),
  }),
  /** Mean times in lab milliseconds; null where none was. */
  acknowledge: z.object({ mean: z.number().nullable(), count: z.int(), waiting: z.int() }),
  resolve: z.object({ mean: z.number().nullable(), count: z.int(), open: z.int() }),
});
export type AlarmKpis = z.infer<typeof alarmKpisSchema>;

const time = z.coerce.number().int().optional();

export const alarmKpisParamsSchema = z.object({
  /** Lab time; the day until now where left out. */
  from: time,
  to: time,
  /** Only what lies in this site, room or thing; everything where left out. */
  within: entityIdSchema.optional(),
});

/** A rule in a URL is JSON. */
const ruleParam = z.preprocess((value, context) => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a rule as JSON' });
    return z.NEVER;
  }
}, alarmRuleSchema);

export const rulePreviewParamsSchema = z.object({ rule: ruleParam, from: time, to: time });

/** What a rule would have done with the readings that were kept. */
export const rulePreviewSchema = z.object({
  from: simMillisSchema,
  to: simMillisSchema,
  /** How often it would have rung, and on how many sensors. */
  fired: z.int(),
  sensors: z.int(),
  /** How many sensors it watches, and how many of them were looked at. */
  watched: z.int(),
  judged: z.int(),
  /** Readings that were looked at, or spans of them where they lie closer than the resolution. */
  readings: z.int(),
  /** Finer than this, lab milliseconds, the readings were not looked at: the extremes of each such span were. */
  resolution: z.number(),
  /** `part`: it watches more than could be looked at; an even sample was taken. */
  extent: z.enum(['whole', 'part']),
  /** Seconds that it would have rung, over all sensors. */
  seconds: z.number(),
  examples: z.array(
    z.object({
      sensor: entityIdSchema,
      at: simMillisSchema,
      /** Null where it would still ring. */
      until: simMillisSchema.nullable(),
      value: z.number(),
      message: z.string(),
    }),
  ),
});
export type RulePreview = z.infer<typeof rulePreviewSchema>;
