/** Edits: what someone changed in the lab's plan, and the way back. What happened in time is no edit. */
import * as z from 'zod';
import { actorSchema } from './actors.ts';
import { kindSchema } from './entities.ts';
import { editIdSchema, revisionSchema } from './ids.ts';
import { count, query } from './query.ts';
import { refusalSchema } from './refusal.ts';
import { simMillisSchema, tickSchema } from './units.ts';

/** Without an id: the last one of whoever asks. */
const editUndo = z.object({ type: z.literal('edit.undo'), edit: editIdSchema.optional() });
const editRedo = z.object({ type: z.literal('edit.redo'), edit: editIdSchema.optional() });
export const editCommands = [editUndo, editRedo] as const;
export type EditCommand = z.output<(typeof editCommands)[number]>;

/** The same name at another face is somebody else: nobody's key press takes back what a program did. */
const editorSchema = actorSchema.pick({ origin: true, name: true });
export type Editor = z.infer<typeof editorSchema>;

export const editVerbSchema = z.enum([
  'create',
  'change',
  'rename',
  'move',
  'remove',
  'to-bots',
  'to-hardware',
  'write-rule',
  'remove-rule',
  'reset-rules',
  'out-of-service',
  'in-service',
  'rename-lab',
]);
export type EditVerb = z.infer<typeof editVerbSchema>;

/** What was done to what, so that a title can be said in any language. */
const editWhatSchema = z.object({
  verb: editVerbSchema,
  /** Null where things of more than one kind are meant, or none. */
  kind: kindSchema.nullable(),
  /** Of the one thing that is meant; empty where they are several. */
  name: z.string(),
  /** The new name, where it got one. */
  to: z.string().nullable(),
  things: z.int().min(0),
});
export type EditWhat = z.infer<typeof editWhatSchema>;

const editMadeSchema = z.object({
  id: editIdSchema,
  by: editorSchema,
  /** The command that made it. */
  command: z.string(),
  what: editWhatSchema,
  /** In English: "Move rack A01". */
  title: z.string(),
  tick: tickSchema,
  /** So many of the events that follow are what it did. */
  count: z.int().min(1),
});
export type EditMade = z.infer<typeof editMadeSchema>;

export const editEvents = [
  z.object({ type: z.literal('edit.made'), edit: editMadeSchema }),
  z.object({ type: z.literal('edit.undone'), id: editIdSchema, by: editorSchema }),
  z.object({ type: z.literal('edit.redone'), id: editIdSchema, by: editorSchema }),
] as const;
export type EditEvent = z.infer<(typeof editEvents)[number]>;

const editViewSchema = editMadeSchema.omit({ count: true }).extend({
  at: simMillisSchema,
  state: z.enum(['done', 'undone']),
  undoneBy: editorSchema.nullable(),
  /** Whether its maker's next undo (if it is done) or redo (if it is undone) would take this one. */
  turn: z.enum(['next', 'later']),
  /** Of a large edit in a long list, whether places and names are free is seen only when it is asked for. */
  judged: z.enum(['whole', 'without-rules']),
  /** Why it can not be undone (or redone) now; null where it can. */
  refusal: refusalSchema.nullable(),
});
export type EditView = z.infer<typeof editViewSchema>;

export const editQueries = {
  edits: query(
    'Edits that are remembered, newest first, and whether each may be undone or redone now',
    z.object({ limit: count(200, 50) }),
    z.object({ items: z.array(editViewSchema), revision: revisionSchema }),
  ),
} as const;
