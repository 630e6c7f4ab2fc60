/** Stands between a client and a server, both by TLS, and tells of every request. */
import { createServer, request } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Recorded = {
  readonly method: string;
  readonly path: string;
  readonly action?: string;
  readonly type?: string;
  readonly body: string;
};
type Wish = {
  readonly to: URL;
  readonly key: string;
  readonly cert: string;
  readonly tell: (request: Recorded) => void;
};
export type Proxy = { readonly url: URL; readonly close: () => void };

export async function openRecordingProxy({ to, key, cert, tell }: Wish): Promise<Proxy> {
  const server = createServer({ key, cert }, (asked, answer) => void pass(asked, answer));
  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    tell(recordedOf(asked, body));
    const onward = request(
      new URL(asked.url ?? '/', to.origin),
      // The lab's own certificate is signed by nobody.
      { method: asked.method, headers: asked.headers, rejectUnauthorized: false },
      (told) => {
        answer.writeHead(told.statusCode ?? 502, told.headers);
        told.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    onward.end(body);
  };
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const recordedOf = (
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer,
): Recorded => ({
  method,
  path: url,
  ...(typeof headers['soapaction'] === 'string' && { action: headers['soapaction'] }),
  ...(headers['content-type'] !== undefined && { type: headers['content-type'] }),
  body: body.length > 65_536 ? '' : body.toString('utf8'),
});
