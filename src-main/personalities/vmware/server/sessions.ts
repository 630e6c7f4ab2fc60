/** Who is logged in: one book for SOAP, REST and whatever else asks for a session. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { tokenIn } from './cookies.ts';
import { createLoginBrake } from './login-brake.ts';
import { createTickets } from './tickets.ts';
import type { Account, Users } from './users.ts';

export type ClientName = { readonly address: string; readonly agent: string };

/** Lives until it ends by its user, by an administrator, or by itself after half an hour without a call. */
export type Session = {
  /** What others know it by; opens nothing. */
  readonly key: string;
  /** The secret that its client shows with every call. */
  readonly token: string;
  readonly account: Account;
  readonly locale: string;
  readonly client: ClientName;
  readonly isExtension: boolean;
  /** Lab time, as everything a client is told. */
  readonly loginTime: number;
  readonly lastActive: () => number;
  readonly calls: () => number;
  /** Long polls hold it awake; call what comes back when one has ended. */
  readonly hold: () => () => void;
};

export type LoginOrder = {
  readonly client: ClientName;
  readonly locale?: string | undefined;
};

export type LoginResult =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly problem: 'invalid-login' | 'too-many-sessions' };

export type ServiceOrder = { readonly url: string; readonly method: string };

export type SessionsDeps = {
  /** Wall time, for idleness. */
  readonly wall: () => number;
  readonly labTime: () => number;
  readonly users: Users;
  readonly sleep: (millis: number) => Promise<void>;
};

export type Sessions = {
  readonly login: (name: string, password: string, order: LoginOrder) => Promise<LoginResult>;
  /** For those who showed by other means who they are: a token, an extension's certificate. */
  readonly open: (account: Account, order: LoginOrder & { readonly isExtension?: boolean }) => LoginResult;
  /** By cookie or REST header; counts as a call of it and keeps it alive. */
  readonly of: (headers: IncomingHttpHeaders) => Session | null;
  readonly byToken: (token: string) => Session | null;
  readonly byKey: (key: string) => Session | null;
  /** The oldest first. */
  readonly list: () => readonly Session[];
  readonly end: (session: Session) => void;
  /** What belonged to a session goes with it: filters, views, leases. */
  readonly onStart: (listener: (session: Session) => void) => () => void;
  readonly onEnd: (listener: (session: Session) => void) => () => void;
  readonly cloneTicket: (session: Session) => string;
  readonly clone: (ticket: string, order: LoginOrder) => Session | null;
  readonly serviceTicket: (session: Session, order: ServiceOrder) => string;
  readonly redeem: (ticket: string) => { readonly session: Session; readonly order: ServiceOrder } | null;
  readonly close: () => void;
};

export const idleMillis = 30 * 60_000;
export const mostSessions = 2000;
const sweepMillis = 60_000;
const ticketMillis = { clone: 60_000, service: 300_000 } as const;

type Live = { readonly session: Session; touched: number; shown: number; calls: number; held: number };

type Book = {
  readonly deps: SessionsDeps;
  readonly byToken: Map<string, Live>;
  readonly byKey: Map<string, Live>;
  readonly starting: Set<(session: Session) => void>;
  readonly listeners: Set<(session: Session) => void>;
};

export function createSessions(deps: SessionsDeps): Sessions {
  const book: Book = {
    deps,
    byToken: new Map(),
    byKey: new Map(),
    starting: new Set(),
    listeners: new Set(),
  };
  const now = deps.wall;
  const clones = createTickets<Session>({ now, lifeMillis: ticketMillis.clone, prefix: 'cst-VCT-' });
  const services = createTickets<{ readonly session: Session; readonly order: ServiceOrder }>({
    now,
    lifeMillis: ticketMillis.service,
    prefix: '',
  });
  const sweeper = setInterval(() => sweep(book), sweepMillis).unref();
  const login = createLogin(book);
  return {
    login,
    open: (account, order) => open(book, account, order),
    of: (headers) => touch(book, tokenIn(headers)),
    byToken: (token) => touch(book, token),
    byKey: (key) => book.byKey.get(key)?.session ?? null,
    list: () => {
      sweep(book);
      return [...book.byKey.values()].map(({ session }) => session);
    },
    end: (session) => end(book, session),
    onStart: (listener) => {
      book.starting.add(listener);
      return () => book.starting.delete(listener);
    },
    onEnd: (listener) => {
      book.listeners.add(listener);
      return () => book.listeners.delete(listener);
    },
    cloneTicket: clones.give,
    clone: (ticket, order) => {
      const original = clones.take(ticket);
      if (original === null || !book.byKey.has(original.key)) return null;
      const made = open(book, original.account, { locale: original.locale, ...order });
      return made.ok ? made.session : null;
    },
    serviceTicket: (session, order) => services.give({ session, order }),
    redeem: (ticket) => {
      const found = services.take(ticket);
      return found !== null && book.byKey.has(found.session.key) ? found : null;
    },
    close: () => {
      clearInterval(sweeper);
      for (const { session } of book.byKey.values()) end(book, session);
    },
  };
}

function createLogin(book: Book): Sessions['login'] {
  const { deps } = book;
  const brake = createLoginBrake(deps.wall);
  return async (name, password, order) => {
    const who = `${name.toLowerCase()} ${order.client.address}`;
    const wait = brake.wait(who);
    if (wait > 0) await deps.sleep(wait);
    const account = await deps.users.check(name, password);
    if (account === null) {
      brake.wrong(who);
      return { ok: false, problem: 'invalid-login' };
    }
    brake.right(who);
    return open(book, account, order);
  };
}

function open(
  book: Book,
  account: Account,
  { client, locale, isExtension = false }: LoginOrder & { readonly isExtension?: boolean },
): LoginResult {
  if (book.byKey.size >= mostSessions) sweep(book);
  if (book.byKey.size >= mostSessions) return { ok: false, problem: 'too-many-sessions' };
  const loginTime = book.deps.labTime();
  const live: Live = {
    session: {
      key: randomUUID(),
      token: randomBytes(20).toString('hex'),
      account,
      locale: locale ?? 'en_US',
      client,
      isExtension,
      loginTime,
      lastActive: () => live.shown,
      calls: () => live.calls,
      hold: () => hold(book, live),
    },
    touched: book.deps.wall(),
    shown: loginTime,
    calls: 0,
    held: 0,
  };
  book.byToken.set(live.session.token, live);
  book.byKey.set(live.session.key, live);
  for (const listener of book.starting) listener(live.session);
  return { ok: true, session: live.session };
}

function touch(book: Book, token: string | null): Session | null {
  const live = token === null ? undefined : book.byToken.get(token);
  if (live === undefined) return null;
  if (isIdle(book, live)) {
    end(book, live.session);
    return null;
  }
  awake(book, live);
  live.calls += 1;
  return live.session;
}

function awake({ deps }: Book, live: Live): void {
  live.touched = deps.wall();
  live.shown = deps.labTime();
}

function hold(book: Book, live: Live): () => void {
  live.held += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    live.held -= 1;
    awake(book, live);
  };
}

const isIdle = ({ deps }: Book, live: Live): boolean =>
  live.held === 0 && deps.wall() - live.touched > idleMillis;

function sweep(book: Book): void {
  for (const live of book.byKey.values()) if (isIdle(book, live)) end(book, live.session);
}

function end(book: Book, session: Session): void {
  if (!book.byKey.delete(session.key)) return;
  book.byToken.delete(session.token);
  for (const listener of book.listeners) listener(session);
}
