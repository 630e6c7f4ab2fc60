import { externalHosts } from './external-hosts.table.ts';

/** The control room is where the gateway is: same scheme, host and port. Never a substring, never a prefix. */
export function isOwnPage(url: string, origin: string | null): boolean {
  if (origin === null) return false;
  const parsed = parse(url);
  return parsed !== null && isLoopback(parsed) && parsed.origin === origin && hasNoLogin(parsed);
}

/** The origin of the gateway's URL, or null where that is no loopback page: such a URL is never loaded. */
export function gatewayOrigin(url: string): string | null {
  const parsed = parse(url);
  return parsed !== null && isLoopback(parsed) && hasNoLogin(parsed) ? parsed.origin : null;
}

/** What may be handed to the system's browser: https, a listed host, its usual port, no login inside. */
export function externalLink(url: string): string | null {
  const parsed = parse(url);
  if (parsed === null || parsed.protocol !== 'https:' || parsed.port !== '' || !hasNoLogin(parsed))
    return null;
  return externalHosts.has(parsed.hostname) ? parsed.href : null;
}

function isLoopback(url: URL): boolean {
  return (
    url.protocol === 'http:' &&
    (url.hostname === '127.0.0.1' || url.hostname === '[::1]' || url.hostname === 'localhost')
  );
}

function hasNoLogin(url: URL): boolean {
  return url.username === '' && url.password === '';
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
