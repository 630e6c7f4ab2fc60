import * as z from 'zod';

/** Everything a user can cause that the world will not do. Each face translates these in its one faults.ts. */
export const refusalCodeSchema = z.enum([
  'invalid-input',
  'unknown-entity',
  'unknown-parent',
  'wrong-kind',
  'wrong-state',
  'name-taken',
  'id-taken',
  'slot-taken',
  'over-capacity',
  'outside-room',
  'not-empty',
  'not-allowed',
  'not-found',
  /** It is not as it was when the command was thought of: someone changed it since. */
  'changed-since',
  'too-large',
  'too-many',
  'busy',
  'fault-injected',
  'storage-failed',
  'damaged-file',
  'foreign-file',
  'newer-file',
  'unsupported',
  /** A defect of ours, caught at the edge. */
  'internal',
]);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

/** What was refused, where, and how to mend it. */
export const refusalSchema = z.object({
  code: refusalCodeSchema,
  message: z.string(),
  /** The part of the command that is at fault, as a path: `items[3].spec.heightU`. */
  where: z.string().optional(),
  /** What the user can do about it. */
  hint: z.string().optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;
