/** A terminal's line from this page. */
import { takeToken } from '../../data/token.ts';
import { openTerminalLink, type LinkParts, type Pass, type TerminalLink } from './terminal-link.ts';

/** Without a share, by the start token of the page. */
export function takeLink(
  parts: Omit<LinkParts, 'makeSocket' | 'pass' | 'origin' | 'chance'>,
  share: string | null,
): TerminalLink {
  const pass: Pass =
    share === null ? { kind: 'start', token: takeToken(window) } : { kind: 'share', token: share };
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  return openTerminalLink({
    ...parts,
    origin: `${scheme}://${window.location.host}`,
    pass,
    makeSocket: (address, protocols) => new WebSocket(address, [...protocols]),
    chance: Math.random,
  });
}
