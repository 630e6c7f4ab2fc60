/**
 * A terminal over a WebSocket: `/api/v1/terminal?machine=web-01&as=root&kind=shell&columns=80&rows=24`, with the
 * subprotocols `terminalSubprotocol` and `tok.<token>`. Binary frames are the terminal's bytes, both ways; text
 * frames are the messages below. See docs/consoles.md.
 */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { query } from './query.ts';
import { refusalSchema } from './result.ts';
import { simMillisSchema } from './units.ts';

export const terminalPath = '/api/v1/terminal';
export const terminalSubprotocol = 'coldaisle.terminal.v1';

const columns = z.coerce.number().int().min(2).max(500);
const rows = z.coerce.number().int().min(2).max(300);

/** What stands in the address. With `session` it joins one that is open: to type in it, or to look on. */
export const terminalRequestSchema = z.object({
  /** Id or name; may be left out where a session is named. */
  machine: z.string().min(1).max(200).optional(),
  session: z.string().min(1).max(64).optional(),
  /** User of the guest; its shell starts without a password. */
  as: z.string().min(1).max(64).default('root'),
  /** `console`: the serial console, with the messages of the boot and a login. */
  kind: z.enum(['shell', 'console']).default('shell'),
  mode: z.enum(['control', 'view']).default('control'),
  columns: columns.default(80),
  rows: rows.default(24),
});
export type TerminalRequest = z.output<typeof terminalRequestSchema>;

const terminalSessionSchema = z.object({
  session: z.string(),
  machine: entityIdSchema,
  name: z.string(),
  as: z.string(),
  kind: z.enum(['shell', 'console']),
  columns: z.int(),
  rows: z.int(),
  openedAt: simMillisSchema,
  /** Sockets on it now; it waits for a while where there is none. */
  typing: z.int(),
  watching: z.int(),
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

const consolesSchema = z.object({
  ssh: sshAccessSchema,
  terminals: z.array(terminalSessionSchema),
});
export type Consoles = z.output<typeof consolesSchema>;

export const terminalQueries = {
  consoles: query(
    'Terminals that are open, and how machines are reached by SSH',
    z.object({}),
    consolesSchema,
  ),
} as const;
