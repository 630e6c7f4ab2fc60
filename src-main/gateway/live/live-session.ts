/** One client of the socket: what it says, and what it is told. */
import type { RawData, WebSocket } from 'ws';
import type { Actor } from '../../../sim/contract/actors.ts';
import { type ClientMessage, clientMessageSchema } from '../../../sim/contract/live.ts';
import { queries } from '../../../sim/contract/queries.ts';
import { type Refusal, refusalFromIssues, refused, type Result } from '../../../sim/contract/result.ts';
import type { Host } from '../../host/host.ts';
import type { Log } from '../../host/log.ts';
import { defectMessage, refusalOfFault } from '../faults.ts';
import type { Knock } from '../knock.ts';
import type { GatewayLimits } from '../limits.ts';
import { parseJson } from '../parse-json.ts';
import { createTokenBucket } from '../token-bucket.ts';
import type { LaneLists } from './lane-lists.ts';
import { createLaneViews, type LaneViews } from './lane-views.ts';
import { type CloseReason, createLiveOut, type LiveOut } from './live-socket.ts';
import { createLiveWatch, type LiveWatch } from './live-watch.ts';

export type SessionOptions = {
  readonly socket: WebSocket;
  readonly actor: Actor;
  readonly fromPage: boolean;
  readonly host: Host;
  readonly knock: Knock;
  readonly lists: LaneLists;
  readonly limits: GatewayLimits;
  readonly log: Log;
};

export type LiveSession = {
  readonly watch: LiveWatch;
  readonly views: LaneViews;
  readonly text: (text: string) => void;
  readonly status: (text: string) => void;
  /** Asks whether the client still lives, and ends it where it did not answer the last time. */
  readonly ping: () => void;
  readonly close: (reason: CloseReason) => void;
};

type Parts = SessionOptions & { readonly out: LiveOut; readonly watch: LiveWatch; readonly views: LaneViews };
type Call = Extract<ClientMessage, { op: 'query' | 'execute' }>;

/** A message's price grows with its length: one for each so many bytes. */
const bytesPerToken = 16_384;

export function createLiveSession(options: SessionOptions): LiveSession {
  const { socket, limits, host } = options;
  const out = createLiveOut(socket, limits, options.log);
  const watch = createLiveWatch({
    host,
    send: out.send,
    sendText: out.text,
    resumeEvents: limits.resumeEvents,
  });
  const views = createLaneViews({
    lists: options.lists,
    send: out.droppable,
    frameMillis: limits.frameMillis,
    mostViews: limits.viewsPerSocket,
    mostSensors: limits.sensorsPerSocket,
  });
  listen({ ...options, out, watch, views });
  return {
    watch,
    views,
    text: out.text,
    status: (text) => void out.droppable(text),
    ping: createPing(socket),
    close: out.close,
  };
}

function createPing(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  return () => {
    if (!answered) return socket.terminate();
    answered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  };
}

function listen(parts: Parts): void {
  const { socket, limits, out } = parts;
  const bucket = createTokenBucket(limits.messageRate, limits.messageBurst);
  const call = createCaller(parts);
  socket.on('message', (data: RawData, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    const text = isBinary || !Buffer.isBuffer(data) ? null : data.toString();
    if (bucket.take(1 + (text?.length ?? 0) / bytesPerToken) > 0) return out.close('tooMany');
    const message = text === null ? binaryRefused() : readMessage(text);
    if (!message.ok) return out.send({ op: 'fault', refusal: message.refusal });
    handle(parts, message.value, call);
  });
  socket.on('error', (error) => parts.log.debug('a socket failed', { error }));
}

const binaryRefused = () => refused('unsupported', 'Clients send text messages only.');

function readMessage(text: string): Result<ClientMessage> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const message = clientMessageSchema.safeParse(json.value);
  return message.success
    ? { ok: true, value: message.data }
    : { ok: false, refusal: refusalFromIssues(message.error.issues) };
}

function handle({ watch, views, out }: Parts, message: ClientMessage, call: (message: Call) => void): void {
  switch (message.op) {
    case 'watch':
      return watch.start(message.since, message.branch);
    case 'unwatch':
      return watch.stop();
    case 'lanes': {
      const done = views.set(message.view, message.sensors);
      return done.ok ? undefined : out.send({ op: 'fault', refusal: done.refusal });
    }
    case 'lanes-off':
      return views.off(message.view);
    case 'query':
    case 'execute':
      return call(message);
    default:
      return message satisfies never;
  }
}

/** Calls are answered as they finish, each under its own id. */
function createCaller(parts: Parts): (message: Call) => void {
  const { limits, out, log } = parts;
  let pending = 0;
  const answer = (id: number, result: Result<unknown>): void => {
    if (result.ok) out.send({ op: 'result', id, ok: true, value: result.value });
    else out.send({ op: 'refused', id, refusal: result.refusal });
  };
  return (message) => {
    const { id } = message;
    if (pending >= limits.pending) {
      return answer(id, refused('too-many', `No more than ${limits.pending} calls at a time.`));
    }
    pending += 1;
    void perform(parts, message)
      .then((result) => answer(id, result))
      .catch((error: unknown) => {
        log.error('a message failed', { op: message.op, error });
        answer(id, { ok: false, refusal: refusalOfFault('defect', defectMessage) });
      })
      .finally(() => {
        pending -= 1;
      });
  };
}

async function perform({ host, knock, actor, fromPage }: Parts, message: Call): Promise<Result<unknown>> {
  if (message.op === 'execute') {
    return knock({ command: message.command, key: message.key ?? null, actor, fromPage });
  }
  if (!Object.hasOwn(queries, message.name)) return { ok: false, refusal: unknownQuery(message.name) };
  return host.query(message.name, message.params);
}

const unknownQuery = (name: string): Refusal => ({
  code: 'not-found',
  message: `There is no query "${name.slice(0, 80)}".`,
  hint: `There are: ${Object.keys(queries).join(', ')}.`,
});
