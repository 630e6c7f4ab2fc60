/** Machines as lists and pages show them: what they are, where they run, what they use in this second. */
import * as z from 'zod';
import { alarmSchema } from './alarms.ts';
import { entitySchema, kindSchema } from './entities.ts';
import { loggedEventSchema } from './events.ts';
import { entityIdSchema, revisionSchema } from './ids.ts';
import { guestServiceSchema } from './guests.ts';
import { powerStateSchema } from './machine-specs.ts';
import { count, list, query } from './query.ts';
import { taskSchema } from './tasks.ts';
import { simMillisSchema } from './units.ts';

const listedKinds = ['vm', 'blade', 'host'] as const;

/** By what a list can be ordered. */
const orders = ['name', 'power', 'os', 'cpus', 'size', 'cpu', 'share', 'memory', 'ready', 'host'] as const;

export const refSchema = z.object({ id: entityIdSchema, name: z.string(), kind: kindSchema });
export type MachineRef = z.infer<typeof refSchema>;

const machineUseSchema = z.object({
  /** MHz asked for and got; share of its CPUs; ms of a second in which a CPU of it would run and may not. */
  demand: z.number(),
  cpu: z.number(),
  share: z.number(),
  ready: z.number(),
  /** MiB that it touches, and that its host took back. */
  memory: z.number(),
  ballooned: z.number(),
  swapped: z.number(),
  /** MB/s; reads and writes a second. */
  read: z.number(),
  write: z.number(),
  operations: z.number(),
  receive: z.number(),
  send: z.number(),
});

const machineRowSchema = z.object({
  id: entityIdSchema,
  kind: z.enum(listedKinds),
  name: z.string(),
  /** Of a host: on, off or standby. */
  power: z.enum([...powerStateSchema.options, 'standby']),
  /** Of a host: its product. */
  os: z.string(),
  cpus: z.int(),
  /** MiB that it has. */
  size: z.number(),
  isTemplate: z.boolean(),
  /** The image of a machine that is a container. */
  image: z.string().optional(),
  address: z.string().nullable(),
  sshPort: z.int().nullable(),
  environment: z.string().nullable(),
  tags: z.array(z.string()),
  /** The host of a machine, the chassis of a blade, the server of a host. */
  host: refSchema.nullable(),
  cluster: refSchema.nullable(),
  /** The datacenter, project or UCS domain it belongs to. */
  owner: refSchema.nullable(),
  use: machineUseSchema,
});
export type MachineRow = z.infer<typeof machineRowSchema>;

const pointSchema = z.object({ at: simMillisSchema, share: z.number() });

export const machineListQueries = {
  machines: query(
    'Virtual machines, blades and hosts with what they use now: filtered, ordered, page by page',
    z.object({
      kinds: list(z.enum(listedKinds)).optional(),
      /** Each of its words in name, id, address or tags. */
      text: z.string().max(80).optional(),
      power: list(machineRowSchema.shape.power).optional(),
      os: list(z.string().max(40)).optional(),
      host: entityIdSchema.optional(),
      cluster: entityIdSchema.optional(),
      project: entityIdSchema.optional(),
      /** A site, datacenter, folder, cloud, domain … that they lie in. */
      within: entityIdSchema.optional(),
      tag: z.string().max(120).optional(),
      environment: z.enum(['dev', 'staging', 'prod']).optional(),
      templates: z.enum(['with', 'without', 'only']).default('with'),
      sort: z.enum(orders).default('name'),
      order: z.enum(['up', 'down']).default('up'),
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      limit: count(1000, 100),
    }),
    z.object({
      items: z.array(machineRowSchema),
      /** All that fit the question. */
      total: z.int(),
      revision: revisionSchema,
    }),
  ),
  machine: query(
    'All about one machine, blade or host: what it is, what it uses, what it hangs on',
    z.object({ id: entityIdSchema }),
    z.object({
      row: machineRowSchema,
      entity: entitySchema,
      /** From its host and server up to its rack, room and site. */
      chain: z.array(refSchema),
      /** What feeds its rack, from the rack's PDUs up to the grid. */
      feeds: z.array(z.array(refSchema)),
      networks: z.array(refSchema),
      datastores: z.array(refSchema),
      /** The machine whose snapshot its disks hang on, and the linked copies that hang on its own snapshots. */
      linked: z.object({
        on: z.object({ machine: refSchema, snapshot: z.string() }).nullable(),
        copies: z.array(z.object({ machine: refSchema, snapshots: z.array(z.int()) })),
      }),
      /** Null: nobody has turned its system on yet, or it has none. */
      guest: z
        .object({ bootedAt: simMillisSchema.nullable(), services: z.array(guestServiceSchema) })
        .nullable(),
      tasks: z.array(taskSchema),
      /** Open ones of its server, rack, or what they hang on. */
      alarms: z.array(alarmSchema),
      events: z.array(loggedEventSchema),
      /**
       * Share of its CPUs that it asked for, computed anew from its workload as it is now: the last hour each 20 s,
       * the last day each five minutes, and nothing from before it was started.
       */
      history: z.object({ hour: z.array(pointSchema), day: z.array(pointSchema) }),
    }),
  ),
} as const;
