/** Who was told of which alarms, and how that went. */
import * as z from 'zod';
import { severitySchema } from './alarms.ts';
import { alarmIdSchema } from './ids.ts';
import { simMillisSchema, wallMillisSchema } from './units.ts';

/** `rang`: new alarms. `escalated`: nobody acknowledged in time. `digest`: many at once. `test`: asked for by hand. */
export const noticeKindSchema = z.enum(['rang', 'escalated', 'digest', 'test']);

/** What the control room shows beside the window, and the system in its corner. */
export const noticeSchema = z.object({
  id: z.int(),
  kind: noticeKindSchema,
  title: z.string(),
  body: z.string(),
  severity: severitySchema,
  /** The alarm to open; the worst of many. Null for a test. */
  alarm: alarmIdSchema.nullable(),
  alarms: z.int(),
  at: simMillisSchema,
});
export type Notice = z.infer<typeof noticeSchema>;

export const channelSchema = z.enum(['desktop', 'mail', 'webhook']);
export type Channel = z.infer<typeof channelSchema>;

export const notificationSchema = z.object({
  id: z.int(),
  kind: noticeKindSchema,
  channel: channelSchema,
  /** Addresses, a URL without its secrets, or this machine. */
  to: z.array(z.string()),
  title: z.string(),
  severity: severitySchema,
  /** The first hundred. */
  alarms: z.array(alarmIdSchema),
  /** Lab time it was written, and wall time it was last tried. */
  at: simMillisSchema,
  triedAt: wallMillisSchema.nullable(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.int(),
  /** What went wrong last, in words. */
  detail: z.string(),
});
export type Notification = z.infer<typeof notificationSchema>;
