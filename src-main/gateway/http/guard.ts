/** Who may speak to the gateway at all. Pure: headers in, a rejection or nothing out. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { rejection } from '../faults.ts';
import type { Reply } from './reply.ts';

const names = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** The names under which this gateway may be asked: a name that an attacker's DNS points here is not one. */
export function ownHosts(port: number): ReadonlySet<string> {
  // Clients leave port 80 out.
  const bare = port === 80 ? names : [];
  return new Set([...names.map((name) => `${name}:${port}`), ...bare]);
}

export function checkHost(hosts: ReadonlySet<string>, host: readonly string[] | undefined): Reply | null {
  const [only] = host ?? [];
  if (host?.length === 1 && only !== undefined && hosts.has(only.toLowerCase())) return null;
  return rejection('wrong-host', 'This gateway answers only to 127.0.0.1 and localhost at its own port.', {
    hint: `Ask http://${[...hosts][0] ?? ''}/`,
  });
}

/** A page of ours sends our own origin; what is no page sends none. `null` is a sandboxed stranger. */
export function checkOrigin(headers: IncomingHttpHeaders): Reply | null {
  const { origin, host } = headers;
  if (origin === undefined || origin === `http://${host ?? ''}`) return null;
  return rejection('foreign-origin', 'Only pages that this gateway served may ask it.');
}

export type TokenCheck = (given: string | null) => boolean;

/** Compares digests, so that neither the length nor the first wrong character shows in the time it takes. */
export function createTokenCheck(token: string): TokenCheck {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(token);
  return (given) => timingSafeEqual(digest(given ?? ''), expected) && given !== null;
}

export function bearerOf(headers: IncomingHttpHeaders): string | null {
  const match = /^Bearer ([\x21-\x7e]+)$/i.exec(headers.authorization ?? '');
  return match?.[1] ?? null;
}

export const noToken = (): Reply =>
  rejection('no-token', 'The start token is missing or wrong.', {
    hint: 'Send the header "Authorization: Bearer TOKEN"; the host prints the token in its ready line.',
    headers: { 'www-authenticate': 'Bearer realm="coldaisle"' },
  });
