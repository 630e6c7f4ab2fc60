/** A gateway for tests of the command line: it speaks the contract, and checks that both sides do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { WebSocketServer, type WebSocket } from 'ws';
import { commandSchema } from '../../sim/contract/commands.ts';
import { deskCommandSchema } from '../../sim/contract/desk.ts';
import { clientMessageSchema, serverMessageSchema, type ClientMessage } from '../../sim/contract/live.ts';
import { queries } from '../../sim/contract/queries.ts';
import type { Refusal } from '../../sim/contract/result.ts';

export const doubleToken = 'token-of-the-double';

export type GatewayDouble = {
  readonly url: string;
  /** Answers by query name; a function gets the query's parameters. Checked against the contract. */
  readonly answers: Map<string, unknown>;
  readonly commands: unknown[];
  readonly keys: string[];
  /** The headers of every request. */
  readonly headers: IncomingMessage['headers'][];
  /** What the next command or desk command is answered; a receipt where there is none. */
  readonly replies: (Refusal | 'cut' | object)[];
  /** To every socket, once it watches. */
  readonly say: (message: unknown) => Promise<void>;
  readonly heard: ClientMessage[];
  readonly dropSockets: () => void;
  readonly close: () => Promise<void>;
};

export async function openGatewayDouble(): Promise<GatewayDouble> {
  const state = {
    answers: new Map<string, unknown>(),
    commands: [],
    keys: [],
    headers: [],
    replies: [],
    heard: [],
  } satisfies Partial<GatewayDouble>;
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) =>
      reply(response, 500, { code: 'unsupported', message: String(error) }),
    );
  });
  const sockets = new WebSocketServer({
    server,
    path: '/api/v1/live',
    handleProtocols: (offered) => (offered.has('coldaisle.v1') ? 'coldaisle.v1' : false),
  });
  let watching: (socket: WebSocket) => void = () => {};
  const watched = new Promise<WebSocket>((resolve) => (watching = resolve));
  sockets.on('connection', (socket, request) => {
    state.headers.push(request.headers as never);
    if (request.headers['sec-websocket-protocol']?.includes(`tok.${doubleToken}`) !== true)
      return socket.close(4401);
    socket.on('message', (data) => {
      const message = clientMessageSchema.parse(JSON.parse((data as Buffer).toString('utf8')));
      state.heard.push(message as never);
      if (message.op === 'lanes' || message.op === 'watch') watching(socket);
    });
    socket.send(
      JSON.stringify(
        serverMessageSchema.parse({ op: 'hello', protocol: 1, status: state.answers.get('status') }),
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    ...state,
    url: `http://127.0.0.1:${port}`,
    say: async (message) => {
      const socket = await watched;
      socket.send(
        message instanceof ArrayBuffer ? message : JSON.stringify(serverMessageSchema.parse(message)),
      );
    },
    dropSockets: () => sockets.clients.forEach((socket) => socket.terminate()),
    close: async () => {
      sockets.clients.forEach((socket) => socket.terminate());
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type State = Pick<GatewayDouble, 'answers'> & {
  readonly [Name in 'commands' | 'keys' | 'headers' | 'replies']: unknown[];
};

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  state.headers.push(request.headers);
  if (request.headers.authorization !== `Bearer ${doubleToken}`)
    return reply(response, 401, { code: 'not-allowed', message: 'no' });
  const url = new URL(request.url ?? '/', 'http://double');
  if (request.method === 'POST') return execute(state, { request, response, path: url.pathname });
  const name = url.pathname.replace('/api/v1/', '');
  const query = queries[name as keyof typeof queries] as (typeof queries)[keyof typeof queries] | undefined;
  if (query === undefined)
    return reply(response, 404, { code: 'not-found', message: `There is no ${url.pathname}` });
  const params = query.params.safeParse(Object.fromEntries(url.searchParams));
  if (!params.success) return reply(response, 400, { code: 'invalid-input', message: params.error.message });
  const given = state.answers.get(name);
  const value: unknown =
    typeof given === 'function' ? (given as (asked: unknown) => unknown)(params.data) : given;
  return reply(response, 200, query.answer.parse(value));
}

type Asked = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly path: string };

async function execute(state: State, { request, response, path }: Asked): Promise<void> {
  const body = (await readJson(request)) as { command: unknown; key?: string };
  const read = (path === '/api/v1/desk' ? deskCommandSchema : commandSchema).safeParse(body.command);
  if (!read.success) return reply(response, 400, { code: 'invalid-input', message: read.error.message });
  state.commands.push(read.data);
  if (body.key !== undefined) state.keys.push(body.key);
  const next = state.replies.shift() ?? { revision: 2, tick: 1, ids: [], repeated: false };
  if (next === 'cut') return void response.destroy();
  return reply(response, typeof next === 'object' && 'code' in next ? 409 : 200, next);
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
  });
  response.end(JSON.stringify(value));
}
