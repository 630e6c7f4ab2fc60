/** What a REST call comes to, and how the two dialects say it. */
import type { Fault } from '../objects/fault.ts';
import { problemWords } from './problems.table.ts';
import type { ProblemKind } from './problems.table.ts';

/** `/rest`: everything in `value`; `/api`: bare. */
export type Dialect = 'rest' | 'api';

export type Problem = {
  readonly kind: ProblemKind;
  /** `com.vmware.cis.tagging.category.duplicate`; the kind's own where it is ''. */
  readonly id: string;
  readonly message: string;
};

export type Reply<T = unknown> =
  /** `status` of the `/api` dialect; undefined: 200, or 204 without a value. */
  | { readonly ok: true; readonly value: T; readonly status?: number }
  | { readonly ok: false; readonly problem: Problem };

export const told = <T>(value: T): Reply<T> => ({ ok: true, value });
export const madeNew = <T>(value: T): Reply<T> => ({ ok: true, value, status: 201 });
export const refuse = (kind: ProblemKind, message: string, id = ''): Reply<never> => ({
  ok: false,
  problem: { kind, id, message },
});
export const noSuch = (what: string, id: string): Reply<never> =>
  refuse('not_found', `There is no ${what} with the id '${id}'.`);

/** What the SOAP side refused. */
export function refusedAs({ type, message }: Fault): Reply<never> {
  return refuse(kinds[type] ?? 'error', message, `com.vmware.api.vcenter.${type}`);
}

const kinds: Readonly<Record<string, ProblemKind>> = {
  ManagedObjectNotFound: 'not_found',
  NotFound: 'not_found',
  FileNotFound: 'not_found',
  InvalidDatastorePath: 'not_found',
  InvalidArgument: 'invalid_argument',
  InvalidRequest: 'invalid_argument',
  InvalidName: 'invalid_argument',
  InvalidDeviceSpec: 'invalid_argument',
  DuplicateName: 'already_exists',
  AlreadyExists: 'already_exists',
  FileAlreadyExists: 'already_exists',
  InvalidState: 'not_allowed_in_current_state',
  InvalidPowerState: 'not_allowed_in_current_state',
  Timedout: 'timed_out',
  ToolsUnavailable: 'service_unavailable',
  GuestOperationsUnavailable: 'service_unavailable',
  InvalidGuestLogin: 'unauthenticated',
  GuestPermissionDenied: 'unauthorized',
  GuestProcessNotFound: 'not_found',
  OperationNotSupportedByGuest: 'unsupported',
  NotADirectory: 'invalid_argument',
  NotAFile: 'invalid_argument',
  DirectoryNotEmpty: 'not_allowed_in_current_state',
  ResourceInUse: 'resource_in_use',
  TaskInProgress: 'resource_busy',
  InsufficientResourcesFault: 'unable_to_allocate_resource',
  NoPermission: 'unauthorized',
  NotAuthenticated: 'unauthenticated',
  NotSupported: 'unsupported',
  MethodNotFound: 'unsupported',
  ConcurrentAccess: 'concurrent_change',
};

type Written = { readonly status: number; readonly body: string | null };

export function written(dialect: Dialect, reply: Reply): Written {
  if (!reply.ok) return writtenProblem(dialect, reply.problem);
  const { value, status } = reply;
  if (dialect === 'rest')
    return { status: 200, body: value === undefined ? null : JSON.stringify({ value }) };
  if (value === undefined)
    return { status: status === undefined || status === 201 ? 204 : status, body: null };
  return { status: status ?? 200, body: JSON.stringify(value) };
}

function writtenProblem(dialect: Dialect, { kind, id, message }: Problem): Written {
  const { status, number } = problemWords[kind];
  const messages = [{ id: id === '' ? `vapi.std.errors.${kind}` : id, default_message: message, args: [] }];
  const body =
    dialect === 'rest'
      ? { type: `com.vmware.vapi.std.errors.${kind}`, value: { error_type: number, messages } }
      : { error_type: number, messages };
  return { status, body: JSON.stringify(body) };
}

/** A map: an object in `/api`, pairs in `/rest`. */
export const mapIn = (dialect: Dialect, entries: readonly (readonly [string, unknown])[]): unknown =>
  dialect === 'api' ? Object.fromEntries(entries) : entries.map(([key, value]) => ({ key, value }));
