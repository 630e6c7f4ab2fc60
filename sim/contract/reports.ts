/**
 * Reports: a stretch of lab time told for people. One report is data; the screen, the printed page and the CSV draw it.
 * Texts come in the language that was asked for, numbers as they are: who draws them knows how the language writes them.
 */
import * as z from 'zod';
import { entityIdSchema, labIdSchema } from './ids.ts';
import { query } from './query.ts';

export const reportKinds = ['energy', 'temperature', 'uptime', 'capacity', 'battery', 'alarms'] as const;
export const reportKindSchema = z.enum(reportKinds);
export type ReportKind = z.infer<typeof reportKindSchema>;

export const reportLanguageSchema = z.enum(['en', 'de']);
export type ReportLanguage = z.infer<typeof reportLanguageSchema>;

export const reportFormatSchema = z.enum(['pdf', 'csv', 'html']);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

const time = z.number();
const spanSchema = z.object({ from: time, to: time });
export type ReportSpan = z.infer<typeof spanSchema>;

/** How a number is to be read. `duration` is in milliseconds, `time` is lab time, `share` is in %. */
export const valueKindSchema = z.enum(['number', 'share', 'duration', 'time', 'money', 'text']);
export type ValueKind = z.infer<typeof valueKindSchema>;

const measure = { kind: valueKindSchema, unit: z.string(), decimals: z.int().min(0).max(6) };

export const figureSchema = z.object({
  label: z.string(),
  ...measure,
  /** Null: not known, and `note` says why. */
  value: z.number().nullable(),
  prior: z.number().nullable(),
  /** Which way is good: the change is judged by it. */
  better: z.enum(['lower', 'higher', 'neither']),
  note: z.string(),
});
export type Figure = z.infer<typeof figureSchema>;

const cellSchema = z.union([z.string(), z.number(), z.null()]);
export type ReportCell = z.infer<typeof cellSchema>;
export const reportColumnSchema = z.object({ title: z.string(), ...measure });
export type ReportColumn = z.infer<typeof reportColumnSchema>;

const headed = { title: z.string(), note: z.string() };

export const reportSectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figures'), ...headed, figures: z.array(figureSchema) }),
  z.object({
    kind: z.literal('table'),
    ...headed,
    columns: z.array(reportColumnSchema),
    rows: z.array(z.array(cellSchema)),
    /** Said where there are no rows. */
    empty: z.string(),
    /** How many more rows there are than are shown. */
    more: z.int(),
  }),
  z.object({
    kind: z.literal('series'),
    ...headed,
    unit: z.string(),
    decimals: z.int(),
    at: z.array(time),
    lines: z.array(z.object({ label: z.string(), values: z.array(z.number().nullable()) })),
    limits: z.array(z.object({ label: z.string(), value: z.number() })),
    empty: z.string(),
  }),
  z.object({
    kind: z.literal('bars'),
    ...headed,
    unit: z.string(),
    decimals: z.int(),
    bars: z.array(z.object({ label: z.string(), value: z.number() })),
    limit: z.object({ label: z.string(), value: z.number() }).nullable(),
    empty: z.string(),
  }),
  z.object({ kind: z.literal('text'), ...headed, paragraphs: z.array(z.string()) }),
]);
export type ReportSection = z.infer<typeof reportSectionSchema>;
export type SectionOf<Name extends ReportSection['kind']> = Extract<ReportSection, { kind: Name }>;

/** What a report was made from. */
export const reportSourceSchema = z.object({
  what: z.string(),
  sensors: z.int(),
  /** Of these sensors, those that real hardware speaks for. */
  hardware: z.int(),
  /** % of the time that there were readings for; null where it was not read as a series. */
  present: z.number().nullable(),
  /** The first few. */
  ids: z.array(z.string()),
});
export type ReportSource = z.infer<typeof reportSourceSchema>;

export const reportSchema = z.object({
  meta: z.object({
    kind: reportKindSchema,
    title: z.string(),
    language: reportLanguageSchema,
    scope: z.object({ id: entityIdSchema.nullable(), name: z.string() }),
    ...spanSchema.shape,
    prior: spanSchema.nullable(),
    /** Why there is nothing to compare with, where that was asked for. */
    priorNote: z.string(),
    lab: z.object({ id: labIdSchema, name: z.string() }),
    seed: z.string(),
    branch: z.string(),
    labTime: time,
    /** Wall time. */
    madeAt: z.number(),
    version: z.string(),
    sources: z.array(reportSourceSchema),
    simulated: z.literal(true),
    currency: z.string(),
  }),
  headline: z.array(figureSchema),
  sections: z.array(reportSectionSchema),
});
export type Report = z.infer<typeof reportSchema>;

export const reportParamsSchema = z.object({
  kind: reportKindSchema,
  /** A site or a room; everything where left out. */
  within: entityIdSchema.optional(),
  /** Lab time; the day until now where left out. */
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  compare: z.enum(['prior', 'none']).default('prior'),
  language: reportLanguageSchema.default('en'),
  /** A name to ask by how far it is, and to cancel it. */
  ticket: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .optional(),
});
export type ReportParams = z.output<typeof reportParamsSchema>;

/** A report that makes itself when its stretch of lab time is over. Kept in the settings of the machine. */
export const reportScheduleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower case letters, digits and dashes'),
  state: z.enum(['on', 'off']).default('on'),
  kind: reportKindSchema,
  within: entityIdSchema.optional(),
  /** It tells of the day, the seven days or the calendar month before the moment it is made. */
  every: z.enum(['day', 'week', 'month']),
  /** Lab time, UTC. Weeks begin on Monday, months on the first. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 06:00')
    .default('06:00'),
  format: reportFormatSchema.default('pdf'),
  language: reportLanguageSchema.default('en'),
  compare: z.enum(['prior', 'none']).default('prior'),
  /** A folder inside the data directory's `reports`. */
  folder: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$|^$/, 'may hold letters, digits, _ and -')
    .default(''),
  /** Sent there too, by the mail server of the notifications. */
  mail: z.array(z.string().min(3).max(120)).max(20).default([]),
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** What may be done to reports; `desk.report` carries it. */
export const reportOrderSchema = z.discriminatedUnion('act', [
  /** Make the report of a schedule now. */
  z.object({ act: z.literal('run'), schedule: z.string().max(40) }),
  z.object({ act: z.literal('delete'), name: z.string().min(1).max(200) }),
  z.object({ act: z.literal('cancel'), ticket: z.string().max(40) }),
]);
export type ReportOrder = z.infer<typeof reportOrderSchema>;

export const reportFileSchema = z.object({
  /** Its path inside the reports folder: fetch it at /api/v1/report-files/NAME. */
  name: z.string(),
  bytes: z.int(),
  /** Wall time. */
  madeAt: z.number(),
});
export type ReportFile = z.infer<typeof reportFileSchema>;

export const scheduleStateSchema = z.object({
  id: z.string(),
  /** Lab time; null where it is off. */
  nextAt: time.nullable(),
  lastAt: time.nullable(),
  lastFile: z.string().nullable(),
  /** What went wrong the last time; empty where nothing did. */
  problem: z.string(),
  /** Reports that fell due while the lab was not watched, since the schedule was made. */
  missed: z.int(),
  running: z.enum(['yes', 'no']),
});
export type ScheduleState = z.infer<typeof scheduleStateSchema>;

export const reportsAnswerSchema = z.object({
  cards: z.array(
    z.object({
      kind: reportKindSchema,
      /** Lab time of the last one that was made in this session; null: none. */
      lastAt: time.nullable(),
    }),
  ),
  running: z.array(
    z.object({
      ticket: z.string(),
      kind: reportKindSchema,
      /** How many were read so far. */
      sensors: z.int(),
      /** How much of the whole work is done, 0 … 1. */
      share: z.number(),
      /** What is being read, in the report's language; empty before the first. */
      what: z.string(),
    }),
  ),
  schedules: z.array(scheduleStateSchema),
  files: z.array(reportFileSchema),
  directory: z.string(),
  /** The browser that prints; null where none was found, and `hint` says what to do. */
  printer: z.object({ browser: z.string().nullable(), hint: z.string() }),
});
export type ReportsAnswer = z.infer<typeof reportsAnswerSchema>;

export const reportQueries = {
  report: query('A stretch of lab time told for people', reportParamsSchema, reportSchema),
  reports: query('Reports that can be made, are scheduled, and were kept', z.object({}), reportsAnswerSchema),
};
