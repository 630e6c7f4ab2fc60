/** What a machine's page shows of its past and of the system inside it. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { count, query } from './query.ts';
import { simMillisSchema } from './units.ts';

const machine = { id: entityIdSchema };

/**
 * `running`: one can look in. `asleep`: its power is on and nobody has been inside since, so its system is not made
 * yet: a console makes it. `off`: it has no power, or is suspended. `none`: of its system one cannot see the inside.
 */
const insideStateSchema = z.enum(['running', 'asleep', 'off', 'none']);
export type InsideState = z.infer<typeof insideStateSchema>;

const processSchema = z.object({
  pid: z.int(),
  parent: z.int(),
  user: z.string(),
  terminal: z.string().nullable(),
  /** As ps shows it. */
  command: z.string(),
  state: z.enum(['running', 'sleeping', 'stopped', 'zombie']),
  /** Cores that it would use now; lab milliseconds of processor time; bytes. */
  demand: z.number(),
  processorTime: z.number(),
  memory: z.number(),
  startedAt: simMillisSchema,
});
export type ProcessRow = z.infer<typeof processSchema>;

const fileRowSchema = z.object({
  name: z.string(),
  kind: z.enum(['file', 'directory', 'link', 'pipe', 'socket', 'character', 'block']),
  size: z.number(),
  mode: z.int(),
  user: z.string(),
  group: z.string(),
  modifiedAt: z.number(),
  /** Where a link leads. */
  goal: z.string().nullable(),
  /** What is there, every link followed. */
  leads: z.enum(['folder', 'file', 'nowhere']),
});
export type FileRow = z.infer<typeof fileRowSchema>;

const path = z.string().min(1).max(4096).regex(/^\//, 'must begin with /').default('/');

/** Bytes of a file that one answer brings at most. */
export const mostFileBytes = 4_194_304;

export const machineInsideQueries = {
  'machine-history': query(
    'What a machine or host used over the last hours, computed anew from its workload as it is now',
    z.object({ ...machine, hours: z.coerce.number().int().min(1).max(24).default(1) }),
    z.object({
      from: simMillisSchema,
      to: simMillisSchema,
      at: z.array(simMillisSchema),
      /** Share of its CPUs that it asked for, MiB that it touched, MB/s. */
      share: z.array(z.number()),
      memory: z.array(z.number()),
      read: z.array(z.number()),
      write: z.array(z.number()),
      receive: z.array(z.number()),
      send: z.array(z.number()),
      /** Ms of each second in which a CPU of it would run and might not; of a host, the mean of its machines' CPUs. */
      ready: z.array(z.number()),
      /** Of a host: how many of its machines are in the sums, and how many it carries. */
      counted: z.int(),
      carried: z.int(),
    }),
  ),
  'machine-processes': query(
    'What runs inside a machine, as ps tells it',
    z.object(machine),
    z.object({ state: insideStateSchema, items: z.array(processSchema) }),
  ),
  'machine-files': query(
    'What lies in a folder of a machine’s disk, at most 2000 entries',
    z.object({ ...machine, path }),
    z.object({
      state: insideStateSchema,
      /** Every link resolved. */
      path: z.string(),
      items: z.array(fileRowSchema),
      total: z.int(),
    }),
  ),
  'machine-file': query(
    'A file of a machine’s disk, from its beginning',
    z.object({ ...machine, path, bytes: count(mostFileBytes, 262_144) }),
    z.object({
      state: insideStateSchema,
      path: z.string(),
      size: z.number(),
      /** A character for each byte, 0–255. */
      content: z.string(),
      /** Text may be shown; anything else only carried away. */
      is: z.enum(['text', 'binary']),
    }),
  ),
} as const;
