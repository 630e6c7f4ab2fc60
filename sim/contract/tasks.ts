/** Long work inside the lab: what is begun, takes its lab time, and is judged anew when that is over. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { count, list, query } from './query.ts';
import { refusalSchema } from './refusal.ts';
import { simMillisSchema } from './units.ts';

export const taskIdSchema = z
  .string()
  .regex(/^task-\d+$/, 'must look like task-1')
  .brand<'TaskId'>();
export type TaskId = z.infer<typeof taskIdSchema>;

export const taskVerbSchema = z.enum([
  'create',
  'clone',
  'suspend',
  'resume',
  'shutdown',
  'reboot',
  'migrate',
  'snapshot',
  'revert',
  'consolidate',
  /** A linked copy that becomes a full one. */
  'promote',
  /** A machine that died with its host, brought back elsewhere. */
  'restart',
  /** A host that starts. */
  'boot',
  'evacuate',
]);
export type TaskVerb = z.infer<typeof taskVerbSchema>;

/** What was decided when it began; judged again when it ends. */
const taskPlanSchema = z.object({
  from: entityIdSchema.optional(),
  host: entityIdSchema.optional(),
  datastore: entityIdSchema.optional(),
  snapshot: z.int().min(1).optional(),
  afterwards: z.enum(['start', 'leave-off', 'go-on']).optional(),
  /** Of one that goes on: since when its original had been up. */
  since: simMillisSchema.optional(),
});
export type TaskPlan = z.infer<typeof taskPlanSchema>;

export const taskSchema = z.object({
  id: taskIdSchema,
  verb: taskVerbSchema,
  target: entityIdSchema,
  /** The target's name when it began: it may be gone by now. */
  name: z.string(),
  by: z.string(),
  startedAt: simMillisSchema,
  endsAt: simMillisSchema,
  canCancel: z.boolean(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  finishedAt: simMillisSchema.nullable(),
  refusal: refusalSchema.nullable(),
  plan: taskPlanSchema,
});
export type Task = z.infer<typeof taskSchema>;

/** Takes back what it has done so far. */
const taskCancel = z.object({ type: z.literal('task.cancel'), id: taskIdSchema });
/** Its time is over. The lab itself says so. */
const taskFinish = z.object({ type: z.literal('task.finish'), id: taskIdSchema });
export const taskCommands = [taskCancel, taskFinish] as const;
export type TaskCommand = z.output<(typeof taskCommands)[number]>;

export const taskEvents = [
  z.object({ type: z.literal('task.started'), task: taskSchema }),
  z.object({
    type: z.literal('task.finished'),
    id: taskIdSchema,
    at: simMillisSchema,
    state: z.enum(['done', 'failed', 'cancelled']),
    refusal: refusalSchema.nullable(),
  }),
] as const;
export type TaskEvent = z.output<(typeof taskEvents)[number]>;

const taskViewSchema = taskSchema.extend({
  /** 0 … 1, of its lab time. */
  progress: z.number().min(0).max(1),
});
export type TaskView = z.infer<typeof taskViewSchema>;

export const taskQueries = {
  tasks: query(
    'Long work on machines and hosts, newest first: what runs, and the last 500 that ended',
    z.object({
      target: entityIdSchema.optional(),
      states: list(taskSchema.shape.state).optional(),
      limit: count(1000, 100),
    }),
    z.object({ items: z.array(taskViewSchema) }),
  ),
} as const;
