/** A SOAP client that only counts: what is measured is the server. */
import { Agent, request } from 'node:https';

export type SoapClient = {
  /** Milliseconds to the last byte, and how many there were; `text` only of short answers. */
  readonly call: (
    body: string,
  ) => Promise<{ readonly ms: number; readonly bytes: number; readonly text: string }>;
  readonly close: () => void;
};

const KEPT = 65_536;

export function openSoapClient(url: URL, connections: number): SoapClient {
  // The server's certificate is signed by nobody that this computer knows.
  const agent = new Agent({ keepAlive: true, maxSockets: connections, rejectUnauthorized: false });
  let cookie = '';
  const call: SoapClient['call'] = (body) => {
    const from = performance.now();
    const text = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
    const headers = {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '"urn:vim25/6.5"',
      'content-length': Buffer.byteLength(text),
      ...(cookie !== '' && { cookie }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(new URL('/sdk', url.origin), { method: 'POST', agent, headers }, (answer) => {
        let bytes = 0;
        let kept = '';
        const [set] = answer.headers['set-cookie'] ?? [];
        if (set !== undefined) cookie = set.split(';')[0] ?? '';
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (kept.length < KEPT) kept += chunk.toString('latin1');
        });
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode !== 200)
            reject(new Error(`HTTP ${answer.statusCode}: ${kept.slice(0, 500)}`));
          else resolve({ ms: performance.now() - from, bytes, text: kept });
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
  };
  return { call, close: () => agent.destroy() };
}

const self = (type: string, id: string): string => `<_this type="${type}">${id}</_this>`;

export const bodies = {
  login: (url: URL): string =>
    `<Login xmlns="urn:vim25">${self('SessionManager', 'SessionManager')}<userName>${decodeURIComponent(url.username)}</userName><password>${decodeURIComponent(url.password)}</password></Login>`,
  logout: `<Logout xmlns="urn:vim25">${self('SessionManager', 'SessionManager')}</Logout>`,
  currentTime: `<CurrentTime xmlns="urn:vim25">${self('ServiceInstance', 'ServiceInstance')}</CurrentTime>`,
  content: `<RetrieveServiceContent xmlns="urn:vim25">${self('ServiceInstance', 'ServiceInstance')}</RetrieveServiceContent>`,
  view: (root: string): string =>
    `<CreateContainerView xmlns="urn:vim25">${self('ViewManager', 'ViewManager')}<container type="Folder">${root}</container><type>VirtualMachine</type><recursive>true</recursive></CreateContainerView>`,
  machines: (collector: string, view: string, paths: readonly string[]): string =>
    retrieve(
      collector,
      paths,
      `<obj type="ContainerView">${view}</obj><skip>true</skip><selectSet xsi:type="TraversalSpec"><name>view</name><type>ContainerView</type><path>view</path><skip>false</skip></selectSet>`,
    ),
  machine: (collector: string, id: string, paths: readonly string[]): string =>
    retrieve(collector, paths, `<obj type="VirtualMachine">${id}</obj><skip>false</skip>`),
};

function retrieve(collector: string, paths: readonly string[], objects: string): string {
  const all = paths.length === 0;
  const set = paths.map((path) => `<pathSet>${path}</pathSet>`).join('');
  return `<RetrievePropertiesEx xmlns="urn:vim25">${self('PropertyCollector', collector)}<specSet><propSet><type>VirtualMachine</type><all>${all}</all>${set}</propSet><objectSet>${objects}</objectSet></specSet><options/></RetrievePropertiesEx>`;
}

/** Calls of one kind for some seconds on some connections at once. */
export async function callsPerSecond(
  seconds: number,
  calls: readonly (() => Promise<unknown>)[],
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const work = async (call: () => Promise<unknown>): Promise<void> => {
    while (performance.now() < end) {
      await call();
      done += 1;
    }
  };
  const from = performance.now();
  await Promise.all(calls.map(work));
  return done / ((performance.now() - from) / 1000);
}
