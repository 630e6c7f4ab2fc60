/** The contract's schemas by the names under which /schemas/NAME.json and /openapi.json show them. */
import type * as z from 'zod';
import { alarmRuleSchema, alarmSchema } from '../../../sim/contract/alarms.ts';
import { commandSchema, receiptSchema } from '../../../sim/contract/commands.ts';
import { deskCommandSchema, deskReceiptSchema } from '../../../sim/contract/desk.ts';
import { entitySchema } from '../../../sim/contract/entities.ts';
import { eventSchema, loggedEventSchema } from '../../../sim/contract/events.ts';
import { labFileSchema } from '../../../sim/contract/lab-file.ts';
import { clientMessageSchema, serverMessageSchema } from '../../../sim/contract/live.ts';
import { newEntitySchema } from '../../../sim/contract/new-entity.ts';
import { operationSchema } from '../../../sim/contract/operations.ts';
import { queries } from '../../../sim/contract/queries.ts';
import { refusalSchema } from '../../../sim/contract/refusal.ts';
import { readingPayloadSchema } from '../../../sim/contract/telemetry.ts';

/** What a caller writes: what has a default may be left out. */
export const writtenSchemas = {
  command: commandSchema,
  'desk-command': deskCommandSchema,
  'new-entity': newEntitySchema,
  'lab-file': labFileSchema,
  reading: readingPayloadSchema,
  'live-client': clientMessageSchema,
} as const satisfies Record<string, z.ZodType>;

/** What the gateway answers. */
export const answeredSchemas = {
  receipt: receiptSchema,
  'desk-receipt': deskReceiptSchema,
  entity: entitySchema,
  event: eventSchema,
  'logged-event': loggedEventSchema,
  alarm: alarmSchema,
  'alarm-rule': alarmRuleSchema,
  operation: operationSchema,
  refusal: refusalSchema,
  status: queries.status.answer,
  overview: queries.overview.answer,
  'live-server': serverMessageSchema,
} as const satisfies Record<string, z.ZodType>;
