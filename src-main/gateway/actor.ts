import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../../sim/contract/actors.ts';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';

const clients = ['ui', 'cli', 'api'] as const;
type Client = (typeof clients)[number];
const isClient = (text: string): text is Client => (clients as readonly string[]).includes(text);

/**
 * Whoever holds the start token is the admin. Which program asks, and in whose name, is its own word:
 * good for the story's log, never for access.
 */
export function actorOf(headers: IncomingHttpHeaders, otherwise: Client): Result<Actor> {
  const client = headers['x-coldaisle-client'] ?? otherwise;
  if (typeof client !== 'string' || !isClient(client)) {
    return refused('invalid-input', 'X-Coldaisle-Client must be ui, cli or api.', {
      where: 'X-Coldaisle-Client',
    });
  }
  return accepted({ origin: client, name: nameOf(headers['x-coldaisle-name']), role: 'admin' });
}

function nameOf(header: string | string[] | undefined): string {
  if (typeof header !== 'string') return 'local';
  const name = decoded(header).trim();
  return /^\P{C}{1,80}$/u.test(name) && name.length <= 80 ? name : 'local';
}

/** Headers carry ASCII; names of people come percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
