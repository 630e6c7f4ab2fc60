import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { CommandInput, Receipt } from '../../sim/contract/commands.ts';
import type { DeskCommandInput, DeskReceipt } from '../../sim/contract/desk.ts';
import type { QueryAnswer, QueryName, QueryParams } from '../../sim/contract/queries.ts';
import type { Refusal } from '../../sim/contract/result.ts';
import type { HostAddress } from './host-address.ts';
import { failed, type Outcome } from './outcome.ts';

export type RawAnswer = { readonly status: number; readonly type: string; readonly body: string };
export type RawRequest = { readonly method: string; readonly path: string; readonly body?: string };

/** The gateway, as dvm sees it. */
export type Client = {
  readonly address: HostAddress;
  readonly signal: AbortSignal;
  readonly query: <Name extends QueryName>(
    name: Name,
    params: QueryParams<Name>,
  ) => Promise<Outcome<QueryAnswer<Name>>>;
  readonly command: (command: CommandInput) => Promise<Outcome<Receipt>>;
  readonly desk: (command: DeskCommandInput) => Promise<Outcome<DeskReceipt>>;
  readonly raw: (request: RawRequest) => Promise<Outcome<RawAnswer>>;
};

const attempts = 3;

export function createClient(address: HostAddress, signal: AbortSignal): Client {
  const raw = (request: RawRequest) => send({ address, signal }, request);
  const json = async <T>(request: RawRequest): Promise<Outcome<T>> => {
    const answer = await raw(request);
    return answer.ok ? readAnswer<T>(answer.value) : answer;
  };
  /** Under one key a command is done once, so an answer lost on the way may be asked for again. */
  const command = async (input: CommandInput): Promise<Outcome<Receipt>> => {
    const body = JSON.stringify({ command: input, key: `cli-${randomUUID()}` });
    let answer = await json<Receipt>({ method: 'POST', path: '/api/v1/commands', body });
    for (let again = 1; again < attempts && !answer.ok && answer.refusal.kind === 'lost'; again += 1) {
      answer = await json<Receipt>({ method: 'POST', path: '/api/v1/commands', body });
    }
    return answer;
  };
  return {
    address,
    signal,
    raw,
    command,
    query: (name, params) => json({ method: 'GET', path: `/api/v1/${name}${searchOf(params)}` }),
    desk: (input) => json({ method: 'POST', path: '/api/v1/desk', body: JSON.stringify({ command: input }) }),
  };
}

/** For the story's log: which program, and in whose name. */
export const whoAsks = () => ({
  'x-coldaisle-client': 'cli',
  'x-coldaisle-name': encodeURIComponent(userName()),
});

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an entry in the password file, as in many containers.
    return 'local';
  }
}

function searchOf(params: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params) as [string, unknown][]) {
    if (Array.isArray(value)) search.set(name, value.join(','));
    else if (typeof value === 'string' || typeof value === 'number') search.set(name, String(value));
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
}

async function send(
  { address, signal }: Pick<Client, 'address' | 'signal'>,
  request: RawRequest,
): Promise<Outcome<RawAnswer>> {
  try {
    const response = await fetch(new URL(request.path, address.url), {
      method: request.method,
      headers: {
        authorization: `Bearer ${address.token}`,
        ...whoAsks(),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal,
      redirect: 'error',
    });
    const body = await response.text();
    return {
      ok: true,
      value: { status: response.status, type: response.headers.get('content-type') ?? '', body },
    };
  } catch (error) {
    if (signal.aborted) return failed({ kind: 'interrupted' });
    return connectionFailure(address, error);
  }
}

export function connectionFailure(address: HostAddress, error: unknown): Outcome<never> {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'EADDRNOTAVAIL'].includes(code)) {
    return failed({
      kind: 'no-host',
      message: `No host answers at ${address.url}`,
      hint: 'Start one with: npm start   (without a window: npm start -- --headless)',
    });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return failed({ kind: 'lost', message: `The connection to ${address.url} was lost: ${reason}` });
}

function readAnswer<T>(answer: RawAnswer): Outcome<T> {
  const value = parsed(answer.body);
  if (answer.status >= 200 && answer.status < 300 && value !== undefined)
    return { ok: true, value: value as T };
  return failed({ kind: 'refused', refusal: refusalOf(answer, value) });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** problem+json carries the refusal's own members; anything else is told as it came. */
export function refusalOf(answer: RawAnswer, value: unknown): Refusal {
  if (answer.status === 401) {
    return {
      code: 'not-allowed',
      message: 'The host does not accept the token',
      hint: 'Leave out --url to use the run file, or give the whole URL that the host printed after "ready"',
    };
  }
  if (typeof value === 'object' && value !== null && 'code' in value && 'message' in value)
    return value as Refusal;
  return {
    code: 'unsupported',
    message: `The host answered ${answer.status} with something else than was asked for`,
  };
}
