/** The one place where refusals become HTTP: problem details (RFC 9457) that carry the refusal whole. */
import type { Refusal, RefusalCode } from '../../sim/contract/result.ts';
import type { Reply } from './http/reply.ts';

export const statusOfCode = {
  'invalid-input': 400,
  'unknown-entity': 404,
  'unknown-parent': 422,
  'wrong-kind': 422,
  'wrong-state': 409,
  'name-taken': 409,
  'id-taken': 409,
  'slot-taken': 409,
  'over-capacity': 409,
  'outside-room': 422,
  'not-empty': 409,
  'not-allowed': 403,
  'not-found': 404,
  'changed-since': 409,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
  'fault-injected': 503,
  'storage-failed': 507,
  'damaged-file': 422,
  'foreign-file': 422,
  'newer-file': 422,
  unsupported: 501,
  internal: 500,
} as const satisfies Record<RefusalCode, number>;

/** What the gateway itself rejects, before anything reaches the host. */
export const gatewayFaults = {
  'bad-request': { status: 400, code: 'invalid-input', title: 'The request cannot be read' },
  'no-token': { status: 401, code: 'not-allowed', title: 'The token is missing or wrong' },
  'foreign-origin': { status: 403, code: 'not-allowed', title: 'Another site may not ask' },
  'foreign-path': { status: 403, code: 'not-allowed', title: 'A page may not name this file' },
  'no-such-page': { status: 404, code: 'not-found', title: 'Nothing is served here' },
  'wrong-method': { status: 405, code: 'not-allowed', title: 'This address does not take that method' },
  'slow-request': { status: 408, code: 'invalid-input', title: 'The request did not arrive in time' },
  'body-too-large': { status: 413, code: 'too-large', title: 'The body is too large' },
  'wrong-media-type': { status: 415, code: 'unsupported', title: 'The body is of the wrong type' },
  'wrong-host': { status: 421, code: 'not-allowed', title: 'The Host header names another machine' },
  'upgrade-required': { status: 426, code: 'unsupported', title: 'Only a WebSocket is served here' },
  'too-many-requests': { status: 429, code: 'too-many', title: 'Too many requests' },
  'headers-too-large': { status: 431, code: 'too-large', title: 'The headers are too large' },
  defect: { status: 500, code: 'internal', title: 'A defect of Coldaisle' },
  'too-many-sockets': { status: 503, code: 'busy', title: 'Too many clients' },
} as const satisfies Record<string, { status: number; code: RefusalCode; title: string }>;
export type GatewayFault = keyof typeof gatewayFaults;

export type Problem = Refusal & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
};

type More = {
  readonly hint?: string;
  readonly where?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export const defectMessage = 'The request ran into a defect of Coldaisle; the log says which.';

export function problemOfRefusal(refusal: Refusal): Problem {
  return {
    type: `/api-docs#refusal-${refusal.code}`,
    title: refusal.code.replaceAll('-', ' '),
    status: statusOfCode[refusal.code],
    detail: refusal.message,
    ...refusal,
  };
}

export function replyOfRefusal(refusal: Refusal): Reply {
  const problem = problemOfRefusal(refusal);
  const again = problem.status === 429 || problem.status === 503 ? { 'retry-after': '1' } : {};
  return replyOfProblem(problem, again);
}

export function refusalOfFault(fault: GatewayFault, message: string, more: More = {}): Refusal {
  const { hint, where } = more;
  const { code } = gatewayFaults[fault];
  return {
    code,
    message,
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
  };
}

export function rejection(fault: GatewayFault, message: string, more: More = {}): Reply {
  const { status, title } = gatewayFaults[fault];
  const refusal = refusalOfFault(fault, message, more);
  const problem = { type: `/api-docs#fault-${fault}`, title, status, detail: message, ...refusal };
  return replyOfProblem(problem, more.headers ?? {});
}

function replyOfProblem(problem: Problem, headers: Readonly<Record<string, string>>): Reply {
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(problem),
  };
}
