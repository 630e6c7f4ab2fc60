/** A terminal's line from this page. */
import { takeToken } from '../../data/token.ts';
import { openTerminalLink, type LinkParts, type TerminalLink } from './terminal-link.ts';

export function takeLink(parts: Omit<LinkParts, 'makeSocket' | 'token' | 'origin' | 'chance'>): TerminalLink {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  return openTerminalLink({
    ...parts,
    origin: `${scheme}://${window.location.host}`,
    token: takeToken(window),
    makeSocket: (address, protocols) => new WebSocket(address, [...protocols]),
    chance: Math.random,
  });
}
