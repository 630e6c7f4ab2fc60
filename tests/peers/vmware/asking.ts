/** One client of one server over TLS: it sends what it is given, sense or none, and waits for an answer. */
import { Agent, request } from 'node:https';
import type { Known } from './bend.ts';
import type { Recorded } from './recording-proxy.ts';

export type Answered = { readonly status: number; readonly text: string };
export type Asking = {
  /** Null when nothing came within the patience. */
  readonly ask: (wish: Recorded, patienceMs: number) => Promise<Answered | null>;
  /** Sends half of it and goes. */
  readonly leave: (wish: Recorded) => Promise<void>;
  readonly login: () => Promise<void>;
  readonly known: () => Promise<Known>;
  readonly close: () => void;
};

const envelope = (inner: string): Recorded => ({
  method: 'POST',
  path: '/sdk',
  action: '"urn:vim25/8.0.2.0"',
  type: 'text/xml; charset=utf-8',
  body: `<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${inner}</soapenv:Body></soapenv:Envelope>`,
});

export function openAsking(url: URL): Asking {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false });
  let cookie = '';
  const headersOf = ({ action, type, body }: Recorded): Record<string, string> => ({
    ...(action !== undefined && { soapaction: action }),
    ...(type !== undefined && { 'content-type': type }),
    'content-length': String(Buffer.byteLength(body)),
    cookie,
    'vmware-api-session-id': cookie.replace(/^.*?="?|"$/g, ''),
  });
  const addressOf = (path: string): URL => new URL(`${url.origin}${encodeURI(path)}`);

  const ask: Asking['ask'] = (wish, patienceMs) =>
    new Promise((resolve, reject) => {
      const { method, body } = wish;
      const asked = request(addressOf(wish.path), { method, agent, headers: headersOf(wish) }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text.length < 200_000 ? (text += chunk.toString()) : text));
        answer.on('error', reject);
        answer.on('end', () => {
          clearTimeout(late);
          resolve({ status: answer.statusCode ?? 0, text });
        });
      });
      const late = setTimeout(() => {
        resolve(null);
        asked.destroy();
      }, patienceMs);
      asked.on('error', (error) => {
        clearTimeout(late);
        reject(new Error(`${error.message} at ${method} ${wish.path}: ${body.slice(0, 2000)}`));
      });
      asked.end(method === 'GET' || method === 'HEAD' ? undefined : body);
    });

  const leave: Asking['leave'] = (wish) =>
    new Promise((resolve) => {
      const headers = { ...headersOf(wish), 'content-length': String(wish.body.length + 1000) };
      const asked = request(addressOf(wish.path), { method: 'POST', agent, headers });
      asked.on('error', () => resolve());
      asked.on('response', (answer) => answer.resume());
      asked.write(wish.body.slice(0, wish.body.length / 2) || 'x', () => asked.destroy());
      asked.on('close', () => resolve());
    });

  const login = async (): Promise<void> => {
    const words = `<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>${decodeURIComponent(url.username)}</userName><password>${decodeURIComponent(url.password)}</password></Login>`;
    cookie = '';
    const asked = envelope(words);
    await new Promise<void>((resolve, reject) => {
      const sent = request(
        addressOf('/sdk'),
        { method: 'POST', agent, headers: headersOf(asked) },
        (answer) => {
          cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
          answer.resume();
          answer.on('end', () => (cookie === '' ? reject(new Error('no session')) : resolve()));
        },
      );
      sent.on('error', reject);
      sent.end(asked.body);
    });
  };

  return { ask, leave, login, known: () => knownOf(ask), close: () => agent.destroy() };
}

/** The singletons by the service's content, the rest by a view of the whole inventory. */
async function knownOf(ask: Asking['ask']): Promise<Known> {
  const told = async (inner: string): Promise<string> => (await ask(envelope(inner), 60_000))?.text ?? '';
  const content = await told(
    '<RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent>',
  );
  const idOf = (type: string): string => new RegExp(`type="${type}"[^>]*>([^<]+)<`).exec(content)?.[1] ?? '';
  const made = await told(
    `<CreateContainerView xmlns="urn:vim25"><_this type="ViewManager">${idOf('ViewManager')}</_this><container type="Folder">${idOf('Folder')}</container><type>ManagedEntity</type><recursive>true</recursive></CreateContainerView>`,
  );
  const view = /<returnval[^>]*>([^<]+)</.exec(made)?.[1] ?? '';
  const all = await told(
    `<RetrieveProperties xmlns="urn:vim25"><_this type="PropertyCollector">${idOf('PropertyCollector')}</_this><specSet><propSet><type>ManagedEntity</type><pathSet>name</pathSet></propSet><objectSet><obj type="ContainerView">${view}</obj><skip>true</skip><selectSet xsi:type="TraversalSpec"><type>ContainerView</type><path>view</path></selectSet></objectSet></specSet></RetrieveProperties>`,
  );
  const found = [...`${content}${all}`.matchAll(/type="(\w+)"[^>]*>([\w-]+)</g)];
  const ids = new Map<string, string[]>();
  for (const [, type = '', id = ''] of found) ids.set(type, [...(ids.get(type) ?? []), id]);
  return ids;
}
