/** `/sdk/vim25/{release}/{Type}/{id}/{method or property}`: the same objects in JSON. */
import { faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer, Fault } from '../objects/fault.ts';
import type { Call } from '../objects/managed.ts';
import { actualRef } from '../objects/actual-ref.ts';
import { notAuthenticated } from '../objects/refusals.ts';
import { restName, restSession } from '../rest/session-token.ts';
import { answerCall } from '../sdk/answer-call.ts';
import { nearestVersion, ownVersion } from '../schema/version.ts';
import type { Version } from '../schema/version.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import { argsFromJson } from '../wire/from-json.ts';
import { toJson } from '../wire/json.ts';
import type { Place } from '../wire/json.ts';
import { jsonLimits, readJson } from '../wire/read-json.ts';

export const jsonRoute = (vc: Vc): Route => ({
  prefix: '/sdk/vim25',
  dialect: 'json',
  handle: (request, answer) => answerJson(vc, request, answer),
});

type Told = { readonly place: Place; readonly answer: Answer };

async function answerJson(vc: Vc, request: Incoming, answer: Outgoing): Promise<void> {
  const [release = '', type = '', id = '', member = '', ...more] = request.rest.split('/').slice(1);
  const own = ownVersion(vc.schema, vc.about.apiVersion);
  const asked = nearestVersion(vc.schema, release.replace(/^release$/i, own.id));
  const version = asked.index > own.index ? own : asked;
  const session = restSession(vc.sessions, request.headers);
  const call: Call = {
    vc,
    version,
    caller: session === null ? null : { key: session.key, user: session.account.name },
    session,
    method: member,
    self: { _ref: type, value: id },
    args: {},
    isGone: request.isGone,
    gone: request.gone,
    userAgent: request.userAgent,
    address: request.address,
    origin: request.origin,
    enter: (entered) => {
      if (entered !== null) answer.header(restName, entered.token);
    },
  };
  answer.note({ method: member, object: `${type}:${id}`, user: session?.account.name ?? '' });
  const isWhole = member !== '' && more.length === 0;
  const told = isWhole ? await toldOf(call, request) : unknownPlace(request.path);
  await write({ vc, version }, answer, told);
}

const nothing: Place = { type: 'xsd:anyType', kind: 'xsd', isArray: false, isOptional: true };

const unknownPlace = (path: string): Told => ({
  place: nothing,
  answer: faulted('NotFound', `${path} is not /sdk/vim25/{release}/{Type}/{id}/{method or property}.`),
});

function toldOf(call: Call, request: Incoming): Promise<Told> | Told {
  if (request.method === 'GET') return read(call);
  if (request.method === 'POST') return invoke(call, request);
  return {
    place: nothing,
    answer: faulted('InvalidRequest', 'Properties are asked by GET, methods by POST.'),
  };
}

function read(asked: Call): Told {
  const { vc, method, version } = asked;
  const call: Call = { ...asked, self: actualRef(vc, asked.self) };
  const readers = vc.readers(call.self._ref);
  const thing = readers?.find(call, call.self);
  const reader = readers?.path(method) ?? null;
  if (!mayAsk(call, reader?.privileges)) return { place: nothing, answer: notAuthenticated(call.self) };
  if (thing === undefined)
    return {
      place: nothing,
      answer: faulted('ManagedObjectNotFound', `${call.self._ref}:${call.self.value} is not there.`, {
        obj: call.self,
      }),
    };
  if (reader === null || reader.since > version.index)
    return {
      place: nothing,
      answer: faulted('InvalidProperty', `${call.self._ref} has no property ${method}.`, { name: method }),
    };
  const refusal = call.caller === null ? null : vc.access.refusal(call, call.self, reader.privileges);
  const place: Place = { ...reader.property, isOptional: true };
  return refusal === null
    ? { place, answer: { ok: true, value: reader.read(thing, call, call.self) } }
    : { place, answer: { ok: false, fault: refusal } };
}

/** What a client must know before it can log in is open to all. */
const mayAsk = ({ caller, self }: Call, privileges: readonly string[] = []): boolean =>
  caller !== null || privileges.includes('System.Anonymous') || self._ref === 'ServiceInstance';

async function invoke(call: Call, request: Incoming): Promise<Told> {
  const { vc, method, version } = call;
  const described = vc.schema.managedType(call.self._ref)?.methods.get(method);
  if (described === undefined) return { place: nothing, answer: await answerCall(call) };
  const body = await request.body();
  if (!body.ok) return { place: nothing, answer: invalidArgument('', body.refusal.message) };
  const parsed = readJson(body.value, jsonLimits);
  if (!parsed.ok) return { place: nothing, answer: faulted('InvalidRequest', parsed.refusal.message) };
  const speech = { schema: vc.schema, version };
  const args = argsFromJson(speech, { name: described.name, fields: described.params }, parsed.value);
  if (!args.ok) {
    const { message, where } = args.refusal;
    return {
      place: nothing,
      answer: invalidArgument(where, `The request cannot be read: ${message} (${where}).`),
    };
  }
  return { place: described.result, answer: await answerCall({ ...call, args: args.value }) };
}

type Speech = { readonly vc: Vc; readonly version: Version };

async function write(
  { vc, version }: Speech,
  answer: Outgoing,
  { place, answer: said }: Told,
): Promise<void> {
  const speech = { schema: vc.schema, version };
  if (said.ok) {
    const json = toJson(speech, place, said.value);
    return json === undefined ? answer.bare(204) : answer.send(200, 'application/json', JSON.stringify(json));
  }
  const { fault } = said;
  answer.note({ fault: fault.type });
  const dataPlace: Place = { type: fault.type, kind: 'data', isArray: false, isOptional: true };
  const detail = toJson(speech, dataPlace, {
    ...fault.fields,
    _type: fault.type,
    faultMessage: [{ key: `com.vmware.vim.${fault.type}`, message: fault.message }],
  });
  await answer.send(statusOf(fault), 'application/json', JSON.stringify(detail ?? { _typeName: fault.type }));
}

function statusOf({ type }: Fault): number {
  if (type === 'NotAuthenticated') return 401;
  if (type === 'NoPermission') return 403;
  return type === 'ManagedObjectNotFound' || type === 'NotFound' ? 404 : 500;
}
