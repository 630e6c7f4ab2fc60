import type { IncomingHttpHeaders } from 'node:http';

const cookieName = 'vmware_soap_session';
const restHeader = 'vmware-api-session-id';

/** In quotes, as vCenter writes it: clients keep them and say them back. */
export const sessionCookie = (token: string, scheme: 'http' | 'https'): string =>
  `${cookieName}="${token}"; Path=/; HttpOnly${scheme === 'https' ? '; Secure' : ''}`;

/** Takes the cookie away from the client. */
export const noCookie = `${cookieName}=""; Path=/; HttpOnly; Max-Age=0`;

/** What the client shows to be known by: the cookie, with quotes or without, or the header of the REST services. */
export function tokenIn(headers: IncomingHttpHeaders): string | null {
  return cookieIn(headers.cookie ?? '', cookieName) ?? headers[restHeader]?.toString() ?? null;
}

/** A ticket for one request, `vmware_cgi_ticket`. */
export const ticketIn = (headers: IncomingHttpHeaders): string | null =>
  cookieIn(headers.cookie ?? '', 'vmware_cgi_ticket') ?? cookieIn(headers.cookie ?? '', restHeader);

function cookieIn(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    return part
      .slice(at + 1)
      .trim()
      .replaceAll('"', '');
  }
  return null;
}
