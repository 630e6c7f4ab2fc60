/** SOAP services beside `/sdk`: types of their own, the same sessions, rights, objects and faults. */
import { createReaders } from '../collector/readers.ts';
import type { Answer, Fault } from '../objects/fault.ts';
import type { AnyManaged } from '../objects/managed.ts';
import { openSchema } from '../schema/vim-schema.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import { envelope } from '../wire/envelope.ts';
import { escaped } from '../wire/escape.ts';
import { readRequest } from '../wire/read.ts';
import { createWriters } from '../wire/write.ts';
import type { Writer } from '../wire/write.ts';
import { defaultLimits, readXml } from '../wire/xml.ts';
import { answerCall } from './answer-call.ts';
import { callOf, noteCall, ofHeader } from './sdk-route.ts';

export type Service = {
  /** `/pbm`. */
  readonly path: string;
  /** `urn:pbm`. */
  readonly namespace: string;
  /** What its own types begin with. */
  readonly prefix: string;
  /** Its types and methods, in the words of schema/rows.ts. */
  readonly schemaText: string;
  readonly types: () => readonly AnyManaged[];
};

type Desk = { readonly vc: Vc; readonly writer: Writer; readonly service: Service };

export function serviceRoute(vc: Vc, service: Service): Route {
  // Most labs never ask for it.
  let open: Desk | null = null;
  return {
    prefix: service.path,
    dialect: 'soap',
    handle: (request, answer) => {
      if (request.method !== 'POST') return answer.send(405, 'text/plain', 'SOAP is asked by POST.\n');
      open ??= openDesk(vc, service);
      return answerPost(open, request, answer);
    },
  };
}

/** The same vCenter, known by other types. */
function openDesk(vc: Vc, service: Service): Desk {
  const schema = openSchema(service.schemaText);
  const types = new Map(service.types().map((each) => [each.type, each]));
  const writer = createWriters(schema)(newest(schema.versions));
  return { vc: { ...vc, schema, types, readers: createReaders(schema, types) }, writer, service };
}

const newest = (versions: readonly string[]) => ({ id: versions.at(-1) ?? '', index: versions.length - 1 });

const soap = 'text/xml; charset=utf-8';

async function answerPost(desk: Desk, request: Incoming, answer: Outgoing): Promise<void> {
  const { vc, writer, service } = desk;
  const result = await judged(desk, request, answer);
  if (!result.ok) {
    answer.note({ fault: result.fault.type });
    return answer.send(500, soap, faultText(desk, result.fault));
  }
  const { method, value } = result.value;
  const described = vc.schema.method(method);
  if (described === undefined) throw new Error(`${method} was answered and is not in the schema`);
  const inner = described.result.type === 'xsd:void' ? '' : writer.field(described.result)(value);
  const body = `<${method}Response xmlns="${service.namespace}">${inner}</${method}Response>`;
  return answer.send(200, soap, envelope(body));
}

type Judged = Answer<{ readonly method: string; readonly value: Extract<Answer, { ok: true }>['value'] }>;

async function judged({ vc, writer }: Desk, request: Incoming, answer: Outgoing): Promise<Judged> {
  const body = await request.body();
  if (!body.ok) return badRequest(body.refusal.message);
  const root = readXml(body.value, defaultLimits);
  const read = root.ok ? readRequest(root.value, { schema: vc.schema, version: writer.version }) : root;
  if (!read.ok) {
    const { message, line, column } = read.refusal;
    return badRequest(`The request cannot be read: ${message} (line ${line}, column ${column}).`);
  }
  const asked = read.value;
  const session = vc.sessions.of(request.headers) ?? ofHeader(vc, asked);
  noteCall(answer, asked, session);
  const { self, method } = asked;
  if (self === null) return badRequest(`${method} does not say of which object: _this is missing.`);
  const call = callOf({ vc, version: writer.version }, { request, answer, asked, self, session });
  const result = await answerCall(call);
  return result.ok ? { ok: true, value: { method, value: result.value } } : result;
}

function faultText({ writer, service }: Desk, { type, message, fields }: Fault): string {
  const namespace = type.startsWith(service.prefix) ? service.namespace : 'urn:vim25';
  const detail = `<${type}Fault xmlns="${namespace}" xsi:type="${type}">${writer.body(type, fields)}</${type}Fault>`;
  return envelope(
    `<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>${escaped(message)}</faultstring>` +
      `<detail>${detail}</detail></soapenv:Fault>`,
  );
}

const badRequest = (message: string): Answer<never> => ({
  ok: false,
  fault: { type: 'InvalidRequest', message, fields: {} },
});
