/** What would become of a new machine, a copy or a move: asked of the same arithmetic that judges the command, without doing it. */
import * as z from 'zod';
import { plannedCommandSchema } from './machine-commands.ts';
import { refSchema } from './machine-list.ts';
import { count, query } from './query.ts';
import { refusalSchema } from './refusal.ts';

/** A URL carries it as JSON; what is none is told by the schema. */
function readJson(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

const room = z.object({ free: z.number(), size: z.number() });

const hostVerdictSchema = z.object({
  host: refSchema,
  cluster: refSchema.nullable(),
  isNow: z.boolean(),
  isChosen: z.boolean(),
  /** Why not. */
  refusal: refusalSchema.nullable(),
  /** MiB and virtual CPUs that may still be given out, of all that may. */
  memory: room,
  cpus: room,
  /** Shares that would stay free, and wishes of rules that it does not meet; null where it may not. */
  weight: z.object({ memory: z.number(), cpus: z.number(), missed: z.int(), sum: z.number() }).nullable(),
  /** Lab seconds until it is done; null where it may not. */
  seconds: z.number().nullable(),
});
export type HostVerdict = z.infer<typeof hostVerdictSchema>;

const storeVerdictSchema = z.object({
  store: refSchema,
  type: z.string(),
  /** GiB. */
  free: z.number(),
  capacity: z.number(),
  isNow: z.boolean(),
  refusal: refusalSchema.nullable(),
  seconds: z.number().nullable(),
});
export type StoreVerdict = z.infer<typeof storeVerdictSchema>;

const machinePlanSchema = z.object({
  /** What the command would be refused with; of several machines, the first that would be. */
  refusal: refusalSchema.nullable(),
  /** One for each that would be made or moved, in that order. */
  machines: z.array(
    z.object({
      name: z.string(),
      host: refSchema.nullable(),
      datastores: z.array(refSchema),
      address: z.string().nullable(),
      seconds: z.number(),
    }),
  ),
  hosts: z.array(hostVerdictSchema),
  /** Hosts beyond those that are listed. */
  hostsLeft: z.int(),
  stores: z.array(storeVerdictSchema),
});
export type MachinePlan = z.infer<typeof machinePlanSchema>;

export const machinePlanQueries = {
  'machine-plan': query(
    'What would become of a command that makes, copies or moves a machine, and what each host says to it',
    z.object({
      command: z.preprocess(readJson, plannedCommandSchema),
      /** So many of it, with numbers after the name. */
      count: count(200, 1),
    }),
    machinePlanSchema,
  ),
} as const;
