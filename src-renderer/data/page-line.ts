/** The line from this page to the host that served it. */
import type { Refusal } from '../../sim/contract/result.ts';
import type { Line } from './connection.ts';
import { authorization } from './token.ts';

const wrongToken: Refusal = {
  code: 'not-allowed',
  message: 'This page has no valid start token.',
  hint: 'Open the address that the host printed after “ready”; each start has its own token.',
};

async function whyRefused(): Promise<Refusal | null> {
  try {
    const answer = await fetch('/api/v1/status', { headers: authorization(window) });
    return answer.status === 401 || answer.status === 403 ? wrongToken : null;
  } catch {
    // No answer at all: the host is away, and may come back.
    return null;
  }
}

export function pageLine(token: string): Line {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  return {
    url: `${scheme}://${window.location.host}/api/v1/live`,
    token,
    makeSocket: (url, protocols) => new WebSocket(url, [...protocols]),
    whyRefused,
  };
}
