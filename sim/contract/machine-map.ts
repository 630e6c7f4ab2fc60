/** What the topology draws of machines: where they run and lie, and which wires they share. */
import * as z from 'zod';
import { kindSchema } from './entities.ts';
import { entityIdSchema } from './ids.ts';
import { list, query } from './query.ts';

const mapNodeSchema = z.object({
  id: entityIdSchema,
  kind: kindSchema,
  name: z.string(),
  parent: entityIdSchema.nullable(),
  /** What is worth a word: a machine that is not on, a host that takes in nothing. */
  state: z
    .enum(['off', 'suspended', 'paused', 'standby', 'maintenance', 'not-responding', 'template'])
    .nullable(),
  /** Subnets and VLAN of a wire. */
  note: z.string().nullable(),
  /** What it holds and shows once it is unfolded. */
  inside: z.object({ kind: z.enum(['host', 'vm', 'blade']), count: z.int() }).nullable(),
  isOpen: z.boolean(),
});
export type MapNode = z.infer<typeof mapNodeSchema>;

const layerSchema = z.enum(['virtual', 'wires']);

const machineMapSchema = z.object({
  layer: layerSchema,
  nodes: z.array(mapNodeSchema),
  edges: z.array(z.object({ from: entityIdSchema, to: entityIdSchema })),
  /** Machines that are unfolded and more than a drawing bears. */
  left: z.int(),
});
export type MachineMap = z.infer<typeof machineMapSchema>;

export const machineMapQueries = {
  'machine-map': query(
    'Machines with their hosts, stores and racks, or with their networks, as far as they are unfolded',
    z.object({
      layer: layerSchema,
      /** Unfolded clusters, hosts, networks …; left out: as far as the lab’s size allows. */
      open: list(entityIdSchema).optional(),
    }),
    machineMapSchema,
  ),
} as const;
