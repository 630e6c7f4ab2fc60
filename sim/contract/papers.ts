/**
 * What only one vendor knows of a thing, and the world has no word for: a role, a custom field, a second CD drive.
 * It stands in the world like everything else, so it is in snapshots, rewinds and mailed labs (decision 0014).
 */
import * as z from 'zod';

/** Whose words they are. */
export const paperFaceSchema = z.enum(['vmware', 'openstack', 'ucs', 'redfish', 'kube']);
export type PaperFace = z.infer<typeof paperFaceSchema>;

/** `vm/vm-17` and what lies below it go with the entity `vm-17`. */
const paperKeySchema = z
  .string()
  .max(300)
  .regex(/^[^/\s]+(\/[^/\s]+)*$/, 'must be words separated by /');

/** Characters of one paper; what is larger is a file, and belongs in one. */
export const mostPaper = 1_048_576;

export type PaperValue =
  | string
  | number
  | boolean
  | null
  | readonly PaperValue[]
  | { readonly [name: string]: PaperValue };

/** Whatever JSON can say: who wrote it knows its shape. */
const paperValueSchema = z
  .unknown()
  .refine(
    (value) => (JSON.stringify(value)?.length ?? mostPaper + 1) <= mostPaper,
    `must be JSON of ${mostPaper} characters at most`,
  ) as z.ZodType<PaperValue>;

/** null takes it away. */
const paperSchema = z.strictObject({ key: paperKeySchema, value: paperValueSchema });
export type Paper = z.infer<typeof paperSchema>;

export const paperCommands = [
  z.object({
    type: z.literal('papers.write'),
    face: paperFaceSchema,
    items: z.array(paperSchema).min(1).max(20_000),
  }),
] as const;
export type PaperCommand = z.output<(typeof paperCommands)[number]>;

export const paperEvents = [
  z.object({ type: z.literal('papers.written'), face: paperFaceSchema, items: z.array(paperSchema) }),
] as const;
export type PaperEvent = z.output<(typeof paperEvents)[number]>;
