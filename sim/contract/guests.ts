/**
 * What the world knows of a machine's operating system: what lies on its disk, what it demands, what answers.
 * The machine itself runs in the host; what it did comes in as `guest.apply`, so replay needs no shell (decision 0013).
 */
import * as z from 'zod';
import { entityIdSchema, scenarioRunIdSchema } from './ids.ts';
import { guestOsSchema } from './machine-specs.ts';
import { simMillisSchema } from './units.ts';

/** Characters 0–255, one byte each, as in sim/guests/bytes.ts. */
const bytesSchema = z.string().regex(/^[\0-\u00ff]*$/, 'must be bytes: no character above 255');
const pathSchema = bytesSchema.min(1).max(8192);
const whole = z.int().min(0);

/** As `NodeRecord` of sim/guests/files/node.ts. */
const fileRecordSchema = z.strictObject({
  kind: z.enum(['file', 'directory', 'link', 'pipe', 'socket', 'character', 'block']),
  mode: whole.max(0o7777),
  uid: whole,
  gid: whole,
  modifiedAt: z.number(),
  content: bytesSchema.optional(),
  twin: whole.optional(),
  special: z.tuple([whole, whole]).readonly().optional(),
  changedAt: z.number().optional(),
  accessedAt: z.number().optional(),
  size: whole.optional(),
  allocated: whole.optional(),
});

const guestFileChangeSchema = z.discriminatedUnion('is', [
  z.strictObject({ path: pathSchema, is: z.literal('kept'), record: fileRecordSchema }),
  /** What the base has there is gone. */
  z.strictObject({ path: pathSchema, is: z.literal('gone') }),
  /** As in the base again, or nowhere. */
  z.strictObject({ path: pathSchema, is: z.literal('plain') }),
  /** What is kept there goes on with these bytes. */
  z.strictObject({ path: pathSchema, is: z.literal('longer'), bytes: bytesSchema, modifiedAt: z.number() }),
]);
export type GuestFileChange = z.output<typeof guestFileChangeSchema>;

/** What its processes would use if they could. */
const guestDemandSchema = z.strictObject({
  cores: z.number().min(0).max(1024),
  memoryBytes: z.number().min(0),
});
export type GuestDemand = z.output<typeof guestDemandSchema>;

export const guestServiceSchema = z.strictObject({
  name: z.string().min(1).max(120),
  /** TCP; null: it listens nowhere. */
  port: z.int().min(1).max(65_535).nullable(),
  state: z.enum(['running', 'failed', 'stopped']),
});
export type GuestService = z.output<typeof guestServiceSchema>;

/** As `ClockError` of sim/guests/kernel/wall-clock.ts. */
const guestClockSchema = z.strictObject({
  offset: z.number().min(-1e13).max(1e13),
  rate: z.number().min(-1000).max(1e9),
  at: simMillisSchema,
  until: simMillisSchema.nullable(),
});
const guestClockStateSchema = guestClockSchema.extend({
  /** The scenario that has it in its hand; null: none. */
  by: scenarioRunIdSchema.nullable(),
});
export type GuestClock = z.output<typeof guestClockStateSchema>;

/** Bytes of files in one command; what is more comes in several. */
export const mostGuestBytes = 4_194_304;
/** Bytes of files that one guest may keep in a lab. */
export const mostGuestKept = 67_108_864;

const machine = entityIdSchema;

/** All of them are the host's own to say. */
export const guestCommands = [
  z.object({
    type: z.literal('guest.boot'),
    machine,
    /** `itself`: its own reboot, and not its power button. */
    from: z.enum(['power', 'itself']).default('power'),
  }),
  z.object({ type: z.literal('guest.stop'), machine }),
  z.object({
    type: z.literal('guest.apply'),
    machine,
    files: z.array(guestFileChangeSchema).max(20_000).default([]),
    demand: guestDemandSchema.optional(),
    services: z.array(guestServiceSchema).max(1000).optional(),
    /** Its clock was set, or is led back. `by` absent: by itself. */
    clock: guestClockSchema.extend({ by: scenarioRunIdSchema.nullable().optional() }).optional(),
  }),
] as const;

const snapshot = z.int().min(1);

export const guestEvents = [
  /** Its operating system starts: what lay in memory only is gone. The first time it is made of its base. */
  z.object({ type: z.literal('guest.booted'), machine, base: guestOsSchema, at: simMillisSchema }),
  z.object({ type: z.literal('guest.stopped'), machine }),
  z.object({
    type: z.literal('guest.changed'),
    machine,
    files: z.array(guestFileChangeSchema),
    demand: guestDemandSchema.nullable(),
    services: z.array(guestServiceSchema).nullable(),
    clock: guestClockStateSchema.optional(),
  }),
  /** `to` has the files of `from`, as they are or as a snapshot kept them, and nothing of its past. */
  z.object({ type: z.literal('guest.copied'), from: machine, to: machine, snapshot: snapshot.optional() }),
  z.object({ type: z.literal('guest.kept'), machine, snapshot }),
  z.object({ type: z.literal('guest.reverted'), machine, snapshot }),
  /** A snapshot is no more. */
  z.object({ type: z.literal('guest.forgot'), machine, snapshot }),
  z.object({ type: z.literal('guest.dropped'), machine }),
] as const;
export type GuestEvent = z.output<(typeof guestEvents)[number]>;
