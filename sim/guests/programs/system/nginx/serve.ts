import type { Answer } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Peer, Step, System } from '../../../kernel/program.ts';
import type { Resting, Way } from '../../../kernel/resting.ts';
import { atRest, unmoved, wayOf } from '../../../kernel/resting.ts';
import { dateText, momentOf, clockText, monthNames, two } from '../time-text.ts';
import type { HttpAnswer, HttpRequest } from './answer.ts';
import { answerOf, requestOf, serverFor, serverName } from './answer.ts';
import { reasons } from './directives.table.ts';
import type { Passed } from './proxy.ts';
import { forward } from './proxy.ts';
import type { Server, Settings } from './settings.ts';

export type Listening = { readonly descriptor: number; readonly at: Peer };
export type Serving = {
  readonly settings: Settings;
  readonly listening: readonly Listening[];
  readonly accessLog: number | null;
  readonly errorLog: number | null;
};

type Client = { readonly peer: Peer; readonly at: Peer; text: Bytes };

/** A worker's life: takes connections and answers what comes whole, one after another. */
export function* serve(system: System, serving: Serving): Step<never> {
  return yield* goOn({ system, serving, clients: new Map() });
}

type Working = {
  readonly system: System;
  readonly serving: Serving;
  readonly clients: Map<number, Client>;
};

const serves: Way = wayOf<Working>({
  *goOn(working) {
    const { system } = working;
    const again = system.again.poll(watched(working), null);
    yield* heed(working, yield* atRest(system, restOf(working), again));
    return yield* goOn(working);
  },
  hear: () => unmoved,
});

const restOf = (working: Working): Resting => ({ way: serves, state: working, shared: [] });

const watched = ({ serving, clients }: Working): readonly number[] => [
  ...serving.listening.map(({ descriptor }) => descriptor),
  ...clients.keys(),
];

function* goOn(working: Working): Step<never> {
  const { system } = working;
  for (;;) {
    const call = system.descriptors.poll(watched(working), null);
    yield* heed(working, yield* atRest(system, restOf(working), call));
  }
}

function* heed({ system, serving, clients }: Working, ready: Answer<readonly number[]>): Step<void> {
  if (!ready.ok) return;
  for (const descriptor of ready.value) {
    const listening = serving.listening.find((one) => one.descriptor === descriptor);
    if (listening !== undefined) yield* take(system, listening, clients);
    else yield* hear(system, serving, { descriptor, clients });
  }
}

function* take(system: System, { descriptor, at }: Listening, clients: Map<number, Client>): Step<void> {
  const accepted = yield* system.network.accept(descriptor);
  if (accepted.ok) clients.set(accepted.value.descriptor, { peer: accepted.value.peer, at, text: '' });
}

type Hearing = { readonly descriptor: number; readonly clients: Map<number, Client> };

function* hear(system: System, serving: Serving, { descriptor, clients }: Hearing): Step<void> {
  const client = clients.get(descriptor);
  if (client === undefined) return;
  const bytes = yield* system.descriptors.read(descriptor, 16_384);
  if (bytes.ok && bytes.value !== '') client.text += bytes.value;
  const request = requestOf(client.text);
  const isOver = !bytes.ok || bytes.value === '';
  if (request === null && !isOver) return;
  clients.delete(descriptor);
  if (request !== null) yield* answer(system, serving, { descriptor, client, request });
  system.descriptors.close(descriptor);
}

type Answering = {
  readonly descriptor: number;
  readonly client: Client;
  readonly request: HttpRequest | 'bad';
};

function* answer(system: System, serving: Serving, { descriptor, client, request }: Answering): Step<void> {
  const server = request === 'bad' ? null : serverFor(serving.settings, client.at.port, request);
  const made =
    request === 'bad' || server === null
      ? { status: 400, text: httpText(system, badRequest, request), complaint: null }
      : yield* answered(system, serving, { server, request, client });
  const { text, status, complaint } = made;
  // A reader who is slow holds nobody up: what is long is sent by a process of its own.
  if (text.length > 32_768) sendApart(system, descriptor, text);
  else yield* system.descriptors.write(descriptor, text);
  yield* logAccess(system, serving, {
    client,
    request,
    status,
    size: text.length - text.indexOf('\r\n\r\n') - 4,
  });
  if (complaint === null) return;
  const about = `client: ${client.peer.address}, server: ${server?.names[0] ?? ''}, request: "${lineOf(request)}"`;
  yield* logError(system, serving, `${complaint}, ${about}`);
}

const badRequest: HttpAnswer = { status: 400, headers: [], body: '', complaint: null, upstream: null };

type Asked = { readonly server: Server; readonly request: HttpRequest; readonly client: Client };

/** Its own answer, or that of the server it hands the request on to. */
function* answered(system: System, { settings }: Serving, { server, request, client }: Asked): Step<Passed> {
  const own = answerOf(system, settings, { server, request });
  if (own.upstream === null)
    return { status: own.status, text: httpText(system, own, request), complaint: own.complaint };
  const body = client.text.slice(client.text.indexOf('\r\n\r\n') + 4);
  return yield* forward(system, settings, { upstream: own.upstream, request, body, peer: client.peer });
}

const lineOf = (request: HttpRequest | 'bad'): Bytes =>
  request === 'bad' ? '' : `${request.method} ${request.target} ${request.version}`;

function httpText(
  system: System,
  { status, headers, body }: HttpAnswer,
  request: HttpRequest | 'bad',
): Bytes {
  const moment = momentOf(system.now());
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const date = `${days[moment.weekday] ?? ''}, ${two(moment.day)} ${monthNames[moment.month] ?? ''} ${moment.year} ${clockText(moment)} GMT`;
  const typed = headers.some(([name]) => name === 'Content-Type')
    ? headers
    : [['Content-Type', 'text/html'] as const, ...headers];
  const lines = [
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`.trimEnd(),
    `Server: ${serverName}`,
    `Date: ${date}`,
    ...typed.slice(0, 1).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.length}`,
    'Connection: close',
    ...typed.slice(1).map(([name, value]) => `${name}: ${value}`),
  ];
  const isHead = request !== 'bad' && request.method === 'HEAD';
  return `${lines.join('\r\n')}\r\n\r\n${isHead ? '' : body}`;
}

function sendApart(system: System, descriptor: number, text: Bytes): void {
  system.processes.fork({
    name: 'nginx: sender',
    descriptors: new Map([[1, descriptor]]),
    group: 'parent',
    program: function* (own) {
      yield* own.descriptors.write(1, text);
      return 0;
    },
  });
}

type Access = {
  readonly client: Client;
  readonly request: HttpRequest | 'bad';
  readonly status: number;
  readonly size: number;
};

function* logAccess(
  system: System,
  { accessLog }: Serving,
  { client, request, status, size }: Access,
): Step<void> {
  if (accessLog === null) return;
  const { year, month, day, ...rest } = momentOf(system.now());
  const when = `${two(day)}/${monthNames[month] ?? ''}/${year}:${clockText({ year, month, day, ...rest })} +0000`;
  const header = (name: Bytes): Bytes => (request === 'bad' ? '-' : (request.headers.get(name) ?? '-'));
  yield* system.descriptors.write(
    accessLog,
    `${client.peer.address} - - [${when}] "${lineOf(request)}" ${status} ${Math.max(0, size)} "${header('referer')}" "${header('user-agent')}"\n`,
  );
}

export function* logError(
  system: System,
  { errorLog }: Pick<Serving, 'errorLog'>,
  message: Bytes,
): Step<void> {
  if (errorLog === null) return;
  const moment = momentOf(system.now());
  const when = `${dateText(moment).replaceAll('-', '/')} ${clockText(moment)}`;
  yield* system.descriptors.write(errorLog, `${when} [error] ${system.pid}#${system.pid}: *1 ${message}\n`);
}
