/** A client of the simulated vCenter that knows nothing of this product: SOAP, REST, and the authority it was given. */
import { once } from 'node:events';
import { request } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect } from './host.ts';
import { ask, command } from './lab-api.ts';
import type { RunningHost } from './running-host.ts';

export type VCenter = {
  readonly port: number;
  readonly soap: (method: string, self: string, inner?: string) => Promise<string>;
  readonly rest: (method: string, path: string, body?: unknown) => Promise<unknown>;
};

type Wire = { readonly status: number; readonly cookie: string; readonly text: string };
type Call = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Other hosts run beside this one: each journey has its vCenter at a port of its own. */
export async function openVCenter(host: RunningHost): Promise<VCenter> {
  const port = await freePort();
  await command(host, { type: 'desk.configure', patch: { faces: { vmware: { state: 'on', port } } } });
  await expect.poll(async () => (await ask(host, 'vsphere')).state).toBe('up');
  const { tls } = await ask(host, 'vsphere');
  if (tls === null) throw new Error('The vCenter has no certificate');
  return clientOf(port, tls.authority);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const envelope = (body: string): string =>
  `<?xml version="1.0"?><Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body>${body}</Body></Envelope>`;

function clientOf(port: number, ca: string): VCenter {
  let cookie = '';
  let session = '';
  const send = wireTo(port, ca);
  return {
    port,
    soap: async (method, self, inner = '') => {
      const body = envelope(
        `<${method} xmlns="urn:vim25"><_this type="${self}">${self}</_this>${inner}</${method}>`,
      );
      const headers = {
        'content-type': 'text/xml',
        soapaction: '"urn:vim25/8.0.2.0"',
        cookie,
        'user-agent': 'a-journey',
      };
      const answer = await send({ method: 'POST', path: '/sdk', headers, body });
      if (answer.cookie !== '') cookie = answer.cookie;
      return answer.text;
    },
    rest: async (method, path, body) => {
      if (session === '') session = await loggedIn(send);
      const headers = { 'vmware-api-session-id': session, 'content-type': 'application/json' };
      const answer = await send({
        method,
        path,
        headers,
        body: body === undefined ? '' : JSON.stringify(body),
      });
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      return answer.text === '' ? null : JSON.parse(answer.text);
    },
  };
}

async function loggedIn(send: (call: Call) => Promise<Wire>): Promise<string> {
  const basic = Buffer.from('administrator@vsphere.local:Coldaisle1!').toString('base64');
  const headers = { authorization: `Basic ${basic}` };
  const { text } = await send({ method: 'POST', path: '/api/session', headers, body: '' });
  return JSON.parse(text) as string;
}

const wireTo =
  (port: number, ca: string) =>
  ({ method, path, headers, body }: Call): Promise<Wire> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, ca, method, path, headers, agent: false },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
              text: Buffer.concat(parts).toString(),
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
