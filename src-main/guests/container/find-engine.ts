import type { IncomingHttpHeaders } from 'node:http';
import { get } from '../../host/node-http.ts';
import type { EngineAddress } from './sockets.ts';

export type FoundEngine = {
  readonly address: EngineAddress;
  readonly kind: 'docker' | 'podman';
  readonly version: string;
};

const patienceMillis = 450;

/** Asks all of them at once; the first in their order that answers in time. */
export async function findEngine(addresses: readonly EngineAddress[]): Promise<FoundEngine | null> {
  const answers = await Promise.all(addresses.map(ask));
  return answers.find((answer) => answer !== null) ?? null;
}

/** Its greeting says what it is. Podman takes seconds to tell its whole version. */
function ask(address: EngineAddress): Promise<FoundEngine | null> {
  return new Promise((resolve) => {
    const where =
      address.kind === 'socket' ? { socketPath: address.path } : { host: address.host, port: address.port };
    const signal = AbortSignal.timeout(patienceMillis);
    const options = { ...where, path: '/_ping', headers: { host: 'engine' }, agent: false, signal };
    const request = get(options, (answer) => {
      resolve(engineIn(address, answer.headers));
      answer.resume();
    });
    request.on('error', () => resolve(null));
  });
}

/** null: something else listens there. */
function engineIn(address: EngineAddress, headers: IncomingHttpHeaders): FoundEngine | null {
  const found = /^(Docker|Libpod)\/(\S+)/.exec(String(headers['server'] ?? ''));
  if (found === null || headers['api-version'] === undefined) return null;
  return { address, kind: found[1] === 'Libpod' ? 'podman' : 'docker', version: found[2] ?? '' };
}
