/** A client of the SOAP services beside a vCenter's own. */
import { request as ask } from 'node:https';
import { textIn } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { defaultLimits, readXml } from '../wire/xml.ts';
import type { XmlElement } from '../wire/xml.ts';

export type ServiceAnswer = {
  readonly status: number;
  readonly text: string;
  readonly values: readonly XmlElement[];
  /** The type of the fault; '' where it went well. */
  readonly fault: string;
};

export type ServiceClient = (method: string, self: string, inner?: string) => Promise<ServiceAnswer>;

type Reaching = Pick<VmwareLab, 'port' | 'ca'>;

/** Any text to any path. */
export const post = (
  { port, ca }: Reaching,
  path: string,
  { body, cookie = '' }: { readonly body: string; readonly cookie?: string },
): Promise<{ readonly status: number; readonly text: string; readonly bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'text/xml; charset=utf-8', ...(cookie === '' ? {} : { cookie }) };
    const options = { host: '127.0.0.1', port, ca, path, method: 'POST', headers, agent: false };
    const request = ask(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, text: bytes.toString(), bytes });
      });
    });
    request.on('error', reject);
    request.end(body);
  });

export const soapEnvelope = (body: string, header = ''): string =>
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<soapenv:Header>${header}</soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

export function serviceClient(
  lab: Reaching,
  { path, namespace, cookie }: { readonly path: string; readonly namespace: string; readonly cookie: string },
): ServiceClient {
  return async (method, self, inner = '') => {
    const [type = '', ...value] = self.split(':');
    const call = `<${method} xmlns="${namespace}"><_this type="${type}">${value.join(':')}</_this>${inner}</${method}>`;
    const { status, text } = await post(lab, path, { body: soapEnvelope(call), cookie });
    return { status, text, ...partsOf(text) };
  };
}

function partsOf(text: string): Pick<ServiceAnswer, 'values' | 'fault'> {
  const root = readXml(Buffer.from(text), defaultLimits);
  if (!root.ok) throw new Error(`the answer is no XML: ${text.slice(0, 300)}`);
  const body = childNamed(root.value, 'Body')?.children[0];
  const detail = childNamed(body, 'detail')?.children[0];
  return {
    values: body?.children.filter(({ name }) => name === 'returnval') ?? [],
    fault: body?.name === 'Fault' ? (detail?.type?.name ?? 'unknown') : '',
  };
}

const childNamed = (element: XmlElement | undefined, wanted: string): XmlElement | undefined =>
  element?.children.find(({ name }) => name === wanted);

export const texts = (elements: readonly XmlElement[], path: string): readonly (string | undefined)[] =>
  elements.map((element) => (path === '' ? element.text : textIn(element, path)));
