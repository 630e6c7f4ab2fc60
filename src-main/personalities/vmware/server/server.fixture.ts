/** An endpoint on a free port with routes of a test, and a client that trusts its authority. */
import { Agent, request as ask } from 'node:https';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { silentLog } from '../../../host/log.ts';
import { freshTls } from '../tls/fresh-tls.fixture.ts';
import type { TlsFiles } from '../tls/lab-tls.ts';
import { serverLimits, type ServerLimits } from './limits.ts';
import { openServer, type OpenServer } from './open-server.ts';
import type { Route } from './routes.ts';
import { createWireLog, type WireLog } from './wire-log.ts';

export type TestServer = {
  readonly server: OpenServer;
  readonly tls: TlsFiles;
  readonly wireLog: WireLog;
  readonly errors: string[];
  readonly call: (path: string, more?: CallOptions) => Promise<Answered>;
  readonly close: () => Promise<void>;
};
type CallOptions = {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
};
type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

export async function openTestServer(
  routes: readonly Route[],
  limits: Partial<ServerLimits> = {},
): Promise<TestServer> {
  const tls = await freshTls();
  const wireLog = createWireLog(Date.now);
  const errors: string[] = [];
  const log = { ...silentLog, error: (message: string) => void errors.push(message) };
  const opened = await openServer({
    host: '127.0.0.1',
    port: 0,
    tls,
    routes,
    wireLog,
    limits: { ...serverLimits, ...limits },
    log,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const server = opened.value;
  const agent = new Agent({ keepAlive: true, ca: tls.ca });
  return {
    server,
    tls,
    wireLog,
    errors,
    call: (path, more = {}) =>
      new Promise((resolve, reject) => {
        const { method = 'GET', headers = {}, body } = more;
        const request = ask(
          { agent, host: '127.0.0.1', servername: 'localhost', port: server.port, path, method, headers },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => {
              const bytes = Buffer.concat(chunks);
              const isPacked = response.headers['content-encoding'] === 'gzip';
              const text = (isPacked ? gunzipSync(bytes) : bytes).toString();
              resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
            });
          },
        );
        request.on('error', reject);
        request.end(body);
      }),
    close: async () => {
      agent.destroy();
      await server.close();
    },
  };
}
