/** SessionManager: who is here, and how they come and go. */
import type { Result } from '../../../../../sim/contract/result.ts';
import { loginFailed } from '../../events/from-session.ts';
import type { LoginResult, Session } from '../../server/sessions.ts';
import type { Account } from '../../server/users.ts';
import { accountByCertificate, accountByToken } from '../../sso/token-login.ts';
import { textAt, textListAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Vc } from '../../vc.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call } from '../managed.ts';
import { notAuthenticated } from '../refusals.ts';

const locales = ['en', 'en_US', 'de'];

/** The key of the paper in which the message of the day stands. */
const messageKey = 'session/message';

export const sessionManagerType = (): AnyManaged =>
  service('SessionManager', {
    properties: {
      sessionList: (_, { vc }) => vc.sessions.list().map((session) => userSession(vc, session)),
      currentSession: (_, { vc, caller }) => {
        const session = caller === null ? null : vc.sessions.byKey(caller.key);
        return session === null ? undefined : userSession(vc, session);
      },
      message: (_, { vc }) => {
        const message = vc.papers.get(messageKey);
        return typeof message === 'string' ? message : '';
      },
      messageLocaleList: () => ['en'],
      supportedLocaleList: () => locales,
      defaultLocale: () => 'en',
    },
    methods: {
      Login: login,
      Logout: logout,
      LoginByToken: async (call) => openedFor(call, await accountByToken(call)),
      LoginBySSPI: () =>
        invalidLogin('Windows is not here to vouch for anybody: log in with a name and a password.'),
      LoginExtensionByCertificate: (call) =>
        openedFor(call, accountByCertificate(call, textAt(call.args, 'extensionKey') ?? ''), 'extension'),
      LoginExtensionBySubjectName: () =>
        invalidLogin('A name is no proof: extensions log in with their certificate.'),
      SessionIsActive: sessionIsActive,
      TerminateSession: terminate,
      AcquireCloneTicket: ({ vc, session, self }) =>
        session === null ? notAuthenticated(self) : done(vc.sessions.cloneTicket(session)),
      CloneSession: clone,
      ImpersonateUser: impersonate,
      SetLocale: setLocale,
      UpdateServiceMessage: updateMessage,
      AcquireGenericServiceTicket: serviceTicket,
    },
  });

/** Under this the shelf of a session keeps the language that it chose after its login. */
const localeRef: Ref = { _ref: 'SessionManager', value: 'locale' };

const localeOf = (vc: Vc, { key, account, locale }: Session): string => {
  const chosen = vc.shelf({ key, user: account.name }).get(localeRef);
  return typeof chosen === 'string' ? chosen : locale;
};

export const userSession = (vc: Vc, session: Session): Data => ({
  _type: 'UserSession',
  key: session.key,
  userName: session.account.name,
  fullName: session.account.fullName,
  loginTime: isoOf(session.loginTime),
  lastActiveTime: isoOf(session.lastActive()),
  locale: localeOf(vc, session),
  messageLocale: 'en',
  extensionSession: session.isExtension,
  ipAddress: session.client.address,
  userAgent: session.client.agent,
  callCount: session.calls(),
});

const invalidLogin = (message: string): Answer<never> => faulted('InvalidLogin', message);

const client = ({ address, userAgent }: Call) => ({ address, agent: userAgent });

async function login(call: Call): Promise<Answer> {
  const locale = textAt(call.args, 'locale');
  if (locale !== undefined && !locales.includes(locale)) return unknownLocale(locale);
  const name = textAt(call.args, 'userName') ?? '';
  const password = textAt(call.args, 'password') ?? '';
  const order = { client: client(call), locale: locale ?? 'en' };
  const result = await call.vc.sessions.login(name, password, order);
  if (!result.ok && result.problem === 'invalid-login') call.vc.events.post(loginFailed(name, call.address));
  return entered(call, result);
}

function entered(call: Call, result: LoginResult): Answer {
  if (!result.ok) {
    return result.problem === 'invalid-login'
      ? // Word for word: scripts look for it.
        invalidLogin('Login failure')
      : faulted('LimitExceeded', 'Too many sessions are open; log some of them out.', {
          property: 'sessions',
        });
  }
  call.enter(result.session);
  return done(userSession(call.vc, result.session));
}

/** For who is known by other means than a password. */
function openedFor(call: Call, account: Result<Account>, who: 'user' | 'extension' = 'user'): Answer {
  if (!account.ok) {
    call.vc.events.post(loginFailed('', call.address));
    return invalidLogin(account.refusal.message);
  }
  const locale = textAt(call.args, 'locale');
  if (locale !== undefined && !locales.includes(locale)) return unknownLocale(locale);
  const order = { client: client(call), locale: locale ?? 'en', isExtension: who === 'extension' };
  return entered(call, call.vc.sessions.open(account.value, order));
}

const unknownLocale = (locale: string): Answer<never> =>
  faulted('InvalidLocale', `There are no texts in ${locale}; there are ${locales.join(', ')}.`);

function logout({ vc, session, self, enter }: Call): Answer {
  if (session === null) return notAuthenticated(self);
  vc.sessions.end(session);
  enter(null);
  return done(undefined);
}

function sessionIsActive({ vc, args }: Call): Answer {
  const session = vc.sessions.byKey(textAt(args, 'sessionID') ?? '');
  return done(session !== null && isSameUser(session.account.name, textAt(args, 'userName') ?? ''));
}

/** `LAB\\Jane` and `jane@lab` are one. */
const isSameUser = (one: string, other: string): boolean => plainUser(one) === plainUser(other);

function plainUser(name: string): string {
  const [domain = '', user] = name.split('\\');
  return (user === undefined ? name : `${user}@${domain}`).toLowerCase();
}

function terminate({ vc, args, session }: Call): Answer {
  const keys = textListAt(args, 'sessionId');
  const own = keys.find((key) => key === session?.key);
  if (own !== undefined)
    return invalidArgument('sessionId', 'A session cannot terminate itself: log it out.');
  const missing = keys.find((key) => vc.sessions.byKey(key) === null);
  if (missing !== undefined) return faulted('NotFound', `There is no session ${missing}.`);
  for (const key of keys) {
    const each = vc.sessions.byKey(key);
    if (each !== null) vc.sessions.end(each);
  }
  return done(undefined);
}

function clone(call: Call): Answer {
  const session = call.vc.sessions.clone(textAt(call.args, 'cloneTicket') ?? '', { client: client(call) });
  if (session === null) return invalidLogin('The ticket is not valid: each opens one session, for a minute.');
  call.enter(session);
  return done(userSession(call.vc, session));
}

/** From here on the session is another user's. */
function impersonate(call: Call): Answer {
  const { vc, session, args, self } = call;
  if (session === null) return notAuthenticated(self);
  const name = textAt(args, 'userName') ?? '';
  const locale = textAt(args, 'locale') ?? session.locale;
  if (!locales.includes(locale)) return unknownLocale(locale);
  const account = vc.users.find(name);
  if (account === null) return invalidLogin(`There is no user ${name}.`);
  const opened = vc.sessions.open(account, { client: client(call), locale });
  if (opened.ok) vc.sessions.end(session);
  return entered(call, opened);
}

function setLocale({ vc, caller, args }: Call): Answer {
  const locale = textAt(args, 'locale') ?? '';
  if (!locales.includes(locale)) return unknownLocale(locale);
  vc.shelf(caller).put(localeRef, locale);
  return done(undefined);
}

async function updateMessage({ vc, args, caller }: Call): Promise<Answer> {
  const value = textAt(args, 'message') ?? '';
  const written = await vc.papers.write([{ key: messageKey, value: value === '' ? null : value }], caller);
  return written.ok
    ? done(undefined)
    : faulted('SystemError', written.refusal.message, { reason: 'refused' });
}

function serviceTicket({ vc, args, session, self, origin }: Call): Answer {
  if (session === null) return notAuthenticated(self);
  const url = textAt(args, 'spec.url') ?? origin;
  const method = textAt(args, 'spec.method') ?? 'httpGet';
  const id = vc.sessions.serviceTicket(session, { url, method: method.replace(/^http/, '').toUpperCase() });
  return done({
    _type: 'SessionManagerGenericServiceTicket',
    id,
    hostName: URL.canParse(origin) ? new URL(origin).hostname : undefined,
    ticketType: 'HttpNfcServiceTicket',
  });
}
