/** `/sdk`: SOAP in, SOAP out. */
import { setImmediate as turnOver } from 'node:timers/promises';
import { createWriters } from '../wire/write.ts';
import type { Writer } from '../wire/write.ts';
import { faultResponse, responseChunks } from '../wire/envelope.ts';
import { readRequest } from '../wire/read.ts';
import type { SoapRequest } from '../wire/read.ts';
import { defaultLimits, readXml } from '../wire/xml.ts';
import type { Answer, Fault } from '../objects/fault.ts';
import type { Call } from '../objects/managed.ts';
import { ownVersion, versionOf } from '../schema/version.ts';
import type { Version } from '../schema/version.ts';
import { noCookie, sessionCookie } from '../server/cookies.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Session } from '../server/sessions.ts';
import type { Vc } from '../vc.ts';
import type { Ref } from '../wire/value.ts';
import { answerCall } from './answer-call.ts';
import { serviceVersions } from './versions.ts';
import { serviceWsdl, vimWsdl } from './wsdl.ts';

const soap = 'text/xml; charset=utf-8';

export function sdkRoute(vc: Vc): Route {
  const writers = createWriters(vc.schema, vc.names?.given);
  const own = ownVersion(vc.schema, vc.about.apiVersion);
  const newest = ownVersion(vc.schema, vc.about.speaks ?? vc.about.apiVersion);
  const versions = serviceVersions(vc.schema.versions, own.id);
  return {
    prefix: '/sdk',
    dialect: 'soap',
    handle: async (request, answer) => {
      if (request.rest === '/vimServiceVersions.xml') return answer.send(200, soap, versions);
      if (request.rest === '/vimService.wsdl') return answer.send(200, soap, serviceWsdl(request.origin));
      if (request.rest === '/vim.wsdl') return answer.stream(200, soap, unhurried([], vimWsdl(own)));
      if (request.method !== 'POST') return answer.send(405, 'text/plain', 'SOAP is asked by POST.\n');
      const asked = versionOf(vc.schema, request.headers['soapaction']?.toString());
      const version = asked.index > newest.index ? newest : asked;
      await answerPost({ vc, writer: writers(version), version }, request, answer);
    },
  };
}

type Desk = { readonly vc: Vc; readonly writer: Writer; readonly version: Version };

async function answerPost(desk: Desk, request: Incoming, answer: Outgoing): Promise<void> {
  const { vc, writer } = desk;
  const body = await request.body();
  if (!body.ok) return sendFault(desk, answer, badRequest(body.refusal.message));
  const root = readXml(body.value, defaultLimits);
  const read = root.ok ? readRequest(root.value, { schema: vc.schema, version: desk.version }) : root;
  if (!read.ok) {
    const { message, line, column } = read.refusal;
    return sendFault(
      desk,
      answer,
      badRequest(`The request cannot be read: ${message} (line ${line}, column ${column}).`),
    );
  }
  const { method } = read.value;
  const session = vc.sessions.of(request.headers) ?? ofHeader(vc, read.value);
  noteCall(answer, read.value, session);
  const result = await judged(desk, {
    request,
    answer,
    soap: asOurs(vc, read.value),
    session,
    sent: body.value,
  });
  const described = vc.schema.method(method);
  if (!result.ok) return sendFault(desk, answer, result.fault);
  if (described === undefined) throw new Error(`${method} was answered and is not in the schema`);
  const chunks = responseChunks(writer, described, result.value);
  const first = chunks.next();
  const second = chunks.next();
  if (second.done === true) return answer.send(200, soap, first.done === true ? '' : first.value);
  const begun = [first, second].flatMap(({ done, value }) => (done === true ? [] : [value]));
  return answer.stream(200, soap, unhurried(begun, chunks));
}

/** The longest that others wait while a large answer is made. */
const turnMillis = 5;

async function* unhurried(begun: readonly string[], rest: Iterable<string>): AsyncGenerator<string> {
  yield* begun;
  let since = performance.now();
  for (const chunk of rest) {
    yield chunk;
    if (performance.now() - since < turnMillis) continue;
    await turnOver();
    since = performance.now();
  }
}

/** With the references that we have. */
function asOurs({ names }: Vc, soap: SoapRequest): SoapRequest {
  if (names === null) return soap;
  return { ...soap, self: soap.self === null ? null : names.ref(soap.self), args: names.args(soap.args) };
}

/** Some clients carry their session in the envelope. */
export function ofHeader(vc: Vc, { header }: SoapRequest): Session | null {
  const cookie = header.get('vcSessionCookie');
  return cookie === undefined ? null : vc.sessions.byToken(cookie.replaceAll('"', ''));
}

export function noteCall(answer: Outgoing, { method, self }: SoapRequest, session: Session | null): void {
  answer.note({
    method,
    object: self === null ? '' : `${self._ref}:${self.value}`,
    user: session?.account.name ?? '',
  });
}

type Asked = {
  readonly request: Incoming;
  readonly answer: Outgoing;
  readonly soap: SoapRequest;
  readonly session: Session | null;
  readonly sent: Uint8Array;
};

async function judged(
  { vc, version }: Desk,
  { request, answer, soap: asked, session, sent }: Asked,
): Promise<Answer> {
  if (asked.uri !== '' && !asked.uri.startsWith('urn:'))
    return { ok: false, fault: badRequest(`Nothing here speaks ${asked.uri}; it is urn:vim25.`) };
  if (asked.self === null)
    return {
      ok: false,
      fault: badRequest(`${asked.method} does not say of which object: _this is missing.`),
    };
  const arrived = { request, answer, asked, self: asked.self, session };
  return answerCall({ ...callOf({ vc, version }, arrived), sent, certificate: request.certificate() });
}

type Arrived = {
  readonly request: Incoming;
  readonly answer: Outgoing;
  readonly asked: SoapRequest;
  readonly self: Ref;
  readonly session: Session | null;
};

/** A request as handlers see it, of whatever SOAP service. */
export function callOf(
  { vc, version }: Pick<Desk, 'vc' | 'version'>,
  { request, answer, asked, self, session }: Arrived,
): Call {
  const scheme = request.origin.startsWith('https:') ? 'https' : 'http';
  return {
    vc,
    version,
    caller: session === null ? null : { key: session.key, user: session.account.name },
    session,
    method: asked.method,
    self,
    args: asked.args,
    isGone: request.isGone,
    gone: request.gone,
    userAgent: request.userAgent,
    address: request.address,
    origin: request.origin,
    enter: (entered) =>
      answer.header('set-cookie', entered === null ? noCookie : sessionCookie(entered.token, scheme)),
  };
}

function sendFault({ writer }: Desk, answer: Outgoing, fault: Fault): Promise<void> {
  answer.note({ fault: fault.type });
  return answer.send(500, soap, faultResponse(writer, fault));
}

const badRequest = (message: string): Fault => ({ type: 'InvalidRequest', message, fields: {} });
