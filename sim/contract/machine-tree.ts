/** The lab as a tree of machines: by who made what runs there, or by where it stands. A node's children come by the page. */
import * as z from 'zod';
import { kindSchema } from './entities.ts';
import { entityIdSchema, revisionSchema } from './ids.ts';
import { count, query } from './query.ts';

const waySchema = z.enum(['vendor', 'place']);
export type TreeWay = z.infer<typeof waySchema>;

const treeStateSchema = z.enum(['on', 'off', 'suspended', 'paused', 'standby', 'maintenance', 'lost']);
export type TreeState = z.infer<typeof treeStateSchema>;

const treeNodeSchema = z.object({
  /** An entity's id; of those of one kind together, their parent's id, a slash and the kind. */
  node: z.string(),
  is: z.enum(['thing', 'group']),
  kind: kindSchema,
  /** Empty where it is a group: its kind says what it holds. */
  name: z.string(),
  state: treeStateSchema.nullable(),
  isTemplate: z.boolean(),
  /** How many stand directly below it. */
  children: z.int(),
  /** Virtual machines and blades anywhere below it. */
  machines: z.int(),
});
export type TreeNode = z.infer<typeof treeNodeSchema>;

const by = waySchema.default('vendor');

export const machineTreeQueries = {
  tree: query(
    'One node’s children in the tree of machines, page by page',
    z.object({
      by,
      /** The roots where left out. */
      node: z.string().max(100).optional(),
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      limit: count(1000, 200),
    }),
    z.object({ items: z.array(treeNodeSchema), total: z.int(), revision: revisionSchema }),
  ),
  'tree-path': query(
    'The way from a root of the tree of machines to a thing: each node with its place among its siblings',
    z.object({ by, id: entityIdSchema }),
    z.object({ path: z.array(z.object({ node: z.string(), index: z.int() })) }),
  ),
} as const;
