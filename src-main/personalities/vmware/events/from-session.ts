import type { Session } from '../server/sessions.ts';
import type { Vc } from '../vc.ts';
import { isoOf } from '../wire/value.ts';
import { rootFolder } from '../objects/refs.ts';
import type { NewEvent } from './event.ts';

const of = ({ account, client }: Session): string => `User ${account.name}@${client.address}`;

export const sessionOpened = (_: Vc, session: Session): NewEvent => ({
  type: 'UserLoginSessionEvent',
  message: `${of(session)} logged in as ${session.client.agent}`,
  user: session.account.name,
  about: [rootFolder],
  fields: {
    ipAddress: session.client.address,
    userAgent: session.client.agent,
    locale: session.locale,
    sessionId: session.key,
  },
});

export const sessionEnded = (_: Vc, session: Session): NewEvent => ({
  type: 'UserLogoutSessionEvent',
  message: `${of(session)} logged out (login time: ${isoOf(session.loginTime)}, number of calls: ${session.calls()})`,
  user: session.account.name,
  about: [rootFolder],
  fields: {
    ipAddress: session.client.address,
    userAgent: session.client.agent,
    callCount: session.calls(),
    sessionId: session.key,
    loginTime: isoOf(session.loginTime),
  },
});

/** Whoever tried did not come in. */
export const loginFailed = (name: string, address: string): NewEvent => ({
  type: 'BadUsernameSessionEvent',
  message: `Cannot login ${name}@${address}`,
  user: name,
  about: [rootFolder],
  fields: { ipAddress: address },
});
