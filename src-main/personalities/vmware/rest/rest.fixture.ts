/** A client of the JSON services of a lab. */
import { request as ask } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { labPassword } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';

export type JsonAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Read by tests as they know it. */
  readonly json: ReturnType<typeof JSON.parse>;
};

export type JsonClient = {
  readonly token: () => string;
  readonly get: (path: string) => Promise<JsonAnswer>;
  readonly post: (path: string, body?: unknown) => Promise<JsonAnswer>;
  readonly send: (method: string, path: string, body?: unknown) => Promise<JsonAnswer>;
};

type Options = { readonly headers?: Readonly<Record<string, string>> };

export function jsonClient(lab: Pick<VmwareLab, 'port' | 'ca'>, { headers = {} }: Options = {}): JsonClient {
  let token = '';
  const send: JsonClient['send'] = (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : Buffer.isBuffer(body) ? body : JSON.stringify(body);
      const all = { ...headers, ...(token === '' ? {} : { 'vmware-api-session-id': token }) };
      const options = {
        host: '127.0.0.1',
        port: lab.port,
        ca: lab.ca,
        path,
        method,
        headers: all,
        agent: false,
      };
      const request = ask(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          const session = response.headers['vmware-api-session-id']?.toString();
          if (session !== undefined) token = session;
          const isJson = response.headers['content-type']?.includes('json') === true;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answer,
            json: isJson ? (JSON.parse(answer) as unknown) : undefined,
          });
        });
      });
      request.on('error', reject);
      request.end(text);
    });
  return {
    token: () => token,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
  };
}

export const basic = (password = labPassword): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`administrator@vsphere.local:${password}`).toString('base64')}`,
});

/** One that is logged in. */
export async function jsonLogin(lab: Pick<VmwareLab, 'port' | 'ca'>): Promise<JsonClient> {
  const answer = await jsonClient(lab, { headers: basic() }).post('/api/session');
  return jsonClient(lab, { headers: { 'vmware-api-session-id': String(answer.json) } });
}
