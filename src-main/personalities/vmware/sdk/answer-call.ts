/** One way for every call, whatever wire it came on: who asks, may they, is it there, and what does it say. */
import { demandOf } from '../access/authority.ts';
import { vcenterOnly } from '../esx/names.table.ts';
import { fetch } from '../collector/retrieve.ts';
import { noSuchObject } from '../collector/filter-spec.ts';
import { faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Call } from '../objects/managed.ts';
import { notAuthenticated } from '../objects/refusals.ts';
import type { Method } from '../schema/vim-schema.ts';
import { actualRef } from '../objects/actual-ref.ts';

export async function answerCall(asked: Call): Promise<Answer> {
  const { vc, method } = asked;
  const call: Call = { ...asked, self: actualRef(vc, asked.self) };
  const { self } = call;
  const documented = documentedMethod(call);
  if (call.caller === null && documented?.privileges.includes(anonymous) !== true)
    return notAuthenticated(self);
  const managed = vc.types.get(self._ref);
  if (managed === undefined) return noSuchMethod(call);
  const thing = managed.find(call, self);
  if (thing === undefined) return noSuchObject(self);
  if (documented === undefined) return noSuchMethod(call);
  if (method === 'Fetch') return fetch(call);
  if (isBeyond(call))
    return faulted('NotSupported', `A host by itself cannot ${method}: that is a vCenter's.`);
  const handler = managed.methods[method];
  if (handler === undefined) return noSuchMethod(call);
  return refusalOf(call, documented.privileges) ?? handler(call, thing);
}

/** undefined where the schema, or the client's version of it, does not know it. */
function documentedMethod({ vc, self, method, version }: Call): Method | undefined {
  const found = vc.schema.managedType(self._ref)?.methods.get(method);
  return found === undefined || found.since > version.index ? undefined : found;
}

/** What only a vCenter does, asked of a host. */
const isBeyond = ({ vc, self, method }: Call): boolean =>
  vc.kind === 'host' && (vcenterOnly.has(method) || vcenterOnly.has(`${self._ref}.${method}`));

const anonymous = 'System.Anonymous';

function refusalOf(call: Call, privileges: readonly string[]): Answer | null {
  if (privileges.includes(anonymous)) return null;
  const demand = demandOf(call, privileges);
  if (demand.privileges.length === 0) return null;
  const fault = call.vc.access.refusal(call, demand.ref, demand.privileges);
  return fault === null ? null : { ok: false, fault };
}

const noSuchMethod = ({ self, method }: Call): Answer<never> =>
  faulted('MethodNotFound', `${self._ref} has no method ${method} here.`, { receiver: self, method });
