/** The vCenter that clients see: where it answers, who is logged in, what was asked of it. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { count, query } from './query.ts';

export const vsphereOrderSchema = z.discriminatedUnion('do', [
  /** Its client finds itself logged out at its next call. */
  z.strictObject({ do: z.literal('end-session'), session: z.string().min(1).max(80) }),
  z.strictObject({ do: z.literal('clear-calls') }),
]);
export type VsphereOrder = z.output<typeof vsphereOrderSchema>;

const vsphereSessionSchema = z.object({
  /** What it is known by; opens nothing. */
  key: z.string(),
  user: z.string(),
  agent: z.string(),
  address: z.string(),
  /** Lab time, both. */
  loginTime: z.number(),
  lastActive: z.number(),
  calls: z.int(),
});
export type VsphereSession = z.output<typeof vsphereSessionSchema>;

/** How one client is pointed at it. The words to copy are complete. */
const vsphereClientSchema = z.object({
  name: z.string(),
  language: z.enum(['shell', 'powershell', 'python', 'yaml', 'hcl']),
  words: z.string(),
});
export type VsphereClient = z.output<typeof vsphereClientSchema>;

const vsphereStateSchema = z.object({
  state: z.enum(['up', 'down', 'off']),
  address: z.string(),
  /** Why it does not answer, and what to do. */
  detail: z.string(),
  user: z.string(),
  /** Of vSphere, as it tells its clients. */
  version: z.string(),
  /** Null while it does not answer. */
  tls: z
    .object({ sha1: z.string(), sha256: z.string(), authority: z.string(), authorityFile: z.string() })
    .nullable(),
  /** Since it was opened. */
  calls: z.int(),
  /** Calls that have been open for a second or more, and tasks of clients whose work goes on with the clock of the lab. */
  waiting: z.object({ calls: z.int(), tasks: z.int() }),
  sessions: z.array(vsphereSessionSchema),
  /** Whether hosts answer themselves too, each at an address of its own. */
  ownHosts: z.enum(['on', 'off']),
  hosts: z.array(
    z.object({
      id: entityIdSchema,
      name: z.string(),
      address: z.string(),
      /** Why it does not answer. */
      detail: z.string(),
    }),
  ),
  clients: z.array(vsphereClientSchema),
});
export type VsphereState = z.output<typeof vsphereStateSchema>;

const vsphereCallSchema = z.object({
  /** Counts from 1 since the host was started. */
  number: z.int(),
  /** One that waits has no status yet: it is 0. */
  state: z.enum(['waits', 'answered']),
  /** Wall time. */
  at: z.number(),
  agent: z.string(),
  address: z.string(),
  user: z.string(),
  method: z.string(),
  object: z.string(),
  millis: z.number(),
  status: z.int(),
  /** Empty where it went well. */
  fault: z.string(),
  /** Characters of the whole answer. */
  answerLength: z.int(),
});
export type VsphereCall = z.output<typeof vsphereCallSchema>;

const vsphereWireSchema = vsphereCallSchema.extend({
  /** Without secrets; cut where long, empty where it is not text. */
  request: z.string(),
  answer: z.string(),
});
export type VsphereWire = z.output<typeof vsphereWireSchema>;

export const vsphereQueries = {
  vsphere: query(
    'Where the simulated vCenter answers, who is logged in, how clients are pointed at it',
    z.object({}),
    vsphereStateSchema,
  ),
  'vsphere-calls': query(
    'The last calls of its clients, the newest first',
    z.object({
      limit: count(500, 200),
      /** Words that stand in the method, object, user, client or fault. */
      text: z.string().max(200).default(''),
      only: z.enum(['all', 'faults']).default('all'),
    }),
    z.object({ items: z.array(vsphereCallSchema), total: z.int() }),
  ),
  'vsphere-call': query(
    'One call with what was asked and what was answered',
    z.object({ number: z.coerce.number().int().min(1) }),
    vsphereWireSchema,
  ),
} as const;
