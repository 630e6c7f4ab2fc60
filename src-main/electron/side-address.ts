import { isOwnPage } from './url-safety.ts';

/** Where a further window goes: the page that was asked for, and the token that lets it in. Null: not the gateway's. */
export function sideAddress(asked: string, host: string | null): string | null {
  if (host === null) return null;
  const { origin, hash } = new URL(host);
  if (!isOwnPage(asked, origin)) return null;
  const { pathname, search } = new URL(asked);
  return `${origin}${pathname}${search}${hash}`;
}

/** The screen of an address, by which a window's place is remembered. */
export const screenOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '/');
