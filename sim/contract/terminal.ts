/**
 * A terminal over a WebSocket: `/api/v1/terminal?machine=web-01&as=root&kind=shell&columns=80&rows=24`, with the
 * subprotocols `terminalSubprotocol` and `tok.<token>`. Binary frames are the terminal's bytes, both ways; text
 * frames are the messages below. See docs/consoles.md.
 */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { query } from './query.ts';
import { refusalSchema } from './refusal.ts';
import { simMillisSchema, wallMillisSchema } from './units.ts';

export const terminalPath = '/api/v1/terminal';
export const terminalSubprotocol = 'coldaisle.terminal.v1';
/** Before the token of a share, where the start token has `tok.`: it opens one session, to look on. */
export const shareTokenPrefix = 'look.';

const columns = z.coerce.number().int().min(2).max(500);
const rows = z.coerce.number().int().min(2).max(300);

/**
 * `console`: the serial console, with the messages of the boot and a login. `local`: a shell of the computer that the
 * host runs on, where that is allowed.
 */
const terminalKindSchema = z.enum(['shell', 'console', 'local']);
export type TerminalKind = z.output<typeof terminalKindSchema>;

/** What stands in the address. With `session` it joins one that is open: to type in it, or to look on. */
export const terminalRequestSchema = z.object({
  /** Id or name; may be left out where a session is named. */
  machine: z.string().min(1).max(200).optional(),
  session: z.string().min(1).max(64).optional(),
  /** User of the guest; its shell starts without a password. */
  as: z.string().min(1).max(64).default('root'),
  kind: terminalKindSchema.default('shell'),
  mode: z.enum(['control', 'view']).default('control'),
  columns: columns.default(80),
  rows: rows.default(24),
});
export type TerminalRequest = z.output<typeof terminalRequestSchema>;

const terminalSessionSchema = z.object({
  session: z.string(),
  /** null: the computer of the host. */
  machine: entityIdSchema.nullable(),
  name: z.string(),
  as: z.string(),
  kind: terminalKindSchema,
  columns: z.int(),
  rows: z.int(),
  openedAt: simMillisSchema,
  /** Sockets on it now; it waits for a while where there is none. */
  typing: z.int(),
  watching: z.int(),
  /** For whom the shares were made by which somebody looks on. */
  watchers: z.array(z.string()),
  recording: z.enum(['on', 'off']),
});
export type TerminalSession = z.output<typeof terminalSessionSchema>;

export const terminalClientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resize'), columns, rows }),
  /** asciicast v2, from here on; when it ends the file is in the exports. */
  z.strictObject({ type: z.literal('record'), state: z.enum(['on', 'off']) }),
  /** For good. Who only closes the socket may come back to the session. */
  z.strictObject({ type: z.literal('end') }),
]);
export type TerminalClientMessage = z.output<typeof terminalClientMessageSchema>;

const terminalEndSchema = z.enum([
  'exited',
  'machine-off',
  'machine-removed',
  'rewound',
  'lab-changed',
  'ended',
  /** The share by which one looked on was taken back, or its time is over. */
  'share-over',
  'host-closes',
]);

export type TerminalEnd = z.output<typeof terminalEndSchema>;

const terminalServerMessageSchema = z.discriminatedUnion('type', [
  /** The first message. Where `replay` is not 0, the next binary frames are so many bytes of what stood there before. */
  z.object({
    type: z.literal('opened'),
    session: terminalSessionSchema,
    mode: z.enum(['control', 'view']),
    replay: z.int(),
  }),
  /** Its size, its watchers or its recording changed. */
  z.object({ type: z.literal('changed'), session: terminalSessionSchema }),
  /** A recording ended: its name in `/api/v1/exports/`. */
  z.object({ type: z.literal('recorded'), file: z.string() }),
  z.object({ type: z.literal('refused'), refusal: refusalSchema }),
  /** The last message; then the socket closes. `message` is for people. */
  z.object({
    type: z.literal('ended'),
    reason: terminalEndSchema,
    status: z.int().nullable(),
    message: z.string(),
  }),
]);
export type TerminalServerMessage = z.output<typeof terminalServerMessageSchema>;

/** By which ways one comes to a machine's shell. */
const sshAccessSchema = z.object({
  state: z.enum(['off', 'on']),
  /** Leads to every machine: `ssh -p PORT user%machine@127.0.0.1`. */
  port: z.int(),
  /** Files for OpenSSH's client on this machine. */
  identityFile: z.string(),
  knownHostsFile: z.string(),
  alias: z.string(),
  problems: z.array(z.object({ port: z.int(), refusal: refusalSchema })),
});

/** A way to look on at one session, for somebody who has nothing else. */
const terminalShareSchema = z.object({
  share: z.string(),
  session: z.string(),
  /** For whom it is. */
  name: z.string(),
  expiresAt: wallMillisSchema,
  watching: z.int(),
});
export type TerminalShare = z.output<typeof terminalShareSchema>;

const consolesSchema = z.object({
  ssh: sshAccessSchema,
  terminals: z.array(terminalSessionSchema),
  shares: z.array(terminalShareSchema),
  /** Whether a shell of this computer can be opened, and why not. */
  local: z.object({ state: z.enum(['off', 'on']), reason: z.string().nullable() }),
});
export type Consoles = z.output<typeof consolesSchema>;

/** One that can log in to a machine, from its own files. */
const machineUserSchema = z.object({
  name: z.string(),
  uid: z.int(),
  shell: z.string(),
  /** Belongs to sudo or wheel, or is root. */
  isAdmin: z.boolean(),
});
export type MachineUser = z.output<typeof machineUserSchema>;

/** A recording among the exports. */
const recordingCardSchema = z.object({
  file: z.string(),
  title: z.string(),
  /** When it began, in lab time. */
  at: z.number(),
  seconds: z.number(),
  columns: z.int(),
  rows: z.int(),
  bytes: z.int(),
});
export type RecordingCard = z.output<typeof recordingCardSchema>;

export const terminalOrderSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('share'),
    session: z.string().min(1).max(64),
    /** For whom. */
    name: z.string().trim().min(1).max(60),
    minutes: z.int().min(1).max(1440).default(60),
  }),
  z.strictObject({ do: z.literal('unshare'), share: z.string().min(1).max(64) }),
  z.strictObject({ do: z.literal('delete-recording'), file: z.string().min(1).max(255) }),
]);
export type TerminalOrder = z.output<typeof terminalOrderSchema>;

/** What a share's maker is told, once: the token is kept nowhere. */
export const terminalShareMadeSchema = terminalShareSchema.pick({ share: true, expiresAt: true }).extend({
  token: z.string(),
});
export type TerminalShareMade = z.output<typeof terminalShareMadeSchema>;

export const terminalQueries = {
  consoles: query(
    'Terminals that are open, and how machines are reached by SSH',
    z.object({}),
    consolesSchema,
  ),
  'machine-users': query(
    'Who can log in to a machine, as its files have it',
    /** Id or name. */
    z.object({ id: z.string().min(1).max(200) }),
    z.object({ users: z.array(machineUserSchema) }),
  ),
  recordings: query(
    'Recorded terminals among the exports, the last one first',
    z.object({}),
    z.object({ recordings: z.array(recordingCardSchema) }),
  ),
} as const;
