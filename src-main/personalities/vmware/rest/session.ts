/** `/rest/com/vmware/cis/session`, `/api/session`. */
import { accountByHeader } from '../sso/token-login.ts';
import type { LoginResult } from '../server/sessions.ts';
import { isoOf } from '../wire/value.ts';
import { madeNew, refuse, told } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Operation, RestCall } from './rest-call.ts';
import { restName } from './session-token.ts';

async function open({ vc, request, dialect, header }: RestCall): Promise<Reply> {
  const client = { address: request.address, agent: request.userAgent };
  const account = await accountByHeader(vc, request);
  if (account !== null) {
    if (!account.ok) return refuse('unauthenticated', account.refusal.message);
    return opened({ request, dialect, header }, vc.sessions.open(account.value, { client }));
  }
  const given = basicIn(request.headers.authorization ?? '');
  if (given === null)
    return refuse('unauthenticated', 'This method requires a name and a password (HTTP Basic).');
  const login = await vc.sessions.login(given.name, given.password, { client });
  return opened({ request, dialect, header }, login);
}

function opened(
  { request, dialect, header }: Pick<RestCall, 'request' | 'dialect' | 'header'>,
  login: LoginResult,
): Reply {
  if (!login.ok)
    return login.problem === 'invalid-login'
      ? refuse('unauthenticated', 'Authentication required.')
      : refuse('service_unavailable', 'Too many sessions are open: end some, or wait until they are idle.');
  const { token } = login.session;
  if (request.headers['vmware-use-header-authn'] === undefined)
    header('set-cookie', `${restName}=${token};Path=/${dialect};Secure;HttpOnly`);
  return madeNew(token);
}

function basicIn(header: string): { readonly name: string; readonly password: string } | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(header)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString();
  const at = text.indexOf(':');
  return at < 0 ? null : { name: text.slice(0, at), password: text.slice(at + 1) };
}

const tell = ({ session }: RestCall): Reply =>
  session === null
    ? refuse('unauthenticated', 'This method requires authentication.')
    : told({
        user: session.account.name.split('\\').toReversed().join('@'),
        created_time: isoOf(session.loginTime),
        last_accessed_time: isoOf(session.lastActive()),
      });

function close({ vc, session }: RestCall): Reply {
  if (session !== null) vc.sessions.end(session);
  return told(undefined);
}

export const sessionOperations: readonly Operation[] = [
  { on: 'POST /session', isOpen: true, run: open },
  { on: 'POST /session', action: 'get', run: tell },
  { on: 'GET /session', run: tell },
  { on: 'DELETE /session', run: close },
];
