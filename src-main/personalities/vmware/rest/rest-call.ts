/** A REST call as its operation sees it, in either dialect. */
import type { Incoming } from '../server/incoming.ts';
import type { Session } from '../server/sessions.ts';
import type { Caller, Vc } from '../vc.ts';
import type { Dialect, Reply } from './reply.ts';

export type Fields = Readonly<Record<string, unknown>>;

export type RestCall = {
  readonly vc: Vc;
  readonly dialect: Dialect;
  /** What stood in the path for `{vm}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Fields;
  readonly session: Session | null;
  readonly caller: Caller | null;
  readonly request: Incoming;
  /** The answer sets this header. */
  readonly header: (name: string, value: string) => void;
};

export type Operation = {
  /** `POST /vcenter/vm/{vm}`: below `/rest`, `/rest/com/vmware` and `/api` alike. */
  readonly on: string;
  readonly action?: string;
  /** Without a session. */
  readonly isOpen?: true;
  readonly run: (call: RestCall) => Reply | Promise<Reply>;
};

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrappers = ['spec', 'create_spec', 'update_spec'];

/** `/rest` wraps what it is given, `/api` does not. */
export function specIn({ body }: Pick<RestCall, 'body'>): Fields {
  for (const name of wrappers) {
    const inner = body[name];
    if (isFields(inner)) return inner;
  }
  return body;
}

export const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};
export const numberIn = (fields: Fields, name: string): number | undefined => {
  const value = fields[name];
  return typeof value === 'number' ? value : undefined;
};
export const flagIn = (fields: Fields, name: string): boolean | undefined => {
  const value = fields[name];
  return typeof value === 'boolean' ? value : undefined;
};
export const fieldsIn = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  return isFields(value) ? value : {};
};
export const listIn = (fields: Fields, name: string): readonly unknown[] => {
  const value = fields[name];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
};
export const textsIn = (fields: Fields, name: string): readonly string[] =>
  listIn(fields, name).filter((value) => typeof value === 'string');

/** `names=a&names=b`, `filter.names=a`, `filter.names.1=a`: undefined where the filter is not set. */
export function filterIn({ query }: Pick<RestCall, 'query'>, name: string): ReadonlySet<string> | undefined {
  const values = [...query].flatMap(([key, value]) =>
    key.replace(/^filter\./, '').replace(/\.\d+$/, '') === name ? [value] : [],
  );
  return values.length === 0 ? undefined : new Set(values);
}

export const param = ({ params }: RestCall, name: string): string => params[name] ?? '';
