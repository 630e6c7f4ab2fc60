/** The REST services know their caller by a header or a cookie of their own; a SOAP cookie opens nothing here. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Session, Sessions } from '../server/sessions.ts';

export const restName = 'vmware-api-session-id';

export function restSession(
  sessions: Pick<Sessions, 'byToken'>,
  headers: IncomingHttpHeaders,
): Session | null {
  const token = headers[restName]?.toString() ?? cookieIn(headers.cookie ?? '');
  return token === undefined ? null : sessions.byToken(token);
}

function cookieIn(header: string): string | undefined {
  for (const part of header.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === restName && value !== undefined) return value.replaceAll('"', '');
  }
  return undefined;
}
