/** Who asks for a file: a session by cookie or header, a ticket for one request, or a name and a password. */
import { ticketIn } from '../server/cookies.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Caller, Vc } from '../vc.ts';

export async function callerOf(vc: Vc, request: Incoming): Promise<Caller | null> {
  const ticket = ticketIn(request.headers);
  const session =
    vc.sessions.of(request.headers) ??
    (ticket === null ? null : (vc.sessions.redeem(ticket)?.session ?? vc.sessions.byToken(ticket)));
  if (session !== null) return { key: session.key, user: session.account.name };
  const encoded = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const [name = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  const account = await vc.users.check(name, rest.join(':'));
  return account === null ? null : { key: '', user: account.name };
}
