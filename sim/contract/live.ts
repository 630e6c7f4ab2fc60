/** What the one WebSocket says, both ways. Text frames are JSON; binary frames are lane frames. */
import * as z from 'zod';
import { loggedEventSchema } from './events.ts';
import { branchIdSchema, commandKeySchema, entityIdSchema, revisionSchema } from './ids.ts';
import { noticeSchema } from './notifications.ts';
import { operationSchema } from './operations.ts';
import { statusSchema } from './queries.ts';
import { refusalSchema } from './refusal.ts';

export const liveProtocol = 1;
export const liveSubprotocol = 'coldaisle.v1';

const requestId = z.int().min(0);

export const clientMessageSchema = z.discriminatedUnion('op', [
  /** Events after `since` on `branch`; null: from now on. Answered by `watching`, or `reset` where they are gone. */
  z.object({ op: z.literal('watch'), since: revisionSchema.nullable(), branch: branchIdSchema.nullable() }),
  z.object({ op: z.literal('unwatch') }),
  /** Live values of these sensors, in this order, as lane frames of this view. Replaces the view's earlier list. */
  z.object({
    op: z.literal('lanes'),
    view: z.int().min(0).max(65_535),
    sensors: z.array(entityIdSchema).max(50_000),
  }),
  z.object({ op: z.literal('lanes-off'), view: z.int().min(0).max(65_535) }),
  z.object({
    op: z.literal('query'),
    id: requestId,
    name: z.string(),
    params: z.record(z.string(), z.unknown()),
  }),
  /** A world command or a desk command. */
  z.object({
    op: z.literal('execute'),
    id: requestId,
    command: z.unknown(),
    key: commandKeySchema.optional(),
  }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

export const serverMessageSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('hello'), protocol: z.literal(liveProtocol), status: statusSchema }),
  z.object({ op: z.literal('watching'), revision: revisionSchema, branch: branchIdSchema }),
  z.object({ op: z.literal('events'), branch: branchIdSchema, items: z.array(loggedEventSchema) }),
  /** The story under you changed (another lab, another branch, a gap): ask for the state again. */
  z.object({
    op: z.literal('reset'),
    reason: z.enum(['lab', 'branch', 'gap']),
    revision: revisionSchema,
    branch: branchIdSchema,
  }),
  /** Once a wall second, and at once when the clock changes. */
  z.object({ op: z.literal('status'), status: statusSchema }),
  z.object({ op: z.literal('operation'), operation: operationSchema }),
  /** To be shown to whoever sits here: an alarm, or many. */
  z.object({ op: z.literal('notice'), notice: noticeSchema }),
  z.object({ op: z.literal('result'), id: requestId, ok: z.literal(true), value: z.unknown() }),
  z.object({ op: z.literal('refused'), id: requestId, refusal: refusalSchema }),
  /** A message that could not be understood at all. */
  z.object({ op: z.literal('fault'), refusal: refusalSchema }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
