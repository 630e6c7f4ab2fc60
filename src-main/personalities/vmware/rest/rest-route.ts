/** `/rest` and `/api`: one table of operations, two ways to write them. */
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import { refuse, written } from './reply.ts';
import type { Dialect, Reply } from './reply.ts';
import { isFields } from './rest-call.ts';
import type { Fields, Operation, RestCall } from './rest-call.ts';
import { restSession } from './session-token.ts';
import { jsonLimits, readJson } from '../wire/read-json.ts';

export const restRoutes = (vc: Vc, operations: readonly Operation[]): readonly Route[] => {
  const table = tableOf(operations);
  return (['rest', 'api'] as const).map((dialect) => ({
    prefix: `/${dialect}`,
    dialect: 'json',
    handle: (request, answer) => answerRest({ vc, table, dialect }, request, answer),
  }));
};

type Desk = { readonly vc: Vc; readonly table: Table; readonly dialect: Dialect };

async function answerRest(desk: Desk, request: Incoming, answer: Outgoing): Promise<void> {
  const { vc, dialect } = desk;
  const session = restSession(vc.sessions, request.headers);
  const query = request.query();
  const asked = askedOf(request, query);
  answer.note({ method: `${asked.verb} ${asked.path}`, user: session?.account.name ?? '' });
  const reply = await judged(desk, { asked, request, answer, query, session });
  const { status, body } = written(dialect, reply);
  if (!reply.ok) answer.note({ fault: reply.problem.kind });
  if (body === null) return answer.bare(status);
  return answer.send(status, 'application/json', body);
}

type Asked = { readonly verb: string; readonly path: string; readonly action: string | null };

function askedOf(request: Incoming, query: URLSearchParams): Asked {
  const path = request.rest.replace(/^\/com\/vmware(?=\/)/, '').replace(/\/+$/, '');
  return {
    verb: (
      query.get('~method') ??
      request.headers['x-http-method-override']?.toString() ??
      request.method
    ).toUpperCase(),
    path: path === '/cis/session' ? '/session' : path,
    action: query.get('~action') ?? query.get('action'),
  };
}

type Judging = {
  readonly asked: Asked;
  readonly request: Incoming;
  readonly answer: Outgoing;
  readonly query: URLSearchParams;
  readonly session: RestCall['session'];
};

async function judged(desk: Desk, { asked, request, answer, query, session }: Judging): Promise<Reply> {
  const found = desk.table(asked);
  if (session === null && found?.operation.isOpen !== true)
    return refuse('unauthenticated', 'This method requires authentication.');
  if (found === null)
    return refuse('operation_not_found', `Nothing here answers ${asked.verb} ${request.path}.`);
  const body = await bodyOf(request);
  if (!body.ok) return body;
  return found.operation.run({
    vc: desk.vc,
    dialect: desk.dialect,
    params: found.params,
    query,
    body: body.value,
    session,
    caller: session === null ? null : { key: session.key, user: session.account.name },
    request,
    header: answer.header,
  });
}

async function bodyOf(request: Incoming): Promise<Reply<Fields>> {
  if (request.method === 'GET' || request.method === 'HEAD') return { ok: true, value: {} };
  const read = await request.body();
  if (!read.ok) return refuse('invalid_request', read.refusal.message);
  const parsed = readJson(read.value, jsonLimits);
  if (!parsed.ok) return refuse('invalid_request', parsed.refusal.message);
  return isFields(parsed.value) || parsed.value === null
    ? { ok: true, value: parsed.value ?? {} }
    : refuse('invalid_argument', 'The body must be a JSON object.');
}

type Match = { readonly operation: Operation; readonly params: Readonly<Record<string, string>> };
type Table = (asked: Asked) => Match | null;

type Row = { readonly operation: Operation; readonly verb: string; readonly steps: readonly string[] };

/** Exact words win over what stands for anything, and an operation with its action over one without. */
function tableOf(operations: readonly Operation[]): Table {
  const byLength = new Map<string, Row[]>();
  for (const operation of operations) {
    const [verb = '', path = ''] = operation.on.split(' ');
    const steps = path.split('/').slice(1);
    const key = `${verb} ${steps.length}`;
    byLength.set(key, [...(byLength.get(key) ?? []), { operation, verb, steps }]);
  }
  return ({ verb, path, action }) => {
    const steps = path.split('/').slice(1);
    const rows = byLength.get(`${verb} ${steps.length}`) ?? [];
    const fitting = rows
      .filter(({ operation }) => (operation.action ?? null) === action)
      .flatMap((row) => matched(row, steps) ?? [])
      .toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length);
    return fitting[0] ?? null;
  };
}

function matched({ operation, steps }: Row, asked: readonly string[]): Match | null {
  const params: Record<string, string> = {};
  for (const [at, step] of steps.entries()) {
    const word = asked[at] ?? '';
    if (step.startsWith('{')) params[step.slice(1, -1)] = word.replace(/^id:/, '');
    else if (step !== word) return null;
  }
  return { operation, params };
}
