/** One client of one server over TLS: it sends what it is given, sense or none, and waits for an answer. */
import { Agent, request } from 'node:https';
import { referencesIn, uniqueIn } from './bend.ts';
import type { Known } from './bend.ts';
import type { Recorded } from './recording-proxy.ts';

export type Answered = {
  readonly status: number;
  readonly text: string;
  /** Of a session that the request opened. */
  readonly cookie: string;
};
export type Asking = {
  /** Null when nothing came within the patience. */
  readonly ask: (wish: Recorded, patienceMs: number) => Promise<Answered | null>;
  /** Sends half of it and goes. */
  readonly leave: (wish: Recorded) => Promise<void>;
  /** By which session it asks now. */
  readonly session: () => string;
  /** In place of that session: who comes second takes what the first got, and the old one is ended. */
  readonly renew: (old: string) => Promise<void>;
  /** Ends a session that is not its own. */
  readonly end: (cookie: string) => Promise<void>;
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

const ofSessions = (method: string, manager: string, inner: string): Recorded =>
  envelope(
    `<${method} xmlns="urn:vim25"><_this type="SessionManager">${manager}</_this>${inner}</${method}>`,
  );
const content = envelope(
  '<RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent>',
);
const idIn = (text: string, type: string): string =>
  new RegExp(`type="${type}"[^>]*>([^<]+)<`).exec(text)?.[1] ?? '';
const PATIENCE = 60_000;
/** So many of a kind are remembered: of earlier ones most are gone. */
const MOST_SEEN = 40;
/** So many are taken from one answer. */
const MOST_TAKEN = 6;

export function openAsking(url: URL): Asking {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false });
  const line = { agent, origin: url.origin };
  const seen = new Map<string, string[]>();
  let cookie = '';
  let renewing: Promise<void> | null = null;

  const ask: Asking['ask'] = async (wish, patienceMs) => {
    const answered = await send(line, { wish, cookie }, patienceMs);
    const text = answered?.text ?? '';
    const told = [...uniqueIn(text).slice(0, MOST_TAKEN), ...referencesIn(text).slice(0, MOST_TAKEN)];
    for (const [kind, id] of told) seen.set(kind, [...(seen.get(kind) ?? []), id].slice(-MOST_SEEN));
    return answered;
  };
  let manager = '';
  const end: Asking['end'] = async (ended) => {
    await send(line, { wish: ofSessions('Logout', manager, ''), cookie: ended }, PATIENCE);
  };
  const login = async (old: string): Promise<void> => {
    // A host calls it otherwise than a vCenter.
    manager ||= idIn(
      (await send(line, { wish: content, cookie: '' }, PATIENCE))?.text ?? '',
      'SessionManager',
    );
    if (old !== '') await end(old);
    const [name, password] = [url.username, url.password].map(decodeURIComponent);
    const who = `<userName>${name}</userName><password>${password}</password>`;
    const wish = ofSessions('Login', manager, who);
    const answered = await send(line, { wish, cookie: '' }, PATIENCE);
    cookie = answered?.cookie ?? '';
    if (cookie === '') throw new Error(`no session: ${answered?.text ?? 'no answer'}`);
  };
  return {
    ask,
    end,
    leave: (wish) => leave(line, wish, cookie),
    session: () => cookie,
    renew: (old) => {
      if (old !== cookie) return Promise.resolve();
      renewing ??= login(old).finally(() => (renewing = null));
      return renewing;
    },
    known: async () => ({ ...(await knownOf(ask)), seen }),
    close: () => agent.destroy(),
  };
}

type Line = { readonly agent: Agent; readonly origin: string };
type Sent = { readonly wish: Recorded; readonly cookie: string };

const addressOf = ({ origin }: Line, path: string): URL => new URL(`${origin}${encodeURI(path)}`);

const headersOf = ({ action, type, body }: Recorded, cookie: string): Record<string, string> => ({
  ...(action !== undefined && { soapaction: action }),
  ...(type !== undefined && { 'content-type': type }),
  'content-length': String(Buffer.byteLength(body)),
  cookie,
  'vmware-api-session-id': cookie.replace(/^.*?="?|"$/g, ''),
});

function send(line: Line, { wish, cookie }: Sent, patienceMs: number): Promise<Answered | null> {
  return new Promise((resolve, reject) => {
    const { method, body } = wish;
    const options = { method, agent: line.agent, headers: headersOf(wish, cookie) };
    const asked = request(addressOf(line, wish.path), options, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text.length < 200_000 ? (text += chunk.toString()) : text));
      answer.on('error', reject);
      answer.on('end', () => {
        clearTimeout(late);
        const [set = ''] = answer.headers['set-cookie'] ?? [];
        const opened = /^vmware_soap_session="?\w/.test(set) ? (set.split(';')[0] ?? '') : '';
        resolve({ status: answer.statusCode ?? 0, text, cookie: opened });
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
}

function leave(line: Line, wish: Recorded, cookie: string): Promise<void> {
  return new Promise((resolve) => {
    const headers = { ...headersOf(wish, cookie), 'content-length': String(wish.body.length + 1000) };
    const asked = request(addressOf(line, wish.path), { method: 'POST', agent: line.agent, headers });
    asked.on('error', () => resolve());
    asked.on('response', (answer) => answer.resume());
    asked.write(wish.body.slice(0, wish.body.length / 2) || 'x', () => asked.destroy());
    asked.on('close', () => resolve());
  });
}

/** The singletons by the service's content, the rest by a view of the whole inventory. */
async function knownOf(ask: Asking['ask']): Promise<Omit<Known, 'seen'>> {
  const told = async (inner: string): Promise<string> => (await ask(envelope(inner), PATIENCE))?.text ?? '';
  const services = (await ask(content, PATIENCE))?.text ?? '';
  const idOf = (type: string): string => idIn(services, type);
  const made = await told(
    `<CreateContainerView xmlns="urn:vim25"><_this type="ViewManager">${idOf('ViewManager')}</_this><container type="Folder">${idOf('Folder')}</container><type>ManagedEntity</type><recursive>true</recursive></CreateContainerView>`,
  );
  const view = /<returnval[^>]*>([^<]+)</.exec(made)?.[1] ?? '';
  const all = await told(
    `<RetrieveProperties xmlns="urn:vim25"><_this type="PropertyCollector">${idOf('PropertyCollector')}</_this><specSet><propSet><type>ManagedEntity</type><pathSet>name</pathSet></propSet><objectSet><obj type="ContainerView">${view}</obj><skip>true</skip><selectSet xsi:type="TraversalSpec"><type>ContainerView</type><path>view</path></selectSet></objectSet></specSet></RetrieveProperties>`,
  );
  const ofType = new Map<string, string[]>();
  const ofBegin = new Map<string, string[]>();
  for (const [type, id] of referencesIn(`${services}${all}`)) {
    put(ofType, type, id);
    const begin = /^([a-z]+(?:-[a-z])?)-?\d+$/.exec(id)?.[1];
    if (begin !== undefined) put(ofBegin, begin, id);
  }
  return { ofType, ofBegin };
}

const put = (into: Map<string, string[]>, key: string, id: string): void => {
  const there = into.get(key) ?? [];
  if (!there.includes(id)) into.set(key, [...there, id]);
};
